import type { ClaimRow } from '../spec/index.js'
import type { Draft } from './draft.js'

/** A draft with its row. */
export interface Drafted {
  readonly draft: Draft
  readonly row: ClaimRow
  /** It stands in somebody's own words, within quotation marks. */
  readonly quoted: boolean
  /** Tellings of its toll that were joined to it. */
  readonly tolls?: readonly Draft[]
}

/** Two tellings as one: the fuller one keeps the claim, the other is its evidence. */
export function join(a: Drafted, b: Drafted): Drafted {
  const parties = ({ row }: Drafted): number => Number(row.actors.length > 0) + Number(row.recipients.length > 0)
  const [main, other] = parties(b) > parties(a) ? [b, a] : [a, b]
  const evidence = [...(main.row.evidence ?? []), other.row.trigger, ...(other.row.evidence ?? [])]
  const figures = [
    ...(main.row.figures ?? []),
    ...(other.row.figures ?? []).filter(({ kind }) => !main.row.figures?.some((it) => it.kind === kind)),
  ]
  const when = main.row.when.basis !== 'stated' && other.row.when.basis === 'stated' ? other.row.when : main.row.when
  return {
    ...main,
    row: {
      ...main.row,
      when,
      evidence: evidence.toSorted((x, y) => x.from - y.from),
      ...(figures.length > 0 && { figures }),
      ...(main.row.where === undefined && other.row.where && { where: other.row.where }),
      ...(main.row.mode === undefined && other.row.mode !== undefined && { mode: other.row.mode }),
      confidence: Math.min(0.98, Math.round((1 - (1 - main.row.confidence) * (1 - other.row.confidence * 0.5)) * 100) / 100),
    },
  }
}
