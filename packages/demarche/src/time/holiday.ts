import { addDays, day, type Day, daysInMonth, weekday } from './day.js'

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm), years 1583 and later. */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return day(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/**
 * The day of a holiday in a year. `code` is a date (`12-25`), a distance from Easter (`easter-2`), or the n-th weekday of a month with an optional
 * distance (`11/4/4` the fourth Thursday of November, `5/1/-1` the last Monday of May, `11/1/1+1` the day after the first Monday of November).
 */
export function holidayIn(code: string, year: number): Day {
  if (code.startsWith('easter')) return addDays(easter(year), Number(code.slice(6) || 0))
  const fixed = /^(\d\d)-(\d\d)$/.exec(code)
  if (fixed) return day(year, Number(fixed[1]), Number(fixed[2]))
  const [month = 1, wanted = 1, rest = '1'] = code.split('/').map((part, i) => (i < 2 ? Number(part) : part)) as [number, number, string]
  const [nth, more] = [Number.parseInt(rest, 10), Number(/\+\d+$/.exec(rest)?.[0] ?? 0)]
  if (nth > 0) {
    const first = day(year, month, 1)
    return addDays(first, ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7 + more)
  }
  const last = day(year, month, daysInMonth(year, month))
  return addDays(last, -((weekday(last) - wanted + 7) % 7) + more)
}
