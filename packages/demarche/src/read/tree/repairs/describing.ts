import { attach, is, isNominal, partAt, type Clause } from './clause.js'

/** Verbs of what people do that take no object: before a noun their form in "-ing" says what those people are doing. */
const INTRANSITIVE: ReadonlySet<string> = new Set([
  'protest',
  'demonstrate',
  'flee',
  'retreat',
  'riot',
  'mutiny',
  'rebel',
  'march',
  'advance',
  'withdraw',
  'war',
  'feud',
  'chant',
])

/** "opened fire on **protesting farmers**": after a preposition such a form describes the noun, and is no clause that has it as object. */
export function ofWhomItTells(clause: Clause): boolean {
  let changed = false
  for (let i = 1; i + 1 < clause.forms.length; i++) {
    if (partAt(clause, i) !== 'VERB' || !clause.forms[i]!.toLowerCase().endsWith('ing') || !is(clause, i, 'advcl', 'acl')) continue
    const [mark, noun, governor] = [i - 1, i + 1, clause.head[i]!]
    if (!INTRANSITIVE.has(clause.lemmas[i]!.toLowerCase()) || clause.head[mark] !== i || !is(clause, mark, 'mark', 'case')) continue
    if (!isNominal(clause, noun) || clause.head[noun] !== i || !is(clause, noun, 'obj') || governor < 0 || governor > mark) continue
    for (let k = noun + 1; k < clause.head.length; k++) if (clause.head[k] === i) clause.head[k] = governor
    attach(clause, noun, governor, partAt(clause, governor) === 'VERB' ? 'obl' : 'nmod')
    attach(clause, mark, noun, 'case')
    changed = attach(clause, i, noun, 'amod')
  }
  return changed
}
