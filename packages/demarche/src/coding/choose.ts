import { byCodeUnit } from '../text/index.js'
import type { Candidate } from './apply.js'
import type { Coder } from './compile.js'
import { listed } from './grouped.js'

/** Why one reading of the same words won over another; `explain` prints it. */
export type Reason = 'declared' | 'longer' | 'narrower' | 'own word' | 'tree' | 'vote' | 'name'

/** One act's reading, and those that it won over. */
export interface Chosen extends Candidate {
  readonly rivals: readonly { readonly candidate: Candidate; readonly why: Reason }[]
}

/** A vote among readings of the same words, in whole numbers; higher wins. Absent: no vote. */
export type Vote = (candidate: Candidate) => number

/** Leaves one reading for words that several rules take. The order of the input never matters. */
export function choose(coder: Coder, candidates: readonly Candidate[], vote?: Vote): Chosen[] {
  const ordered = candidates.toSorted((a, b) => a.act.head - b.act.head || byCodeUnit(a.rule.rule, b.rule.rule))
  const chosen = new Set<Open>()
  const byToken = new Map<number, Open[]>()
  for (const [place, candidate] of ordered.entries()) {
    let open: Open = { it: candidate, rivals: [], place }
    const sameWords = new Set(candidate.tokens.flatMap((token) => byToken.get(token) ?? []))
    for (const other of [...sameWords].filter((it) => chosen.has(it)).toSorted((a, b) => a.place - b.place)) {
      chosen.delete(other)
      const [wins, why] = better(coder, open.it, other.it, vote)
      const [winner, loser] = wins ? [open, other] : [other, open]
      open = { it: winner.it, rivals: [...winner.rivals, ...loser.rivals, { candidate: loser.it, why }], place }
    }
    chosen.add(open)
    for (const token of open.it.tokens) listed(byToken, token, open)
  }
  return [...chosen].map(({ it, rivals }) => ({ ...it, rivals }))
}

/** A reading that stands so far, and when it came to stand. */
interface Open {
  readonly it: Candidate
  readonly rivals: readonly { readonly candidate: Candidate; readonly why: Reason }[]
  readonly place: number
}

/** Whether `a` wins over `b`, and by which of the steps of `docs/rules.md`. */
function better({ beats }: Coder, a: Candidate, b: Candidate, vote?: Vote): [boolean, Reason] {
  const [ab, ba] = [beats.get(a.rule.rule)!.has(b.rule.rule), beats.get(b.rule.rule)!.has(a.rule.rule)]
  if (ab !== ba) return [ab, 'declared']
  if (a.tokens.length !== b.tokens.length) return [a.tokens.length > b.tokens.length, 'longer']
  if (a.filled !== b.filled) return [a.filled > b.filled, 'narrower']
  if (a.trigger.derived !== b.trigger.derived) return [b.trigger.derived, 'own word']
  if (a.loose !== b.loose) return [a.loose < b.loose, 'tree']
  const votes = vote ? vote(a) - vote(b) : 0
  if (votes !== 0) return [votes > 0, 'vote']
  return [byCodeUnit(a.rule.rule, b.rule.rule) < 0, 'name']
}
