import type { ClaimRow } from '../spec/index.js'
import { byCodeUnit } from '../text/index.js'
import type { Trace } from './code.js'
import type { Codes } from './rule.js'
import { codesText } from './what-if.js'

/** One way to read the words of a claim. */
export interface Reading {
  readonly rule: string
  /** Type, mode and CAMEO code in one line. */
  readonly codes: string
  /** What the rule is about, in a sentence. */
  readonly gloss: string
}

/** A claim with the readings of its words that differ in their codes, its own among them, by the names of their rules. */
export interface Contested {
  readonly claim: ClaimRow
  readonly readings: readonly Reading[]
}

/** The claims whose words could have been coded otherwise. Rivals that would make no claim, or one of the same codes, are no other reading. */
export function contested({ drafts, redraft, scene, claims }: Trace): Contested[] {
  const { start } = scene.parties.doc.tokens
  return claims.flatMap((claim) => {
    const draft = drafts.find(({ chosen }) => chosen.rule.rule === claim.rule && start[chosen.act.head] === claim.trigger.from)
    if (!draft) return []
    const { rule, rivals } = draft.chosen
    const byCodes = new Map<string, Reading>()
    const add = (codes: Codes, { rule: name, gloss }: typeof rule): void => {
      const told = codesText(codes)
      if (!byCodes.has(told)) byCodes.set(told, { rule: name, codes: told, gloss })
    }
    add(draft.codes, rule)
    for (const { candidate } of rivals.toSorted((a, b) => byCodeUnit(a.candidate.rule.rule, b.candidate.rule.rule))) {
      const other = redraft({ ...candidate, rivals: [] })
      if (other) add(other.codes, candidate.rule)
    }
    return byCodes.size > 1 ? [{ claim, readings: [...byCodes.values()].toSorted((a, b) => byCodeUnit(a.rule, b.rule)) }] : []
  })
}
