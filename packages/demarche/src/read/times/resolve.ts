import type { TimeRow } from '../../spec/index.js'
import type { Day } from '../../time/index.js'
import type { Atoms } from './atoms.js'
import type { Match } from './match.js'
import { joinClocks } from './join.js'
import { partsOf } from './parts.js'
import { READERS } from './readers.js'
import type { Anchor, Reading } from './reading.js'
import type { Symbols } from './symbols.js'
import { tenseAt } from './tense.js'

export interface Task {
  readonly atoms: Atoms
  readonly symbols: Symbols
  readonly matches: readonly Match[]
  /** The document's day. */
  readonly day: Day | undefined
  /** Which way each atom looks. */
  readonly ways: Int8Array
  /** Leave out what the text looks ahead to. */
  readonly told: boolean
}

/** A match that was read. */
export interface Found {
  readonly match: Match
  readonly reading: Reading
}

/** What the text has told up to here: the part of the anchor that moves. */
interface Told {
  story: Day | undefined
  last: string | undefined
  quarter: string | undefined
  year: number | undefined
  /** Atom of the year that was last said. */
  yearAt: number
  /** Atom of the quarter that was last told of. */
  quarterAt: number
}

/** Reads all matches in order, each against the document's day and what was told before it. */
export function resolveAll(task: Task): readonly TimeRow[] {
  const told: Told = { story: undefined, last: undefined, quarter: undefined, year: undefined, yearAt: -1, quarterAt: -1 }
  const matches = task.matches.flatMap(splitDays)
  const found: Found[] = []
  for (const [i, match] of matches.entries()) {
    const anchor: Anchor = {
      day: task.day,
      // “Wednesday's ruling” is news of a Wednesday that was.
      tense: task.atoms.word[match.end] === "'s" && match.kind === 'day' ? 'back' : tenseAt(task.ways, task.atoms, match),
      leans: leaning(task, matches[i - 1], match),
      story: told.story,
      last: told.last,
      quarter: match.first - told.quarterAt < REACH ? told.quarter : undefined,
      year: yearAhead(task, matches, i) ?? yearTold(task, told, match),
    }
    const reading = READERS[match.kind]?.(partsOf(match, task.atoms, task.symbols), anchor, match)
    if (reading === undefined || reading.drop || (task.told && anchor.tense === 'ahead')) continue
    found.push({ match, reading })
    remember(told, reading, match, opensSentence(task.atoms, match))
  }
  return joinClocks(found, task.atoms).map(({ match, reading }) => rowOf(task.atoms, match, reading))
}

function remember(told: Told, { type, value, from, certain }: Reading, { kind, end }: Match, opens: boolean): void {
  if (type === 'DURATION' || type === 'SET') return
  if (from === undefined) return
  // What is only compared with (“a year earlier”) does not move the story.
  if (kind === 'yearago') return
  if (/^\d{4}-Q\d/.test(value)) {
    if (kind === 'shift') return
    told.quarter = value
    told.quarterAt = end
  }
  told.last = value
  if (/^\d{4}-\d\d-\d\d/.test(value)) told.story = from
  const isYear = certain?.includes('year') && /^\d{4}(?:-\d\d){0,2}$/.test(value)
  // A year that opens a sentence, alone or with its month and day, stays the year of the dates after it that have none.
  if (!(told.year !== undefined && !certain?.includes('year') && value.startsWith(String(told.year))))
    told.year = isYear && opens ? Number(value.slice(0, 4)) : undefined
  told.yearAt = end
}

/** “September 13-14, 2022” is two dates of one month and year. */
function splitDays(match: Match): readonly Match[] {
  const { day2, month, day, year } = match.parts
  if (match.kind === 'years') return splitYears(match)
  if (match.kind !== 'days' || !day2 || !month || !day) return match.kind === 'days' ? [] : [match]
  const shared = { month, ...(year ? { year } : {}) }
  const monthFirst = month[0] < day[0]
  return [
    { kind: 'date', first: match.first, end: day[1], parts: { ...match.parts, ...shared, day } },
    { kind: 'date', first: day2[0], end: monthFirst ? match.end : match.end, parts: { ...shared, day: day2 } },
  ]
}

/** How long a quarter is the one that “a year earlier” compares with, in atoms. */
const REACH = 150

/** A word right before it that looks ahead; “Until Thursday, they had …” opens a sentence and does not. */
function leaning({ atoms, symbols }: Task, before: Match | undefined, match: Match): Anchor['leans'] {
  // “Until 9 a.m. Tuesday”: the word stands before the clock.
  const first = before?.kind === 'clock' && before.end === match.first ? before.first : match.first
  const it = symbols.value(atoms.word[first - 1] ?? '', 'LEAN')
  return it === undefined || atoms.line[first - 2] === '\n' || first < 2 ? undefined : it === 'strong' ? 'strong' : 'weak'
}

const opensSentence = ({ line }: Atoms, { first }: Match): boolean => first <= 2 || line.slice(Math.max(0, first - 3), first).includes('\n')

/** “2022-23” is two years of one century. */
function splitYears({ first, end, parts: { year, yy } }: Match): readonly Match[] {
  if (!year || !yy) return []
  return [
    { kind: 'year', first, end: year[1], parts: { year } },
    { kind: 'year', first: yy[0], end, parts: { year, yy } },
  ]
}

const JOINS = new Set(['to', 'and', '-', 'through', 'until', 'till', 'or'])

/** “from March to June 2018”: the year of the second end is the first one's too. */
function yearAhead({ atoms, symbols }: Task, matches: readonly Match[], i: number): number | undefined {
  const [own, next] = [matches[i]!, matches[i + 1]]
  if (next === undefined || own.kind !== 'date' || own.parts['year'] || next.kind !== 'date' || !next.parts['year']) return undefined
  return next.first === own.end + 1 && JOINS.has(atoms.word[own.end]!) ? partsOf(next, atoms, symbols).year('year') : undefined
}

/** The year that stands in the same sentence or the one before, when it is long past: the story is there, not at the document's day. */
function yearTold({ atoms, day }: Task, { year, yearAt }: Told, match: Match): number | undefined {
  if (year === undefined || day === undefined || year >= Number(day.slice(0, 4)))
    return year !== undefined && day === undefined ? year : undefined
  // The bound keeps this from reading back through a long text for each expression.
  return match.first - yearAt < 60 && atoms.line.slice(yearAt, match.first).split('\n').length <= 2 ? year : undefined
}

/** The last atom of an expression without the marks and prepositions that an optional part left behind. */
function lastAtom(word: readonly string[], { first, end }: Match): number {
  let last = end - 1
  while (last > first && LEFT_BEHIND.has(word[last]!) && !(word[last] === '.' && ABBREVIATED.test(word[last - 1]!))) last--
  return last
}

const LEFT_BEHIND = new Set([',', '.', '-', 'of', 'in', 'the', 'at'])
const ABBREVIATED = /^(?:[ap](?: \. )?m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)$/

function rowOf({ start, end, word }: Atoms, match: Match, { type, value, from, to, certain }: Reading): TimeRow {
  return {
    span: { from: start[match.first]!, to: end[lastAtom(word, match)]! },
    type,
    value,
    ...(from === undefined || to === undefined ? {} : { from, to }),
    ...(certain === undefined || certain.length === 0 ? {} : { certain: [...certain] }),
  }
}
