import { daysInMonth } from '../../time/index.js'

/** Days from 0000-03-01 to 2000-01-01, from which days are counted: most of what is told lies within two bytes of it. */
const START = 730_425

const HYPHEN = 0x2d

/** The digits of a text from one place to another as a number; NaN where one is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return NaN
    value = value * 10 + digit
  }
  return value
}

/** The number of a day; undefined where the text is none. Calendar arithmetic in whole numbers, with years that begin in March. */
export function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined
  const y = month > 2 ? year : year - 1
  const m = (month + 9) % 12
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1 - START
}

/** The day of a number. */
export function dayOf(number: number): string {
  const days = number + START
  const era = Math.floor(days / 146_097)
  const of = days - era * 146_097
  const y = Math.floor((of - Math.floor(of / 1460) + Math.floor(of / 36_524) - Math.floor(of / 146_096)) / 365)
  const left = of - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const m = Math.floor((5 * left + 2) / 153)
  const day = left - Math.floor((153 * m + 2) / 5) + 1
  const month = m < 10 ? m + 3 : m - 9
  const year = y + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}
