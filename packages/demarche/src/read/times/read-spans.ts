import { type Day, intervalOf, lengthOf, shiftDay, unitAt, type Unit } from '../../time/index.js'
import type { Parts } from './parts.js'
import { baseDay } from './read-days.js'
import { type Anchor, dated, type Reader, unplaced } from './reading.js'

/** `span`: a duration. `hi` is the upper end of “two to three weeks”, `add` the rest of “two hours and 30 minutes”. */
export const readSpan: Reader = (parts) => {
  const unit = parts.unit('unit')
  if (unit === undefined) return undefined
  const count = parts.has('count')
    ? parts.count('count')
    : /^(?:an|a|another|one)\b/.test(parts.words('unit')?.[0] ?? '') || singular(parts)
      ? 1
      : 'some'
  if (count === undefined || count === 0) return undefined
  if (parts.has('half') && typeof count === 'number') return { type: 'DURATION', value: lengthOf(unit, count + 0.5) }
  const rest = parts.count('add')
  const second = parts.unit('addunit')
  if (typeof count === 'number' && typeof rest === 'number' && second !== undefined)
    return { type: 'DURATION', value: joined(lengthOf(unit, count), lengthOf(second, rest)) }
  return { type: 'DURATION', value: lengthOf(unit, parts.has('hi') ? parts.count('hi')! : count) }
}

const singular = (parts: Parts): boolean => parts.value('unit', 'UNIT', 'QUARTER', 'SECOND') !== undefined

/** `P1Y` and `P6M` make `P1Y6M`; a `T` is written once. */
function joined(a: string, b: string): string {
  const tail = b.slice(1)
  return a.includes('T') && tail.startsWith('T') ? a + tail.slice(1) : a + tail
}

const COARSER: Partial<Record<Unit, Unit>> = { DE: 'Y', CE: 'Y', ML: 'Y', FN: 'W', H: 'D', MIN: 'D', S: 'D' }

/** `shift`: so long before or after the document's day (“ago”, “from now”) or the story's (“earlier”, “later”, “before that Monday”). */
export const readShift: Reader = (parts, anchor, match) => {
  const unit = parts.unit('unit') ?? 'D'
  const count = parts.has('count') ? parts.count('count') : parts.has('dir') && !parts.value('unit', 'UNITS') ? 1 : 'some'
  const way = direction(parts)
  if (count === 'some' || count === undefined) return { type: 'DATE', value: way < 0 ? 'PAST_REF' : 'FUTURE_REF' }
  const fromDay = parts.value('dir', 'AGO', 'HENCE') !== undefined
  const base =
    parts.has('weekday') || parts.has('deictic') || parts.has('month') ? baseDay(parts, anchor) : fromDay ? anchor.day : storyBase(anchor)
  if (way < 0 && unit === 'Y' && count === 1 && anchor.quarter !== undefined && !match.parts['weekday']) {
    return dated(`${Number(anchor.quarter.slice(0, 4)) - 1}${anchor.quarter.slice(4)}`, [])
  }
  if (base === undefined) return unplaced('XXXX')
  const moved = shiftDay(base, unit, way * count)
  // “A year ago on Tuesday”: with its weekday it is a day, whatever the unit.
  return moved === undefined ? undefined : dated(fromDay && parts.has('weekday') ? moved : valueOf(moved, unit, count), [])
}

const direction = (parts: Parts): number =>
  parts.value('dir', 'AGO', 'EARLIER') !== undefined || parts.words('dir')?.[0] === 'before' ? -1 : 1

function storyBase({ last, story, day }: Anchor): Day | undefined {
  return (last === undefined ? undefined : intervalOf(last)?.from) ?? story ?? day
}

/** Weeks and days come out as days, months as months: “two weeks ago” is a day, “two years ago” a year. */
function valueOf(day: Day, unit: Unit, count: number): string {
  // “Two weeks ago” is a day, “six weeks ago” hardly more than a week.
  if (unit === 'Y' && count % 1 !== 0) return unitAt(day, 'M')
  if (unit === 'W' || unit === 'FN') return unitAt(day, count >= 3 ? 'W' : 'D')
  return unitAt(day, COARSER[unit] ?? unit)
}
