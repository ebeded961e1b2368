import { fromOrdinal, isDay, ordinal } from '../../time/index.js'

/** Days are counted from here: most of what is told lies within two bytes of it. */
const START = ordinal('2000-01-01')

/** The number of a day; undefined where the text is none. */
export function dayNumber(text: string): number | undefined {
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d || !isDay(text)) return undefined
  return ordinal(text) - START
}

export const dayOf = (number: number): string => fromOrdinal(number + START)
