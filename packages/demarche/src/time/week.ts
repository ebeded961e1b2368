import { addDays, type Day, fromOrdinal, ordinal, weekday } from './day.js'

/** The ISO week of a day as TIMEX3 writes it, `1998-W08`: Monday to Sunday, in the year that holds its Thursday. */
export function weekOf(of: Day): string {
  const thursday = addDays(of, 4 - weekday(of))
  const year = Number(thursday.slice(0, 4))
  return `${thursday.slice(0, 4)}-W${String(Math.floor((ordinal(thursday) - ordinal(`${String(year).padStart(4, '0')}-01-01`)) / 7) + 1).padStart(2, '0')}`
}

/** The Monday of ISO week `number` of `year`. */
export function mondayOf(year: number, number: number): Day {
  const fourth = ordinal(`${String(year).padStart(4, '0')}-01-04`)
  return fromOrdinal(fourth - (weekday(fromOrdinal(fourth)) - 1) + (number - 1) * 7)
}

/** The last such weekday (1 Monday – 7 Sunday) before `day`; `day` itself too when `orToday`. */
export function lastWeekday(day: Day, wanted: number, orToday: boolean): Day {
  const back = (weekday(day) - wanted + 7) % 7
  return addDays(day, back === 0 && !orToday ? -7 : -back)
}

/** The next such weekday after `day`; `day` itself too when `orToday`. */
export function nextWeekday(day: Day, wanted: number, orToday: boolean): Day {
  const ahead = (wanted - weekday(day) + 7) % 7
  return addDays(day, ahead === 0 && !orToday ? 7 : ahead)
}
