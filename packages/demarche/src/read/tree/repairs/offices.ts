import { attach, is, isNominal, type Clause } from './clause.js'
import type { RepairWords } from './words.js'

const binds = ({ sent, seated, held }: RepairWords, office: string, preposition: string): boolean =>
  (preposition === 'to' && sent.has(office)) ||
  (preposition === 'in' && seated.has(office)) ||
  (preposition === 'of' && (held.has(office) || sent.has(office)))

/**
 * An office and its place belong together: in "recalled its ambassador to Belarus" the place hangs on the office, not on the verb. Only a
 * preposition right after the office counts, and only a phrase that hangs on a word before the office.
 */
export function offices(clause: Clause): boolean {
  let changed = false
  const { head, lemmas } = clause
  for (let office = 0; office + 2 < lemmas.length; office++) {
    const preposition = office + 1
    if (!binds(clause.words, lemmas[office]!.toLowerCase(), lemmas[preposition]!) || !is(clause, preposition, 'case')) continue
    const place = head[preposition]!
    if (place <= preposition || !isNominal(clause, place) || !is(clause, place, 'obl', 'nmod') || head[place]! >= office) continue
    if (head[place] !== head[office] || is(clause, office, 'compound')) continue
    changed = attach(clause, place, office, 'nmod')
  }
  return changed
}
