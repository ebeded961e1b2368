import { addDays, day, type Day, daysBetween, daysInMonth, isDay } from '../../time/index.js'
import type { Parts } from './parts.js'
import { type Anchor, dated, type Reader, type Reading, unplaced } from './reading.js'

const pad = (number: number): string => String(number).padStart(2, '0')

/** `date`: a day of a month or a month, with or without its year. */
export const readDate: Reader = (parts, anchor) => {
  const { month, weekday, mod } = parts
  const date = parts.has('day') ? parts.ordinal('day') : undefined
  if (month === undefined) return weekday === undefined || date === undefined ? undefined : dayOfMonth(date, anchor)
  if (date !== undefined && date > daysInMonth(2000, month)) return undefined
  const said = yearOf(parts, anchor)
  const stated = parts.has('year') ? (['year'] as const) : []
  if (date === undefined) {
    const year = said ?? yearOfMonth(month, parts.rel, anchor)
    return year === undefined
      ? unplaced(`XXXX-${pad(month)}`, ['month'])
      : dated(`${String(year).padStart(4, '0')}-${pad(month)}`, [...stated, 'month'], mod)
  }
  const year = said ?? yearOfDay(month, date, parts.rel === -1 ? { ...anchor, tense: 'back', never: 'ahead' } : anchor)
  if (year === undefined) return unplaced(`XXXX-${pad(month)}-${pad(date)}`, ['month', 'day'])
  return date > daysInMonth(year, month) ? undefined : dated(day(year, month, date), [...stated, 'month', 'day'])
}

function yearOf(parts: Parts, { day: today }: Anchor): number | undefined {
  if (parts.has('year')) return parts.year('year')
  return parts.yearRel === undefined || today === undefined ? undefined : Number(today.slice(0, 4)) + parts.yearRel
}

/** The year of a date without one: the nearest, unless the verb looks the other way and that is not absurdly far. */
export function yearOfDay(
  month: number,
  date: number,
  { day: today, tense, leans, year, never }: Anchor & { never?: 'ahead' },
): number | undefined {
  if (year !== undefined) return year
  if (today === undefined) return undefined
  const now = Number(today.slice(0, 4))
  const at = (y: number): Day => day(y, month, Math.min(date, daysInMonth(y, month)))
  const ahead = [now, now + 1].find((y) => at(y) >= today) ?? now + 1
  const back = [now, now - 1].find((y) => at(y) <= today) ?? now - 1
  if (ahead === back) return now
  const until = daysBetween(today, at(ahead))
  const limit = never === 'ahead' ? 0 : tense === 'ahead' || leans ? 300 : tense === 'back' ? 62 : 120
  return until <= limit ? ahead : back
}

/** The year of a bare month: the last such month when the verb looks back, the next when it looks ahead; this month is both. */
function yearOfMonth(month: number, rel: number | undefined, { day: today, tense, leans, year }: Anchor): number | undefined {
  if (today === undefined) return rel === undefined ? year : undefined
  const [now, current] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (rel === -1) return month < current ? now : now - 1
  if (rel === 1) return month > current ? now : now + 1
  if (rel === 0) return now
  if (year !== undefined) return year
  if (tense === 'ahead' || (leans && (month - current + 12) % 12 <= 8)) return month >= current ? now : now + 1
  const until = (month - current + 12) % 12
  if (tense === 'back' && until > 1) return month <= current ? now : now - 1
  return until <= 2 ? (month >= current ? now : now + 1) : month <= current ? now : now - 1
}

/** “Tuesday the 18th”: the month is the document's, or the one before where the day would lie far ahead. */
function dayOfMonth(date: number, { day: today, tense }: Anchor): Reading | undefined {
  if (today === undefined) return unplaced(`XXXX-XX-${pad(date)}`, ['day'])
  let base = today
  if (date > Number(today.slice(8)) && tense !== 'ahead') base = addDays(`${today.slice(0, 7)}-01`, -1)
  const value = `${base.slice(0, 7)}-${pad(date)}`
  return isDay(value) ? dated(value, ['day']) : undefined
}

/** `iso`, `slash`, `dots`: dates in figures. Slashes are month first unless that cannot be. */
export const readFigures: Reader = (parts) => {
  const year = parts.year('year')
  if (year === undefined) return undefined
  const full = year < 100 ? (year < 50 ? 2000 : 1900) + year : year
  const [a, b] = [parts.ordinal('a'), parts.ordinal('b')]
  const month = parts.ordinal('mm') ?? (parts.has('mm') ? undefined : b)
  const date = parts.ordinal('day') ?? a
  if (month === undefined || date === undefined) return undefined
  return asDay(full, month, date)
}

/** American order first; where that is no date, the other. */
export const readSlashed: Reader = (parts) => {
  const [a, b, year] = [parts.ordinal('a'), parts.ordinal('b'), parts.year('year')]
  if (a === undefined || b === undefined || year === undefined) return undefined
  const full = year < 100 ? (year < 50 ? 2000 : 1900) + year : year
  return asDay(full, a, b) ?? asDay(full, b, a)
}

function asDay(year: number, month: number, date: number): Reading | undefined {
  const value = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month) ? day(year, month, date) : undefined
  return value === undefined ? undefined : dated(value, ['year', 'month', 'day'])
}
