/** A civil day of the proleptic Gregorian calendar as `YYYY-MM-DD`, years 0001 to 9999. Compares as a string. */
export type Day = string

/** First and last day, both included. */
export interface Interval {
  readonly from: Day
  readonly to: Day
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

export function isDay(text: string): text is Day {
  const match = PATTERN.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function day(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Days since 1970-01-01; negative before. */
export function ordinal(of: Day): number {
  return Math.round(Date.parse(`${of}T00:00:00Z`) / 86_400_000)
}

export function fromOrdinal(days: number): Day {
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

export const addDays = (to: Day, days: number): Day => fromOrdinal(ordinal(to) + days)

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => ordinal(b) - ordinal(a)

/** The same date `months` later; the last day of the month where that date does not exist. */
export function addMonths(to: Day, months: number): Day {
  const index = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return day(year, month, Math.min(Number(to.slice(8)), daysInMonth(year, month)))
}

/** 1 for Monday to 7 for Sunday. */
export const weekday = (of: Day): number => ((((ordinal(of) + 3) % 7) + 7) % 7) + 1
