import type { EntryRow, EventRow } from 'demarche/spec'
import { dayAt, days } from '../days.js'

export interface Scale {
  readonly start: number
  readonly end: number
  readonly left: number
  readonly width: number
  x(day: number): number
  /** The day under a place of the drawing, kept within the time shown. */
  day(x: number): number
}

/** A scale over all that has a day; undefined when nothing has. */
export function scaleOf(
  entries: readonly EntryRow[],
  events: readonly EventRow[],
  asOf: string | null,
  left: number,
  width: number,
): Scale | undefined {
  const marks = [
    ...events.flatMap(({ when }) => (when.from === undefined ? [] : [days(when.from)])),
    ...entries.flatMap(({ since, until }) => [since, until].flatMap((it) => (it === null ? [] : [days(it)]))),
    ...(asOf === null ? [] : [days(asOf)]),
  ].filter(Number.isFinite)
  if (marks.length === 0) return undefined
  const [first, last] = marks.reduce(([low, high], it) => [Math.min(low, it), Math.max(high, it)], [Infinity, -Infinity])
  const pad = Math.max(20, (last - first) * 0.02)
  const [start, end] = [first - pad, last + pad]
  const x = (day: number): number => left + ((day - start) / (end - start)) * (width - left)
  const day = (at: number): number => Math.min(end, Math.max(start, start + ((at - left) / (width - left)) * (end - start)))
  return { start, end, left, width, x, day }
}

/** Years, or months of a short time, that have room for their names. */
export function ticks({ start, end, left, width, x }: Scale): { readonly at: number; readonly name: string }[] {
  const room = (width - left) / 62
  const monthly = (end - start) / 30.4 <= room
  const [from, to] = [Number(dayAt(start).slice(0, 4)), Number(dayAt(end).slice(0, 4))]
  const names = Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((year) =>
    monthly ? Array.from({ length: 12 }, (_, m) => `${year}-${String(m + 1).padStart(2, '0')}`) : [String(year)],
  )
  const step = Math.max(1, Math.ceil((to - from + 1) / room))
  return names
    .filter((name, i) => (monthly || i % step === 0) && Number(name.slice(0, 4)) > 0)
    .map((name) => ({ at: x(days(`${name.padStart(4, '0')}${monthly ? '' : '-01'}-01`)), name }))
    .filter(({ at }) => at >= left && at < width - 34)
}
