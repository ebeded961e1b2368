import type { TimeRow } from '../../spec/index.js'
import { addMonths, type Day, intervalOf } from '../../time/index.js'

/**
 * The latest day that the rows name with its year; where no day is named, the end of the latest month or year. A date without a year belongs to the year
 * in which the text was written, so one that lies later in the latest year than all full dates is later than they.
 */
export function inferFrom(times: readonly TimeRow[]): Day | undefined {
  const named = times.filter(({ certain, from, type }) => from !== undefined && type !== 'DURATION' && certain?.includes('year'))
  const year = latest(named.map(({ to }) => to!.slice(0, 4)).filter((it) => it >= '1900' && it <= '2100'))
  if (year === undefined) return undefined
  const inYear = named.filter(({ to }) => to!.startsWith(year))
  const finest = (['day', 'month', 'year'] as const).find((part) => inYear.some(({ certain }) => certain!.includes(part)))!
  const full = latest(inYear.filter(({ certain }) => certain!.includes(finest)).map(({ to }) => to!))!
  const ends = (shape: RegExp): readonly Day[] =>
    times.flatMap(({ value }) => (shape.test(value) ? (intervalOf(value.replace('XXXX', year))?.to ?? []) : []))
  const bare = latest(ends(/^XXXX-\d\d-\d\d/)) ?? latest(ends(/^XXXX-\d\d$/))
  // More than ten months after the last full date it is rather of the year before.
  return bare !== undefined && (finest === 'year' || (bare > full && bare <= addMonths(full, 10))) ? bare : full
}

const latest = (values: readonly string[]): string | undefined => values.toSorted().at(-1)
