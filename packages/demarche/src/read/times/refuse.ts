import type { Atoms } from './atoms.js'
import type { Match } from './match.js'
import type { Symbols } from './symbols.js'

// What looks like a time and is none. Each rule speaks of one kind and looks one or two atoms to either side.

const AMBIGUOUS_MONTHS = new Set(['may', 'march', 'april', 'june', 'august', 'jan', 'mar', 'dec'])
const SHORT_WEEKDAYS = new Set(['sun', 'sat', 'mon', 'wed', 'fri', 'tue', 'tues', 'thu', 'thur', 'thurs', 'weds'])
const BEFORE_TIME = new Set(
  'in of by since until till from to last this next early mid late between and or through during before after for each every on around about end start beginning middle through throughout ( - , when as once'.split(
    ' ',
  ),
)
const WITHIN_TIME = new Set(['in', 'since', 'during', 'until', 'early', 'late', 'mid', 'this', 'last', 'next'])
const NO_MONTH = new Set(['madness', 'fools', 'day', 'act'])
const BEFORE_SEASON = new Set('in by since until during before after this last next late early through over of'.split(' '))
const COUNTED = new Set(
  'people persons troops soldiers men women children civilians police officers students workers refugees points feet miles meters metres kilometers kilometres km tons tonnes dollars euros pounds votes seats delegates homes houses jobs shares barrels pages words rounds rockets missiles tanks protesters demonstrators prisoners migrants members employees companies copies calories square cubic percent % yards acres hectares hp rpm mg kg'.split(
    ' ',
  ),
)
const FRONT_MARKS = new Set([
  '$',
  '£',
  '€',
  '¥',
  '#',
  'no',
  'flight',
  'page',
  'room',
  'highway',
  'route',
  'section',
  'article',
  'resolution',
  'channel',
])

export type Refuse = (match: Match) => boolean

export function createRefusal(atoms: Atoms, text: string, symbols: Symbols): Refuse {
  const { word, line, start, end: ends } = atoms
  const at = (i: number): string => (line[i] === '\n' || i < 0 ? '' : (word[i] ?? ''))
  const glued = (i: number): boolean => i > 0 && i < start.length && ends[i - 1] === start[i]
  const capital = (i: number): boolean => at(i) !== '' && /^\p{Lu}/u.test(text.slice(start[i], start[i]! + 2))
  const only = (match: Match, ...names: readonly string[]): boolean => Object.keys(match.parts).every((name) => names.includes(name))

  const monthAlone = (match: Match): boolean => {
    const name = at(match.parts['month']![0])
    if (!AMBIGUOUS_MONTHS.has(name) || match.parts['mod'] || match.parts['rel']) return false
    const before = at(match.first - 1)
    if (!BEFORE_TIME.has(before)) return true
    // “In June Lithuania sent aid” tells a month, “of June Carter” and “in March Madness” do not.
    if (!capital(match.end) || ['', ',', '.'].includes(at(match.end)) || name === 'august') return false
    return !WITHIN_TIME.has(before) || NO_MONTH.has(at(match.end))
  }
  const yearAlone = (match: Match): boolean => {
    const [first] = match.parts['year'] ?? [match.first]
    const figures = Number(at(first))
    if (match.first < first) {
      // “about 2000 troops”, “the 1500 men”; “the year 2000” is a year.
      return COUNTED.has(at(match.end)) && at(first - 1) !== 'year'
    }
    if (Number.isNaN(figures)) return false
    if (figures < 1400 || figures > 2100 || FRONT_MARKS.has(at(first - 1)) || COUNTED.has(at(match.end))) return true
    if (glued(first) && !['-', '(', '/', "'", '"'].includes(at(first - 1))) return true
    return (
      (glued(match.end) && /^[a-z%/]/.test(at(match.end)) && at(match.end) !== '/') ||
      (at(match.end) === ':' && glued(match.end + 1) && glued(match.end))
    )
  }
  const dayAlone = (match: Match): boolean => {
    const range = match.parts['weekday']
    if (!range) return false
    const name = at(range[0])
    if (SHORT_WEEKDAYS.has(name) && !(at(range[0] + 1) === '.' || match.parts['part'])) return true
    // “Bloody Sunday”, “Sunday Times”, “Black Friday”.
    const next = at(match.end)
    return capital(range[0] - 1) && ['bloody', 'black', 'easter', 'cyber', 'super'].includes(at(range[0] - 1))
      ? true
      : ['times', 'telegraph', 'express', 'mirror'].includes(next) && capital(match.end)
  }
  const seasonAlone = (match: Match): boolean => {
    const name = at(match.parts['season']![0])
    if (match.parts['year'] || match.parts['yrel']) return false
    const following = at(match.end)
    if (match.parts['rel']) return false
    if (match.first < match.parts['season']![0])
      return (name === 'fall' || name === 'spring') && (following === 'of' || !BEFORE_SEASON.has(at(match.first - 1)))
    return !BEFORE_SEASON.has(at(match.first - 1)) || name === 'fall' || capital(match.parts['season']![0])
  }
  const priced = ({ first }: Match): boolean => glued(first) && /^[$£€.:/]$/.test(at(first - 1))
  const titled = (i: number): boolean => capital(i) && text.slice(start[i]! + 1, ends[i]) === at(i).slice(1)
  const spanRefused = (match: Match): boolean => {
    const { first, end } = match
    // “The year” alone is a year; only “the year ended March 31” is a length.
    if (end - first === 2 && at(first) === 'the' && at(first + 1) === 'year' && !['ended', 'ending', 'to', 'through'].includes(at(end)))
      return true
    // “60 Minutes”, “48 Hours” are programmes.
    if ((/^\d/.test(at(first)) || /^\d/.test(at(first - 1))) && titled(end - 1)) return true
    // “as many days”; “a year-long siege” is another pattern's.
    return (
      (at(first - 1) === 'as' && at(first) === 'many') ||
      (at(first - 2) === 'as' && at(first - 1) === 'many') ||
      (at(end) === '-' && glued(end)) ||
      priced(match)
    )
  }
  const name = (i: number): boolean => at(i - 1) === '.' && ['mr', 'mrs', 'ms', 'dr'].includes(at(i - 2))
  const refuse: Refuse = (match) => {
    switch (match.kind) {
      case 'date':
        if (match.parts['day'] && symbols.value(at(match.parts['day'][0]), 'ORD') && !match.parts['month']) return true
        if (match.parts['day'] && glued(match.end) && (at(match.end) === '%' || (at(match.end) === ':' && /^\d/.test(at(match.end + 1)))))
          return true
        return only(match, 'month', 'mod', 'rel') && match.parts['month'] !== undefined && monthAlone(match)
      case 'year':
        return yearAlone(match)
      case 'relunit':
        // “This Week” is a programme.
        if (match.parts['same'] && at(match.end - 1) === 'year' && ['ended', 'ending', 'to', 'through'].includes(at(match.end))) return true
        return capital(match.end - 1) && match.end - match.first === 2 && !capital(match.end)
      case 'ref':
        return at(match.first) === 'soon' && ['after', 'as', 'before'].includes(at(match.end))
      case 'season':
        return seasonAlone(match)
      case 'day':
        return name(match.first) || (at(match.first) === 'dawn' && at(match.end) === 'of') || dayAlone(match)
      case 'iso':
      case 'slash':
      case 'dots':
        return (
          !Array.from({ length: match.end - match.first - 1 }, (_, i) => glued(match.first + 1 + i)).every(Boolean) ||
          (glued(match.first) && /[\d/.-]/.test(at(match.first - 1)))
        )
      case 'clock':
        if (match.parts['hhmm']) return false
        if (match.parts['min'] && !glued(match.parts['min'][0])) return true
        return glued(match.first) && /[\d:.$]/.test(at(match.first - 1))
      case 'fiscal':
        return !match.parts['year'] && !match.parts['rel'] && ['ended', 'ending'].includes(at(match.end))
      case 'span':
        return spanRefused(match)
      case 'shift':
        return priced(match)
      default:
        return false
    }
  }
  return refuse
}
