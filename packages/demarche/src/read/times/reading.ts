import { type Day, intervalOf, type Part } from '../../time/index.js'
import type { TimeRow } from '../../spec/index.js'
import type { Match } from './match.js'
import type { Parts } from './parts.js'

export type Tense = 'back' | 'ahead' | undefined
export type Certain = NonNullable<TimeRow['certain']>[number]

/** What an expression is resolved against. `day` is the document's; the rest is what the text has told so far. */
export interface Anchor {
  readonly day: Day | undefined
  readonly tense: Tense
  /** A word before it that looks ahead: “until”, “effective”. */
  readonly leans: 'weak' | 'strong' | undefined
  /** The day of which the story last told, by a date or a weekday. */
  readonly story: Day | undefined
  /** The value that was last read, if it was a date: what “the following year”, “that month” start from. */
  readonly last: string | undefined
  /** The quarter that was last told of, as `1989-Q3`. */
  readonly quarter: string | undefined
  /** The year that the text has just said, if the document's is another. */
  readonly year: number | undefined
}

/** What an expression means. A date without `from` could not be placed. */
export interface Reading {
  readonly type: TimeRow['type']
  readonly value: string
  readonly from?: Day
  readonly to?: Day
  readonly certain?: readonly Certain[]
  /** An age or another expression that is understood but is no time. */
  readonly drop?: boolean
}

/** Reads one kind of match. Undefined when it is no time after all. */
export type Reader = (parts: Parts, anchor: Anchor, match: Match) => Reading | undefined

/** A date by its value, with its interval; `part` narrows it. */
export function dated(value: string, certain: readonly Certain[], part?: Part): Reading | undefined {
  const interval = intervalOf(value, part)
  return interval ? { type: value.includes('T') && !value.endsWith('T') ? 'TIME' : 'DATE', value, ...interval, certain } : undefined
}

export const unplaced = (value: string, certain: readonly Certain[] = []): Reading => ({
  type: value.includes('T') ? 'TIME' : 'DATE',
  value,
  certain,
})
