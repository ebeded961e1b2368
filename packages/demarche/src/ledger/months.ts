import type { EventRow } from '../spec/index.js'
import { byCodeUnit } from '../text/index.js'

export interface Month {
  /** `YYYY-MM`. */
  readonly month: string
  /** Events by quad class 1 to 4: verbal and material cooperation, verbal and material conflict. */
  readonly quads: readonly [number, number, number, number]
  /** Mean Goldstein score of the events that have one; absent without any. */
  readonly goldstein?: number
}

/** Counts of actual events a month. Background counts in the month in which it happened. */
export function monthly(events: readonly EventRow[]): Month[] {
  const months = new Map<string, EventRow[]>()
  for (const event of events) {
    if (event.status !== 'actual' || event.when.from === undefined) continue
    const month = event.when.from.slice(0, 7)
    const of = months.get(month)
    if (of) of.push(event)
    else months.set(month, [event])
  }
  return [...months]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([month, of]) => {
      const count = (quad: number): number => of.filter((event) => event.quad === quad).length
      const scores = of.flatMap(({ goldstein }) => goldstein ?? [])
      const score = scores.reduce((sum, it) => sum + Math.round(it * 100), 0)
      return monthOf(month, [1, 2, 3, 4].map(count), score, scores.length)
    })
}

/** A month from its counts. `score`: the sum of so many Goldstein scores, in whole hundredths, so that no order of adding changes it. */
export const monthOf = (month: string, quads: readonly number[], score: number, scored: number): Month => ({
  month,
  quads: [quads[0] ?? 0, quads[1] ?? 0, quads[2] ?? 0, quads[3] ?? 0],
  ...(scored > 0 ? { goldstein: Math.round(score / scored) / 100 } : {}),
})
