import { attach, is, isNominal, partAt, type Clause } from './clause.js'

/**
 * "Kenya blockaded the island and on Monday seized a ship": a verb with an object of its own and no subject joins the verb before it, not the noun that
 * stands nearest. Only what hangs last on that noun is moved, so the tree stays projective.
 */
export function joined(clause: Clause): boolean {
  let changed = false
  for (let i = 2; i < clause.forms.length; i++) {
    const noun = clause.head[i]!
    if (
      noun < 0 ||
      noun > i ||
      partAt(clause, i) !== 'VERB' ||
      !is(clause, i, 'conj') ||
      !isNominal(clause, noun) ||
      clause.forms[i]!.endsWith('ing')
    )
      continue
    if (!standsAlone(clause, i)) continue
    const verb = verbAbove(clause, noun, i)
    if (verb !== undefined) changed = attach(clause, i, verb, 'conj')
  }
  return changed
}

/** Whether a verb has an object and its own "and", and no subject. */
function standsAlone(clause: Clause, verb: number): boolean {
  let object = false
  let and = false
  for (let i = 0; i < clause.forms.length; i++) {
    if (clause.head[i] !== verb) continue
    if (is(clause, i, 'nsubj', 'nsubj:pass', 'csubj')) return false
    if (is(clause, i, 'obj', 'xcomp', 'ccomp') && i > verb) object = true
    if (is(clause, i, 'cc') && i < verb) and = true
  }
  return object && and
}

/** The verb whose object, or part of whose phrase, a noun is; undefined where something beyond `last` hangs on the way. */
function verbAbove(clause: Clause, noun: number, last: number): number | undefined {
  let at = noun
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    for (let i = last + 1; i < clause.forms.length; i++) if (clause.head[i] === at && partAt(clause, i) !== 'PUNCT') return undefined
    const above = clause.head[at]!
    if (above < 0 || above > at || !is(clause, at, 'obj', 'obl', 'nmod', 'iobj', 'conj', 'appos')) return undefined
    if (partAt(clause, above) === 'VERB') return above
    at = above
  }
  return undefined
}
