import type { TimeRow } from '../../spec/index.js'
import type { Day } from '../../time/index.js'

/** The latest day that the rows name with its year; where no day is named, the end of the latest month or year. */
export function inferFrom(times: readonly TimeRow[]): Day | undefined {
  const named = times.filter(({ certain, from, type }) => from !== undefined && type !== 'DURATION' && certain?.includes('year'))
  const years = named.map(({ to }) => to!.slice(0, 4)).filter((year) => year >= '1900' && year <= '2100')
  const latest = years.toSorted().at(-1)
  if (latest === undefined) return undefined
  const inYear = named.filter(({ to }) => to!.startsWith(latest))
  const finest = inYear.find(({ certain }) => certain!.includes('day'))
    ? 'day'
    : inYear.find(({ certain }) => certain!.includes('month'))
      ? 'month'
      : 'year'
  return inYear
    .filter(({ certain }) => certain!.includes(finest))
    .map(({ to }) => to!)
    .toSorted()
    .at(-1)
}
