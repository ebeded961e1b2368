import { addDays, addMonths, type Day } from './day.js'
import { mondayOf, weekOf } from './week.js'

/** Units of the calendar: day, week, weekend, month, quarter, year, decade, century, millennium; fortnight, and those of a day: hour, minute, second. */
export type Unit = 'D' | 'W' | 'WE' | 'M' | 'Q' | 'Y' | 'DE' | 'CE' | 'ML' | 'FN' | 'H' | 'MIN' | 'S'

const MONTHS: Partial<Record<Unit, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200, ML: 12_000 }
const DAYS: Partial<Record<Unit, number>> = { D: 1, W: 7, WE: 7, FN: 14 }

/** The day `count` units later; hours and shorter move nothing. Months keep the date where it exists. Undefined outside the years 1–9999. */
export function shiftDay(from: Day, unit: Unit, count: number): Day | undefined {
  if (Math.abs(count) > 4_000_000) return undefined
  const months = MONTHS[unit]
  if (months !== undefined) {
    const index = Number(from.slice(0, 4)) * 12 + Math.round(count * months)
    return index < 12 || index >= 119_988 ? undefined : addMonths(from, Math.round(count * months))
  }
  const year = Number(from.slice(0, 4)) + (count * (DAYS[unit] ?? 0)) / 365
  return year < 2 || year > 9998 ? undefined : addDays(from, Math.round(count * (DAYS[unit] ?? 0)))
}

/** The unit of the calendar that holds the day, as TIMEX3 writes it: `1998-08-07`, `1998-W32`, `1998-08`, `1998-Q3`, `1998`, `199`, `19`. */
export function unitAt(day: Day, unit: Unit): string {
  switch (unit) {
    case 'W':
    case 'FN':
      return weekOf(day)
    case 'WE':
      return `${weekOf(day)}-WE`
    case 'M':
      return day.slice(0, 7)
    case 'Q':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
    case 'Y':
      return day.slice(0, 4)
    case 'DE':
      return day.slice(0, 3)
    case 'CE':
      return day.slice(0, 2)
    case 'ML':
      return day.slice(0, 1)
    default:
      return day
  }
}

/** The day on which a week value (`1998-W32`) begins. */
export const weekStart = (value: string): Day => mondayOf(Number(value.slice(0, 4)), Number(value.slice(6, 8)))

/** A length as TIMEX3 writes it: `P6W`, `PT90M` for minutes, `P10Y` for a decade; `X` where the number is not told; halves in the next smaller unit. */
export function lengthOf(unit: Unit, count: number | 'some'): string {
  if (count === 'some')
    return { MIN: 'PTXM', H: 'PTXH', S: 'PTXS', DE: 'PXDE', CE: 'PXCE', ML: 'PXML', FN: 'PXW', WE: 'PXWE' }[unit as string] ?? `PX${unit}`
  const whole = Math.floor(count)
  const half = count - whole === 0.5
  const head = whole === 0 ? '' : String(whole)
  switch (unit) {
    case 'H':
      return half ? (whole === 0 ? 'PT30M' : `PT${head}H30M`) : `PT${count}H`
    case 'MIN':
      return half ? (whole === 0 ? 'PT30S' : `PT${head}M30S`) : `PT${count}M`
    case 'S':
      return `PT${count}S`
    case 'Y':
      return half ? (whole === 0 ? 'P6M' : `P${head}Y6M`) : `P${count}Y`
    case 'D':
      return half ? (whole === 0 ? 'PT12H' : `P${head}DT12H`) : `P${count}D`
    case 'DE':
      return `P${count * 10}Y`
    case 'CE':
      return `P${count * 100}Y`
    case 'ML':
      return `P${count * 1000}Y`
    case 'FN':
      return `P${count * 2}W`
    default:
      return `P${count}${unit}`
  }
}
