import { attach, is, isNominal, partAt, type Clause } from './clause.js'

/** Which verbs take the preposition before the gerund. */
const TAKES = new Map((['of', 'for', 'from', 'against'] as const).map((it) => [it as string, `gerund-${it}`] as const))

/** "accuses Eritrea of arming rebels": after such a verb the form in "-ing" is what the accused does, and describes no noun ("arming rebels"). */
export function gerunds(clause: Clause): boolean {
  let changed = false
  for (let i = 3; i + 1 < clause.forms.length; i++) {
    if (partAt(clause, i) !== 'VERB' || !clause.forms[i]!.toLowerCase().endsWith('ing') || !is(clause, i, 'amod')) continue
    const noun = clause.head[i]!
    const object = i - 2
    const preposition = clause.forms[i - 1]!.toLowerCase()
    if (noun < i || !isNominal(clause, object)) continue
    const verb = verbBefore(clause, object, preposition)
    if (verb < 0) continue
    if (clause.head[object] === noun) attach(clause, object, verb, 'obj')
    attach(clause, i - 1, i, 'mark')
    attach(clause, i, verb, 'advcl')
    changed = attach(clause, noun, i, 'obj')
  }
  return changed
}

/** The nearest verb before `object` with nothing but its object between, if it takes the preposition. */
function verbBefore(clause: Clause, object: number, preposition: string): number {
  const list = TAKES.get(preposition)
  for (let i = object - 1; i >= 0 && i > object - 8; i--) {
    if (partAt(clause, i) === 'VERB') return list && clause.words[list].has(clause.lemmas[i]!.toLowerCase()) ? i : -1
    if (['PUNCT', 'ADP', 'SCONJ', 'CCONJ'].includes(partAt(clause, i))) return -1
  }
  return -1
}
