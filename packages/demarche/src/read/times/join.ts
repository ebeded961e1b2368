import type { Atoms } from './atoms.js'
import type { Match } from './match.js'
import type { Found } from './resolve.js'

const BETWEEN = new Set(['', ',', 'on', 'at', ', at', 'on the', ', on', 'around', 'at around', 'at about'])

/** Joins a clock time with the day that stands beside it: “10 p.m. Wednesday”, “Friday at noon” are one expression. */
export function joinClocks(found: readonly Found[], atoms: Atoms): readonly Found[] {
  const joined: Found[] = []
  for (const it of found) {
    const before = joined.at(-1)
    carryDay(joined, it, atoms)
    const both = before && pair(before, it, atoms)
    if (both) joined[joined.length - 1] = both
    else joined.push(it)
  }
  return joined
}

/** “at 10:35 a.m. (0735 GMT) Friday”: the day that closes such a row is the day of all its clock times. */
function carryDay(joined: Found[], day: Found, { word }: Atoms): void {
  if (day.match.kind !== 'day' || !DAY.test(day.reading.value) || word[day.match.first - 1] !== ')') return
  let reached = day.match.first
  for (let i = joined.length - 1; i >= 0 && joined[i]!.match.kind === 'clock'; i--) {
    const { match, reading } = joined[i]!
    if (!word.slice(match.end, reached).every((it) => it === '(' || it === ')' || it === ',')) return
    const { from, to } = day.reading
    const value = day.reading.value.slice(0, 10) + reading.value.slice(reading.value.indexOf('T'))
    joined[i] = { match, reading: { ...reading, value, ...(from === undefined || to === undefined ? {} : { from, to }) } }
    reached = match.first
  }
}

const DAY = /^\d{4}-\d\d-\d\d/

function pair(a: Found, b: Found, { word }: Atoms): Found | undefined {
  const clock = a.match.kind === 'clock' ? a : b.match.kind === 'clock' ? b : undefined
  if (clock === undefined || a.match.kind === b.match.kind) return undefined
  const day = clock === a ? b : a
  if (b.match.first - a.match.end > 2 || !BETWEEN.has(word.slice(a.match.end, b.match.first).join(' '))) return undefined
  if (!/^[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)(?:T[A-Z]{2})?$/.test(day.reading.value) || day.reading.type === 'SET') return undefined
  const time = clock.reading.value.slice(clock.reading.value.indexOf('T'))
  const match: Match = { kind: 'clock', first: a.match.first, end: b.match.end, parts: {} }
  const value = day.reading.value.replace(/T[A-Z]{2}$/, '') + time
  return { match, reading: { ...day.reading, type: 'TIME', value, certain: [...(day.reading.certain ?? []), 'hour'] } }
}
