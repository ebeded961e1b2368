// Days as numbers, for drawing. Every day is one of UTC, so no time zone moves a mark.

const DAY = 86_400_000

export const days = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
export const dayAt = (n: number): string => new Date(Math.round(n) * DAY).toISOString().slice(0, 10)

/** Months counted from the year 0; `YYYY-MM` and back. */
export const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
export const monthAt = (n: number): string => `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`
export const firstOf = (month: number): string => `${monthAt(month)}-01`
export const lastOf = (month: number): string => dayAt(days(firstOf(month + 1)) - 1)

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

export interface Bin {
  readonly first: string
  readonly last: string
  /** What the bin is called. */
  readonly name: string
}

/** The unit of which at most `most` fill a span of days. */
export const unitFor = (span: number, most: number): Unit =>
  (['day', 'week', 'month', 'quarter', 'year'] as const).find(
    (unit) => span / { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.25 }[unit] <= most,
  ) ?? 'year'

/** The bin of a day, by the calendar. */
export function binOf(day: string, unit: Unit): Bin {
  if (unit === 'day') return { first: day, last: day, name: day }
  if (unit === 'week') {
    // Day 4 of the count was a Monday.
    const monday = days(day) - ((((days(day) - 4) % 7) + 7) % 7)
    return { first: dayAt(monday), last: dayAt(monday + 6), name: `${dayAt(monday)} – ${dayAt(monday + 6)}` }
  }
  if (unit === 'year') return { first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31`, name: day.slice(0, 4) }
  const size = unit === 'month' ? 1 : 3
  const start = Math.floor(months(day) / size) * size
  const name = unit === 'month' ? monthAt(start) : `${day.slice(0, 4)} Q${Math.floor((start % 12) / 3) + 1}`
  return { first: firstOf(start), last: lastOf(start + size - 1), name }
}
