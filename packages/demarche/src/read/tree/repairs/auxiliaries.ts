import { hasSubject, is, type Clause } from './clause.js'

/**
 * "…, and that it had shot down a drone": an auxiliary has no subject, no object and no conjunction of its own; what the parser hung on one is its verb's. Projective as before, for the verb
 * stands above both.
 */
export function auxiliaries(clause: Clause): boolean {
  const { head } = clause
  let changed = false
  for (let i = 0; i < head.length; i++) {
    const above = head[i]!
    if (above < 0 || !is(clause, above, 'aux', 'aux:pass') || head[above]! < 0) continue
    if (!is(clause, i, 'nsubj', 'nsubj:pass', 'mark', 'cc', 'obl', 'obl:unmarked', 'advcl', 'obj')) continue
    const verb = head[above]!
    if (is(clause, i, 'nsubj', 'nsubj:pass') && hasSubject(clause, verb)) continue
    head[i] = verb
    changed = true
  }
  return changed
}
