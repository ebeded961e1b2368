import { addDays, day, daysInMonth, type Interval, isDay } from './day.js'
import { addMonths } from './day.js'
import { weekStart } from './unit.js'

/** Which third of a period is meant: its beginning, middle or end. `BEFORE` and `AFTER` (of a day that is known elsewhere), `ANY` and undefined mean the whole. */
export type Part = 'START' | 'MID' | 'END' | 'BEFORE' | 'AFTER' | 'ANY'

const SEASONS: Readonly<Record<string, readonly [number, number]>> = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 14] }

/**
 * First and last day of a TIMEX3 value: `2024-05-16`, `2024-05-16T10:00`, `2024-W20`, `2024-W20-WE`, `2024-05`, `2024-Q2`, `2024-H1`, `2024-FA` (seasons of the
 * north; winter 2024 ends in February 2025), `2024`, `202`, `20`. Undefined for durations, sets and references. A `part` narrows periods longer than a day.
 */
export function intervalOf(value: string, part?: Part): Interval | undefined {
  const whole = wholeOf(value)
  return whole && (part === 'START' || part === 'MID' || part === 'END') ? narrow(whole, part) : whole
}

function wholeOf(value: string): Interval | undefined {
  const date = value.slice(0, 10)
  if (isDay(date)) return { from: date, to: date }
  if (/^\d{4}-W\d\d/.test(value)) {
    const monday = weekStart(value)
    return { from: value.endsWith('-WE') ? addDays(monday, 5) : monday, to: addDays(monday, 6) }
  }
  const year = Number(value.slice(0, 4))
  if (/^\d{4}-\d\d$/.test(value)) return months(year, Number(value.slice(5)), Number(value.slice(5)))
  if (/^\d{4}-Q[1-4]$/.test(value)) return months(year, Number(value[6]) * 3 - 2, Number(value[6]) * 3)
  if (/^\d{4}-H[12]$/.test(value)) return value[6] === '1' ? months(year, 1, 6) : months(year, 7, 12)
  const season = /^\d{4}-(SP|SU|FA|WI)$/.exec(value)?.[1]
  if (season !== undefined) return months(year, ...SEASONS[season]!)
  if (/^\d{1,4}$/.test(value) && !/^0+$/.test(value)) {
    const first = value.padEnd(4, '0')
    return { from: `${first === '0000' ? '0001' : first}-01-01`, to: `${value.padEnd(4, '9')}-12-31` }
  }
  return undefined
}

function months(year: number, first: number, last: number): Interval | undefined {
  if (year < 1 || year > 9998 || first < 1 || first > 12) return undefined
  const end = addMonths(day(year, first, 1), last - first)
  return { from: day(year, first, 1), to: `${end.slice(0, 8)}${daysInMonth(Number(end.slice(0, 4)), Number(end.slice(5, 7)))}` }
}

/**
 * A third of a period: of a year four months, of a decade the years 0–3, 4–6 and 7–9, of a month the first ten days, the middle and the last ten, else by
 * days. A day stays a day.
 */
function narrow({ from, to }: Interval, part: 'START' | 'MID' | 'END'): Interval {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  if (days < 3) return { from, to }
  const year = Number(from.slice(0, 4))
  if (days === 365 || days === 366) {
    const [first, last] = ({ START: [1, 4], MID: [5, 8], END: [9, 12] } as const)[part]
    return months(year, first, last) ?? { from, to }
  }
  if (days > 3650 && days < 3654) {
    const [first, last] = ({ START: [0, 3], MID: [4, 6], END: [7, 9] } as const)[part]
    return { from: day(year + first, 1, 1), to: day(year + last, 12, 31) }
  }
  const third = Math.round(days / 3)
  if (part === 'START') return { from, to: addDays(from, third - 1) }
  if (part === 'END') return { from: addDays(to, -(third - 1)), to }
  return { from: addDays(from, third), to: addDays(to, -third) }
}
