import type { EntryRow, EventRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { text } from '../text.js'
import { phrase } from './names.js'

const ROW = 24
const CHART = 110
const DAY = 86_400_000

const days = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dayAt = (n: number): string => new Date(Math.round(n) * DAY).toISOString().slice(0, 10)

interface LedgerProps {
  readonly entries: readonly EntryRow[]
  readonly events: readonly EventRow[]
  readonly asOf: string | null
  readonly range: { readonly from?: string | undefined; readonly to?: string | undefined }
  readonly name: (id: string | undefined) => string
  readonly onRange: (from: string | undefined, to: string | undefined) => void
}

/** Width of an element, followed while the window changes. */
function useWidth(): readonly [(it: HTMLElement | null) => void, number] {
  const [width, set] = useState(800)
  const observer = useRef<ResizeObserver | undefined>(undefined)
  const ref = useRef((it: HTMLElement | null): void => {
    observer.current?.disconnect()
    if (!it) return
    observer.current = new ResizeObserver(() => set(Math.max(280, it.clientWidth)))
    observer.current.observe(it)
    set(Math.max(280, it.clientWidth))
  })
  return [ref.current, width]
}

/** Standing relations as bars, above columns of events by class. Dragging over the columns selects a time. */
export function Ledger({ entries, events, asOf, range, name, onRange }: LedgerProps): JSX.Element | null {
  const [ref, width] = useWidth()
  const [drag, show] = useState<readonly [number, number] | undefined>()
  // Pointer events can come faster than the page is drawn, so the drag lives in a ref; the state is what is drawn of it.
  const dragging = useRef<readonly [number, number] | undefined>(undefined)
  const setDrag = (to: readonly [number, number] | undefined): void => {
    dragging.current = to
    show(to)
  }
  const dated = events.filter((it) => it.status === 'actual' && it.when.from !== undefined)
  const marks = [
    ...dated.map((it) => days(it.when.from!)),
    ...entries.flatMap(({ since, until }) => [since, until].flatMap((it) => (it === null ? [] : [days(it)]))),
    ...(asOf === null ? [] : [days(asOf)]),
  ].filter(Number.isFinite)
  if (marks.length === 0) return null
  const [first, last] = [Math.min(...marks), Math.max(...marks)]
  const pad = Math.max(20, (last - first) * 0.02)
  const [start, end] = [first - pad, last + pad]
  const x = (day: number): number => ((day - start) / (end - start)) * width
  const dayOf = (event: PointerEvent): number =>
    start + ((event.clientX - (event.currentTarget as Element).getBoundingClientRect().left) / width) * (end - start)
  const rows = lanes(entries)
  const top = rows.length * ROW + 4
  const middle = top + CHART / 2
  const height = top + CHART + 22
  const columns = bins(dated, start, end, Math.max(12, Math.floor(width / 14)))
  const tallest = Math.max(1, ...columns.map(({ quads }) => Math.max(quads[1]! + quads[2]!, quads[3]! + quads[4]!)))
  const scale = (CHART / 2 - 6) / tallest
  const chosen = drag
    ? [Math.min(...drag), Math.max(...drag)]
    : range.from === undefined && range.to === undefined
      ? undefined
      : [range.from === undefined ? start : days(range.from), range.to === undefined ? end : days(range.to) + 1]
  return (
    <figure class="ledger" ref={ref}>
      <figcaption class="hidden">{text.pair.ledgerHelp}</figcaption>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={text.pair.ledger}
        onPointerDown={(it) => {
          it.currentTarget.setPointerCapture(it.pointerId)
          setDrag([dayOf(it), dayOf(it)])
        }}
        onPointerMove={(it) => dragging.current && setDrag([dragging.current[0], dayOf(it)])}
        onPointerCancel={() => setDrag(undefined)}
        onPointerUp={() => {
          const ends = dragging.current
          if (!ends) return
          const [from, to] = [Math.min(...ends), Math.max(...ends)]
          setDrag(undefined)
          if (x(to) - x(from) > 6) onRange(dayAt(from), dayAt(to))
        }}
      >
        {chosen && (
          <rect class="chosen-time" x={x(chosen[0]!)} y={0} width={Math.max(1, x(chosen[1]!) - x(chosen[0]!))} height={top + CHART} />
        )}
        {years(start, end, width)
          .filter((year) => x(days(`${year}-01-01`)) < width - 32)
          .map((year) => (
            <g key={year}>
              <line class="grid" x1={x(days(`${year}-01-01`))} x2={x(days(`${year}-01-01`))} y1={0} y2={top + CHART} />
              <text class="tick" x={x(days(`${year}-01-01`)) + 3} y={height - 6}>
                {year}
              </text>
            </g>
          ))}
        {rows.map(({ label, of }, row) => (
          <g key={label}>
            {of.map((entry, i) => {
              const from = entry.since === null ? start : days(entry.since)
              const to = entry.until === null ? end : days(entry.until)
              return (
                <rect
                  key={i}
                  class={`bar is-${tone(entry)}`}
                  x={x(from)}
                  y={row * ROW + 3}
                  width={Math.max(3, x(to) - x(from))}
                  height={ROW - 6}
                  rx={3}
                >
                  <title>{`${phrase(entry, name)} · ${entry.since ?? '…'} – ${entry.until ?? '…'}`}</title>
                </rect>
              )
            })}
            {/* The words stand on the side where there is room. */}
            <text
              class="lane"
              x={
                x(days(of[0]!.since ?? dayAt(start))) > width * 0.55
                  ? x(days(of[0]!.since ?? dayAt(start))) - 6
                  : Math.max(4, x(days(of[0]!.since ?? dayAt(start))) + 6)
              }
              y={row * ROW + 16}
              text-anchor={x(days(of[0]!.since ?? dayAt(start))) > width * 0.55 ? 'end' : 'start'}
            >
              {short(phrase({ ...of[0]!, is: '' }, name).replace(/: $/, ''), width)}
            </text>
          </g>
        ))}
        <line class="axis" x1={0} x2={width} y1={middle} y2={middle} />
        {columns.map(({ at, size, quads }) => {
          const left = x(at) + 0.5
          const wide = Math.max(2, x(at + size) - x(at) - 1.5)
          const [, q1, q2, q3, q4] = quads as [number, number, number, number, number]
          return (
            <g key={at}>
              <rect class="quad-2" x={left} width={wide} y={middle - q2 * scale} height={q2 * scale} />
              <rect class="quad-1" x={left} width={wide} y={middle - (q1 + q2) * scale} height={q1 * scale} />
              <rect class="quad-4" x={left} width={wide} y={middle} height={q4 * scale} />
              <rect class="quad-3" x={left} width={wide} y={middle + q4 * scale} height={q3 * scale} />
            </g>
          )
        })}
        {asOf !== null && <line class="as-of" x1={x(days(asOf))} x2={x(days(asOf))} y1={0} y2={top + CHART} />}
      </svg>
      <ul class="legend">
        {[1, 2, 3, 4].map((quad) => (
          <li key={quad}>
            <i class={`dot quad-${quad}`} aria-hidden="true" />
            {text.quads[quad]}
          </li>
        ))}
      </ul>
    </figure>
  )
}

const short = (words: string, width: number): string => {
  const most = Math.floor(width / 9)
  return words.length > most ? `${words.slice(0, most - 1)}…` : words
}

const FRIENDLY = new Set(['present', 'lifted', 'peace', 'truce', 'established', 'open', 'granted', 'member', 'signed', 'supplied'])
/** Whether what holds is good for the two sides; an agreement in force is, sanctions in force are not. */
const tone = ({ of, is }: EntryRow): 'good' | 'bad' | 'plain' =>
  of === 'control' || of === 'existence' ? 'plain' : FRIENDLY.has(is) || (of === 'agreement' && is === 'in force') ? 'good' : 'bad'

/** Entries of one relation between the same sides share a line. */
function lanes(entries: readonly EntryRow[]): { readonly label: string; readonly of: readonly EntryRow[] }[] {
  const found = new Map<string, EntryRow[]>()
  for (const it of entries) {
    const {
      is: _is,
      since: _since,
      until: _until,
      because: _because,
      basis: _basis,
      contradictedBy: _contradicted,
      broker: _broker,
      ...same
    } = it
    const key = JSON.stringify(same)
    found.set(key, [...(found.get(key) ?? []), it])
  }
  const since = (of: readonly EntryRow[]): string => of[0]?.since ?? ''
  return [...found]
    .map(([label, of]) => ({ label, of: of.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1)) }))
    .toSorted((a, b) => (since(a.of) < since(b.of) ? -1 : 1))
}

function bins(
  events: readonly EventRow[],
  start: number,
  end: number,
  count: number,
): { readonly at: number; readonly size: number; readonly quads: readonly number[] }[] {
  const size = Math.max(1, Math.ceil((end - start) / count))
  const found = new Map<number, number[]>()
  for (const { when, quad = 0 } of events) {
    const n = Math.floor((days(when.from!) - start) / size)
    const quads = found.get(n) ?? [0, 0, 0, 0, 0]
    quads[quad] = quads[quad]! + 1
    found.set(n, quads)
  }
  return [...found].map(([n, quads]) => ({ at: start + n * size, size, quads }))
}

function years(start: number, end: number, width: number): number[] {
  const [from, to] = [Number(dayAt(start).slice(0, 4)) + 1, Number(dayAt(end).slice(0, 4))]
  const step = Math.max(1, Math.ceil((to - from + 1) / (width / 60)))
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step)
}
