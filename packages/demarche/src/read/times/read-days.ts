import {
  addDays,
  day as makeDay,
  type Day,
  daysBetween,
  daysInMonth,
  holidayIn,
  lastWeekday,
  nextWeekday,
  weekday as weekdayOf,
  weekOf,
} from '../../time/index.js'
import type { Parts } from './parts.js'
import { yearOfDay } from './read-dates.js'
import { type Anchor, dated, type Reader, type Reading, unplaced } from './reading.js'

/** `day`: a weekday, a day told from the document's, a holiday, a part of one of these. */
export const readDay: Reader = (parts, anchor) => {
  const named = parts.value('named', 'NAMEDDAY')
  if (named !== undefined) return dated(named, ['year', 'month', 'day'])
  if (parts.has('holiday')) return readHoliday(parts, anchor)
  if (parts.has('ord') && parts.month !== undefined) return weekOfMonth(parts, parts.month, anchor)
  if (parts.has('ord')) return parts.words('unit')?.[0] === 'day' && anchor.day !== undefined ? unplacedDay(parts, anchor) : undefined
  const base = baseDay(parts, anchor)
  const part = partOfDay(parts)
  if (base === undefined)
    return anchor.day === undefined ? unplaced(parts.weekday === undefined ? 'XXXX-XX-XX' : `XXXX-WXX-${parts.weekday}`) : undefined
  if (parts.has('unit')) return holidayOr(parts, base)
  return dated(part === undefined ? base : `${base}${part}`, [])
}

/** “the previous Friday”, “the next morning” are told from the story's day. */
export const isFromStory = (parts: Parts): boolean =>
  parts.value('rel', 'RELREF') !== undefined || (parts.the && parts.words('rel')?.[0] === 'next')

const partOfDay = (parts: Parts): string | undefined =>
  parts.value('part', 'PART', 'EDGE') ?? parts.value('tonight', 'TONIGHT') ?? parts.value('overnight', 'OVERNIGHT')

/** The day that a weekday, “yesterday” or a day of a month stands for, before its part of the day is looked at. */
export function baseDay(parts: Parts, anchor: Anchor): Day | undefined {
  const { day, story, tense } = anchor
  const moved = parts.value('deictic', 'DEICTIC')
  if (moved !== undefined) return day && addDays(day, Number(moved))
  const fromStory = isFromStory(parts)
  const rel = parts.rel
  const base = fromStory ? (story ?? day) : day
  if (base === undefined) return undefined
  const month = parts.month
  if (month !== undefined) {
    const date = parts.ordinal('day') ?? 0
    const year = parts.year('year') ?? yearOfDay(month, date, anchor)
    return year === undefined || date < 1 || date > daysInMonth(year, month) ? undefined : makeDay(year, month, date)
  }
  const { weekday } = parts
  if (weekday !== undefined) {
    if (rel === -1) return lastWeekday(base, weekday, false)
    if (rel === 1) return nextWeekday(base, weekday, false)
    if (rel === 0 && !fromStory) return tense === 'back' ? inWeek(base, weekday) : nextWeekday(base, weekday, true)
    return tense === 'ahead' || anchor.leans === 'strong' ? nextWeekday(base, weekday, true) : lastWeekday(base, weekday, true)
  }
  if (parts.has('overnight')) return addDays(base, -1)
  if (parts.has('tonight')) return base
  if (rel === -1 && partOfDay(parts) !== undefined) return addDays(base, -1)
  if (rel === 1) return addDays(base, 1)
  return rel === 0 ? base : (story ?? base)
}

const inWeek = (day: Day, weekday: number): Day => addDays(day, weekday - weekdayOf(day))

function readHoliday(parts: Parts, { day, tense }: Anchor): Reading | undefined {
  const code = parts.value('holiday', 'HOLIDAY')!
  const said = parts.year('year')
  if (said !== undefined) return dated(holidayIn(code, said), ['year', 'month', 'day'])
  if (day === undefined) return unplaced('XXXX-XX-XX')
  const now = Number(day.slice(0, 4))
  if (parts.yearRel !== undefined) return dated(holidayIn(code, now + parts.yearRel), ['month', 'day'])
  const near = [now, now + 1].map((y) => holidayIn(code, y)).find((it) => it >= day && daysBetween(day, it) <= 8)
  if (near !== undefined && parts.rel === undefined) return holidayOr(parts, near)
  const ahead = parts.rel === 1 || (parts.rel === undefined && tense === 'ahead')
  const years = ahead ? [now, now + 1] : [now, now - 1]
  const year = years.find((y) => (ahead ? holidayIn(code, y) >= day : holidayIn(code, y) <= day)) ?? now
  return holidayOr(parts, holidayIn(code, year))
}

/** The holiday, or the week or weekend that holds it. */
function holidayOr(parts: Parts, it: Day): Reading | undefined {
  const unit = parts.value('unit', 'UNIT')
  return dated(unit === undefined ? it : weekOf(it) + (unit === 'WE' ? '-WE' : ''), ['month', 'day'])
}

/** “the second week of May”: the ISO week that holds the middle of those seven days. */
function weekOfMonth(parts: Parts, month: number, anchor: Anchor): Reading | undefined {
  const year = parts.year('year') ?? yearOfDay(month, 15, anchor)
  if (year === undefined) return unplaced('XXXX-WXX')
  const middle = parts.words('ord')?.[0] === 'last' ? daysInMonth(year, month) - 3 : (parts.ordinal('ord') ?? 9) * 7 - 3
  return middle > daysInMonth(year, month) ? undefined : dated(weekOf(makeDay(year, month, middle)), ['month'])
}

/** “the second day”: a day of a row that the text tells of; the document's, since news tells of today. */
const unplacedDay = (parts: Parts, { day }: Anchor): Reading | undefined => (parts.ordinal('ord') === 1 ? undefined : dated(day!, []))
