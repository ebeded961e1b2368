import type { Report } from '../../story/index.js'
import { REACH } from '../../story/index.js'
import { dayNumber } from '../pack/index.js'

/** The span of a claim that may be near to any other: it has no days, or too many, or people said what it is one with. Before every other. */
export const ANYWHERE = -(2 ** 40)
/** Longest interval, in days, that is told from `ANYWHERE`: a month. */
const LONGEST = 31
const WIDTH = 32

/** The days of a claim as one number that orders by the first of them: 32 times its first day, and how many more it has. */
export function spanOf({ claim: { when }, merge }: Pick<Report, 'claim' | 'merge'>): number {
  if (merge !== undefined || when.from === undefined || when.to === undefined) return ANYWHERE
  const [from, to] = [dayNumber(when.from), dayNumber(when.to)]
  if (from === undefined || to === undefined || to < from || to - from > LONGEST) return ANYWHERE
  return from * WIDTH + (to - from)
}

/** The last day of a span. */
const lastOf = (span: number): number => Math.floor(span / WIDTH) + (span - Math.floor(span / WIDTH) * WIDTH)

/**
 * Sorts what has spans, in their order, into groups of which no two can share an event: between them lie more days than any comparison of reports forgives. All are one
 * group when one of them may be near to any other.
 */
export function* neighbours<T>(ordered: readonly T[], span: (it: T) => number): Generator<readonly T[]> {
  if (ordered.length < 2 || span(ordered[0]!) === ANYWHERE) {
    if (ordered.length > 0) yield ordered
    return
  }
  let begin = 0
  let last = lastOf(span(ordered[0]!))
  for (let i = 1; i < ordered.length; i++) {
    const it = span(ordered[i]!)
    if (Math.floor(it / WIDTH) - last > REACH) {
      yield ordered.slice(begin, i)
      begin = i
    }
    last = Math.max(last, lastOf(it))
  }
  yield ordered.slice(begin)
}
