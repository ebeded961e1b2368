import { unitAt } from '../../time/index.js'
import { dated, type Reader, unplaced } from './reading.js'

/** `year`: a year by its number, or the year of a number of years later. */
export const readYearAlone: Reader = (parts) => {
  const said = parts.year('year')
  const short = parts.words('yy')?.[0]
  const year = said !== undefined && short !== undefined ? said - (said % 100) + Number(short) : said
  if (year === undefined || year < 1 || year > 2999) return undefined
  return dated(String(year).padStart(4, '0'), ['year'], parts.mod)
}

/** `bc`: years before the era have a value but no days, because days are of the years 1 to 9999. */
export const readBefore: Reader = (parts) => {
  const count = parts.count('bc')
  return typeof count === 'number' ? unplaced(`BC${String(count).padStart(4, '0')}`, ['year']) : undefined
}

/** `fiscal`: the fiscal year that a text calls by its number or by “this”, “last”, “latest”. Its days depend on the company and are not told. */
export const readFiscal: Reader = (parts, { day, last }) => {
  const said = parts.year('year')
  if (said !== undefined) return dated(String(said), ['year'], parts.mod)
  if (parts.rel === undefined)
    return last !== undefined && /^\d{4}/.test(last) ? dated(last.slice(0, 4), []) : { type: 'DURATION', value: 'P1Y' }
  return day === undefined ? unplaced('XXXX') : dated(String(Number(day.slice(0, 4)) + parts.rel).padStart(4, '0'), [], parts.mod)
}

/** `decade`: `1980s` is 198; `'80s` and “the eighties” lie in the century that leaves them behind the document. */
export const readDecade: Reader = (parts, { day }) => {
  const full = parts.words('decade')?.[0]
  if (full !== undefined) return dated(full.slice(0, 3), ['year'], parts.mod)
  const word = parts.words('decadeyy')?.[0] ?? ''
  const digit = /^\d/.test(word) ? word[0] : parts.value('decadeyy', 'TENSDECADE')
  if (digit === undefined) return undefined
  const today = day ?? '2000-01-01'
  const own = today.slice(0, 2) + digit
  return dated(own <= unitAt(today, 'DE') && !(digit === '0') ? own : String(Number(today.slice(0, 2)) - 1) + digit, [], parts.mod)
}

/** `century`: the 20th is 19. */
export const readCentury: Reader = (parts) => {
  const century = parts.ordinal('century')
  return century === undefined || century < 1 || century > 30 ? undefined : dated(String(century - 1).padStart(2, '0'), ['year'], parts.mod)
}
