import { addDays, isDay } from './day.js'

/** Whole months that an interval consists of, as [first, last], each `yyyy-mm`; undefined where it begins or ends within one. */
function wholeMonths(from: string, to: string): [string, string] | undefined {
  if (!isDay(from) || !isDay(to)) return undefined
  return from.endsWith('-01') && addDays(to, 1).endsWith('-01') ? [from.slice(0, 7), to.slice(0, 7)] : undefined
}

/** Two points of one sort, the second without what it shares with the first. */
function between(a: string, b: string): string {
  if (a === b) return a
  if (a.slice(0, 4) !== b.slice(0, 4) || a.length === 4) return `${a}–${b}`
  return `${a}–${b.slice(a.slice(0, 7) === b.slice(0, 7) ? 8 : 5)}`
}

/**
 * An interval of days as it is told in a table, never more exact than it is: `2024-05-16`, `2024-05-11–13`, `2020-09–11` for an autumn, `2020` for a year, `2018–2022`; `2023-09-19–` and
 * `–2023-09-19` where one end is not known. Days of different months are told by their months, so at most 15 characters are needed. Undefined where neither end is known.
 */
export function toldDays({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): string | undefined {
  if (from === undefined) return to === undefined ? undefined : `–${to}`
  if (to === undefined) return `${from}–`
  if (from === to) return from
  const months = wholeMonths(from, to)
  if (months?.[0].endsWith('-01') && months[1].endsWith('-12')) return between(from.slice(0, 4), to.slice(0, 4))
  if (months || from.slice(0, 7) !== to.slice(0, 7)) return between(from.slice(0, 7), to.slice(0, 7))
  return between(from, to)
}
