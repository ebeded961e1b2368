import { day, daysInMonth, isDay, type Day } from '../time/index.js'

// Days as pages, feeds and tables write them. The day is the one that the text states, in the text's own time zone.

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [name, i + 1]),
)
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const ISO = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/
const COMPACT = /(?<!\d)(\d{4})(\d{2})(\d{2})(?:(?=T)|(?!\d))/
const DAY_MONTH = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -](\\d{4}|\\d{2})(?!\\d)`, 'i')
const MONTH_DAY = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i')
const ASCTIME = new RegExp(`\\b${MONTH} +(\\d{1,2}) \\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{2,5})? (\\d{4})`, 'i')
const SLASHED = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/

const checked = (year: number, month: number, date: number): Day | undefined =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
    ? day(year, month, date)
    : undefined
const century = (year: string): number => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900))
const month = (name: string): number => MONTHS[name.slice(0, 3).toLowerCase()] ?? 0

/**
 * The first day that a text states: ISO 8601, RFC 822, asctime and written English forms; `undefined` when there is none.
 * Of `3/4/2024` month and day are told apart only when one of them is above 12. Only the first 200 characters are read.
 */
export function dayIn(text: string): Day | undefined {
  const head = text.slice(0, 200).replace(/\s+/g, ' ')
  const iso = ISO.exec(head)
  if (iso) return checked(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  const turned = DAY_MONTH.exec(head)
  if (turned) return checked(century(turned[3]!), month(turned[2]!), Number(turned[1]))
  const named = MONTH_DAY.exec(head) ?? ASCTIME.exec(head)
  if (named) return checked(Number(named[3]), month(named[1]!), Number(named[2]))
  const compact = COMPACT.exec(head)
  if (compact) return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const slashed = SLASHED.exec(head)
  if (!slashed) return undefined
  const [a, b, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])]
  return a > 12 ? checked(year, b, a) : b > 12 || a === b || head.includes('/') ? checked(year, a, b) : checked(year, b, a)
}

/** A day that was given on purpose: an exact ISO day, or any form that `dayIn` reads. */
export const givenDay = (text: string): Day | undefined => (isDay(text) ? text : dayIn(text))
