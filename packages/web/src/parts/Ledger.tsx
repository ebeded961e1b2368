import type { EntryRow, EventRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { dayAt, days } from '../days.js'
import { go } from '../route.js'
import { text } from '../text.js'
import { Bars, NAMES } from './Bars.js'
import { CHART, Columns, unitOf } from './Columns.js'
import { lanesOf } from './lanes.js'
import type { Name } from './names.js'
import { scaleOf, ticks } from './scale.js'
import { letterScale, useWidth } from './width.js'

/** Height of a lane whose name stands beside it, and of one whose name stands above. */
const BESIDE = 24
const ABOVE = 38

interface LedgerProps {
  readonly entries: readonly EntryRow[]
  /** The events that columns count; `chosen` of them stands out. */
  readonly events: readonly EventRow[]
  readonly chosen: string | undefined
  readonly asOf: string | null
  readonly range: { readonly from?: string | undefined; readonly to?: string | undefined }
  readonly name: Name
  readonly onRange: (from: string, to: string) => void
  readonly onDay: (day: string) => void
  /** Where an event is read. */
  readonly at: (event: string) => string
}

/** Standing relations as bars, above columns of events by class. Dragging selects a time, a click a day. What it shows stands below as a table, too. */
export function Ledger({ entries, events, chosen, asOf, range, name, onRange, onDay, at }: LedgerProps): JSX.Element {
  const [ref, width] = useWidth(260)
  const [drag, show] = useState<readonly [number, number] | undefined>()
  // Pointer events can come faster than the page is drawn, so the drag lives in a ref; the state is what is drawn of it.
  const dragging = useRef<readonly [number, number] | undefined>(undefined)
  const setDrag = (to: readonly [number, number] | undefined): void => {
    dragging.current = to
    show(to)
  }
  const lanes = lanesOf(entries)
  const k = letterScale()
  const beside = width >= 560 && lanes.length > 0
  const scale = scaleOf(entries, events, asOf, beside ? NAMES * k : 0, width)
  if (!scale)
    return (
      <figure class="ledger" ref={ref}>
        <p class="quiet">{text.ledger.empty}</p>
      </figure>
    )
  const dated = events.filter((it) => it.status === 'actual' && it.when.from !== undefined)
  const lane = (beside ? BESIDE : ABOVE) * k
  const top = lanes.length * lane + 6
  const bottom = top + CHART * k
  const dayUnder = (event: PointerEvent): number => scale.day(event.clientX - (event.currentTarget as Element).getBoundingClientRect().left)
  const selected = drag
    ? ([Math.min(...drag), Math.max(...drag)] as const)
    : range.from === undefined && range.to === undefined
      ? undefined
      : ([range.from === undefined ? scale.start : days(range.from), range.to === undefined ? scale.end : days(range.to) + 1] as const)
  const clipped = (day: number): number => Math.min(width, Math.max(scale.left, scale.x(day)))
  return (
    <figure class="ledger" ref={ref}>
      <svg
        width={width}
        height={bottom + 20 * k}
        role="img"
        aria-label={text.ledger.label(lanes.length, dated.length)}
        onPointerDown={(it) => {
          if (it.button !== 0) return
          it.currentTarget.setPointerCapture(it.pointerId)
          setDrag([dayUnder(it), dayUnder(it)])
        }}
        onPointerMove={(it) => dragging.current && setDrag([dragging.current[0], dayUnder(it)])}
        onPointerCancel={() => setDrag(undefined)}
        onPointerUp={(it) => {
          const ends = dragging.current
          setDrag(undefined)
          if (!ends) return
          const [from, to] = [Math.min(...ends), Math.max(...ends)]
          if (scale.x(to) - scale.x(from) > 6) return onRange(dayAt(from), dayAt(to))
          // The pointer is captured, so what lies under it is asked for.
          const event = document.elementFromPoint(it.clientX, it.clientY)?.getAttribute('data-event')
          if (event) go(at(event))
          else if (it.clientX - it.currentTarget.getBoundingClientRect().left >= scale.left) onDay(dayAt(from))
        }}
      >
        {selected && (
          <rect
            class="chosen-time"
            x={clipped(selected[0])}
            y={0}
            width={Math.max(1, clipped(selected[1]) - clipped(selected[0]))}
            height={bottom}
          />
        )}
        {ticks(scale).map((tick) => (
          <g key={tick.name}>
            <line class="grid" x1={tick.at} x2={tick.at} y1={0} y2={bottom} />
            <text class="tick" x={tick.at + 3} y={bottom + 14 * k}>
              {tick.name}
            </text>
          </g>
        ))}
        {lanes.map((it, i) => (
          <Bars key={it.key} lane={it} top={i * lane + (beside ? 3 : 18) * k} scale={scale} name={name} beside={beside} chosen={chosen} />
        ))}
        <Columns events={dated} scale={scale} top={top} chosen={chosen} />
        {asOf !== null && <line class="as-of" x1={scale.x(days(asOf))} x2={scale.x(days(asOf))} y1={0} y2={bottom} />}
      </svg>
      <figcaption class="quiet small">{text.ledger.help(unitOf(scale))}</figcaption>
    </figure>
  )
}
