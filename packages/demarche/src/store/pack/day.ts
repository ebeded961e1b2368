import { isDay } from '../../time/index.js'

/** Days from 0000-03-01 to 2000-01-01, from which days are counted: most of what is told lies within two bytes of it. */
const START = 730_425

/** The number of a day; undefined where the text is none. Calendar arithmetic in whole numbers, with years that begin in March. */
export function dayNumber(text: string): number | undefined {
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d || !isDay(text)) return undefined
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
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
