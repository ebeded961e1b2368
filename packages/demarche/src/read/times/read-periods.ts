import { type Day, intervalOf, lengthOf, type Part, shiftDay, unitAt } from '../../time/index.js'
import { isFromStory } from './read-days.js'
import { type Anchor, dated, type Reader, type Reading, unplaced } from './reading.js'

const SEASON_FIRST: Readonly<Record<string, number>> = { WI: 12, SP: 3, SU: 6, FA: 9 }

/** `season`: by its year, or the last, this or next one. */
export const readSeason: Reader = (parts, anchor) => {
  const season = parts.value('season', 'SEASON')!
  const said = parts.year('year')
  if (said !== undefined) return dated(`${said}-${season}`, ['year'], parts.mod)
  const { day } = anchor
  if (day === undefined) return unplaced(`XXXX-${season}`)
  const now = Number(day.slice(0, 4))
  if (parts.yearRel !== undefined) return dated(`${now + parts.yearRel}-${season}`, [], parts.mod)
  return dated(`${yearOfSeason(season, parts.rel, anchor, now)}-${season}`, [], parts.mod)
}

function yearOfSeason(season: string, rel: number | undefined, { day, tense, year }: Anchor, now: number): number {
  const first = SEASON_FIRST[season]!
  const month = Number(day!.slice(5, 7))
  // A winter belongs to the year in which it begins.
  const begun = month >= first
  const over = season === 'WI' ? false : month > first + 2
  if (rel === -1) return over ? now : now - 1
  if (rel === 1) return begun ? now + 1 : now
  if (rel === 0) return season === 'WI' && month <= 2 ? now - 1 : now
  if (year !== undefined) return year
  if (tense === 'ahead') return over ? now + 1 : now
  return begun ? now : now - 1
}

/** `quarter`: by number; without a year the latest that has begun, or the next when the verb looks ahead. */
export const readQuarter: Reader = (parts, anchor) => {
  const number = parts.ordinal('quarter') ?? Number(/\d/.exec(parts.words('quarter')?.[0] ?? '')?.[0])
  if (!(number >= 1 && number <= 4)) return undefined
  const { day } = anchor
  const said = parts.year('year')
  if (said !== undefined) return dated(`${said}-Q${number}`, ['year'])
  if (day === undefined) return unplaced(`XXXX-Q${number}`)
  const now = Number(day.slice(0, 4))
  if (parts.has('yearago')) return dated(`${quarterYear(number, anchor, now) - 1}-Q${number}`, [])
  return dated(`${parts.yearRel === undefined ? quarterYear(number, anchor, now) : now + parts.yearRel}-Q${number}`, [])
}

function quarterYear(number: number, { day, tense }: Anchor, now: number): number {
  const current = Math.ceil(Number(day!.slice(5, 7)) / 3)
  // The verb looks ahead to this quarter and the next at most: results “to be reported” are those of a quarter that is over.
  if (tense === 'ahead' && (number - current + 4) % 4 <= 1) return number >= current ? now : now + 1
  return number <= current ? now : now - 1
}

/** `half`: of a year, or of a decade in two figures. */
export const readHalf: Reader = (parts, { day }) => {
  const half = parts.value('half', 'HALFYEAR') ?? parts.words('half')?.[0]?.toUpperCase() ?? 'H1'
  const digit = parts.words('decadeyy')?.[0]?.[0]
  if (digit !== undefined) return dated(`19${digit}`, [], half === 'H1' ? 'START' : 'END')
  const said = parts.year('year')
  if (said !== undefined) return dated(`${said}-${half}`, ['year'])
  return day === undefined ? unplaced(`XXXX-${half}`) : dated(`${Number(day.slice(0, 4)) + (parts.yearRel ?? 0)}-${half}`, [])
}

/** `relunit`: “last week”, “the previous year”, “that month”, “the quarter”. */
export const readRelative: Reader = (parts, anchor) => {
  const said = parts.words('same')?.[0]
  const unit = parts.unit('unit') ?? parts.unit('same')
  const { day, story, last, tense } = anchor
  const isLatest = parts.value('rel', 'LATEST') !== undefined
  if (parts.words('unit')?.[0] === 'period' || (unit === 'Q' && (parts.rel === 0 || isLatest || said !== undefined)))
    return latestQuarter(anchor, isLatest || said !== undefined)
  if (unit === undefined || unit === 'H' || unit === 'MIN' || unit === 'S') return undefined
  if (parts.words('rel')?.[0] === 'past' && (unit === 'DE' || unit === 'CE')) return { type: 'DURATION', value: lengthOf(unit, 1) }
  const fromStory = isFromStory(parts)
  const base =
    fromStory || ['that', 'that same'].includes(parts.words('same')?.[0] ?? '')
      ? baseOf(unit === 'D' || unit === 'W' ? story : last, story, day)
      : day
  if (base === undefined) return unplaced(unit === 'D' ? 'XXXX-XX-XX' : unit === 'W' ? 'XXXX-WXX' : 'XXXX')
  const rel = parts.rel ?? 0
  const step = unit === 'WE' && rel === 0 && tense !== 'ahead' && base === day ? weekendBack(base) : rel
  const moved = shiftDay(base, unit, step)
  const reading = moved && dated(unitAt(moved, unit), [], parts.mod)
  return reading && day !== undefined ? clipped(reading, parts.mod, day) : reading || undefined
}

/** “Earlier this year” ends with the document's day, “later this year” begins with it. */
function clipped(reading: Reading, mod: Part | undefined, day: Day): Reading {
  const { from, to } = reading
  if (from === undefined || to === undefined || day < from || day > to) return reading
  return mod === 'BEFORE' ? { ...reading, to: day } : mod === 'AFTER' ? { ...reading, from: day } : reading
}

/** On Monday to Friday “the weekend” that the verb looks back on is the last one. */
const weekendBack = (day: Day): number => ([6, 0].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 0 : -1)

/** The day to count from: what was last told, if it has days and the words point to the story. */
function baseOf(last: string | undefined, story: Day | undefined, day: Day | undefined): Day | undefined {
  const told = last === undefined ? undefined : intervalOf(last)?.from
  return told ?? story ?? day
}

/** “the latest quarter”, “the latest period”: the one last told of, else the last that is over; “this quarter” is the document's. */
function latestQuarter({ quarter, day }: Anchor, over: boolean): Reading | undefined {
  if (quarter !== undefined && over) return dated(quarter, [])
  return day === undefined ? unplaced('XXXX-QX') : dated(unitAt((over && shiftDay(day, 'Q', -1)) || day, 'Q'), [])
}

/** `yearago`: “the year-earlier period”: the same as was last told, a year before. */
export const readYearAgo: Reader = (_, { quarter, last, day }) => {
  const base = quarter ?? last ?? (day === undefined ? undefined : day.slice(0, 4))
  if (base === undefined || !/^\d{4}/.test(base)) return unplaced('XXXX')
  return dated(String(Number(base.slice(0, 4)) - 1) + (quarter ?? '').slice(4), [])
}

/** `yearend`: the last day of the year. */
export const readYearEnd: Reader = (parts, { day, last, tense }) => {
  // “Following the year's end” goes on from the year of which the text has told.
  const told = parts.the && tense === 'back' && last !== undefined && /^\d{4}/.test(last) ? Number(last.slice(0, 4)) : undefined
  const year = parts.year('year') ?? told ?? (day === undefined ? undefined : Number(day.slice(0, 4)) + (parts.yearRel ?? 0))
  if (year === undefined) return unplaced('XXXX-12-31')
  return dated(`${year}-12-31`, parts.has('year') ? ['year'] : [])
}
