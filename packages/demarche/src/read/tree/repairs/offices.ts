import { attach, is, isNominal, type Clause } from './clause.js'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Who is sent to a place: "ambassador to Belarus", "envoy in Minsk". */
const SENT = words('ambassador envoy consul emissary delegate representative attaché legate nuncio commissioner delegation')
/** What has its seat in a place: "embassy in Kyiv". */
const SEATED = words('ambassador embassy consulate consul mission envoy attaché')
/** What is held over a place or a body: "president of Belarus". */
const HELD = words(
  'president minister chairman head leader governor king queen emir secretary director commander mayor speaker chief member',
)

const binds = (office: string, preposition: string): boolean =>
  (preposition === 'to' && SENT.has(office)) ||
  (preposition === 'in' && SEATED.has(office)) ||
  (preposition === 'of' && (HELD.has(office) || SENT.has(office)))

/**
 * An office and its place belong together: in "recalled its ambassador to Belarus" the place hangs on the office, not on the verb. Only a
 * preposition right after the office counts, and only a phrase that hangs on a word before the office.
 */
export function offices(clause: Clause): boolean {
  let changed = false
  const { head, lemmas } = clause
  for (let office = 0; office + 2 < lemmas.length; office++) {
    const preposition = office + 1
    if (!binds(lemmas[office]!.toLowerCase(), lemmas[preposition]!) || !is(clause, preposition, 'case')) continue
    const place = head[preposition]!
    if (place <= preposition || !isNominal(clause, place) || !is(clause, place, 'obl', 'nmod') || head[place]! >= office) continue
    if (head[place] !== head[office] || is(clause, office, 'compound')) continue
    changed = attach(clause, place, office, 'nmod')
  }
  return changed
}
