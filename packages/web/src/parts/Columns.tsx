import type { EventRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { binOf, days, unitFor, type Bin, type Unit } from '../days.js'
import { text } from '../text.js'
import { letterScale } from './width.js'
import type { Scale } from './scale.js'

/** Height of the columns, cooperation above the line and conflict below it. */
export const CHART = 116

interface ColumnsProps {
  readonly events: readonly EventRow[]
  readonly scale: Scale
  readonly top: number
  readonly chosen: string | undefined
}

/** What of the calendar a column stands for. */
export const unitOf = ({ start, end, width, left }: Scale): Unit => unitFor(end - start, Math.max(12, Math.floor((width - left) / 9)))

/** Events by class in columns of the calendar: days, weeks, months, quarters or years, as many as have room. */
export function Columns({ events, scale, top, chosen }: ColumnsProps): JSX.Element {
  const high = CHART * letterScale()
  const middle = top + high / 2
  const unit = unitOf(scale)
  const columns = new Map<string, { readonly bin: Bin; readonly quads: number[]; chosen: boolean }>()
  for (const event of events) {
    const bin = binOf(event.when.from!, unit)
    const column = columns.get(bin.first) ?? { bin, quads: [0, 0, 0, 0, 0], chosen: false }
    column.quads[event.quad ?? 0]! += 1
    if (event.id === chosen) column.chosen = true
    columns.set(bin.first, column)
  }
  const sides = ({ quads }: { readonly quads: readonly number[] }): number => Math.max(quads[1]! + quads[2]!, quads[3]! + quads[4]!)
  const tallest = Math.max(1, ...[...columns.values()].map(sides))
  const step = Math.min(22, (high / 2 - 8) / tallest)
  const k = letterScale()
  return (
    <g class="columns">
      {[tallest, -tallest].map((count) => (
        <g key={count} class="count">
          <line class="grid" x1={scale.left} x2={scale.width} y1={middle - count * step} y2={middle - count * step} />
          <text
            class="tick"
            x={scale.left > 0 ? scale.left - 5 : 2}
            y={middle - count * step + 4 * k}
            text-anchor={scale.left > 0 ? 'end' : 'start'}
          >
            {Math.abs(count)}
          </text>
        </g>
      ))}
      <line class="axis" x1={scale.left} x2={scale.width} y1={middle} y2={middle} />
      {[...columns.values()].map(({ bin, quads, chosen: marked }) => {
        const left = scale.x(days(bin.first))
        const wide = Math.max(4, scale.x(days(bin.last) + 1) - left - 1)
        const [, q1, q2, q3, q4] = quads as [number, number, number, number, number]
        const counted = [1, 2, 3, 4].filter((quad) => quads[quad]! > 0).map((quad) => `${quads[quad]} ${text.quads[quad]}`)
        const rect = (quad: number, y: number, count: number): JSX.Element | false =>
          count > 0 && <rect class={`quad-${quad}`} x={left} width={wide} y={y} height={count * step} />
        return (
          <g key={bin.first}>
            <title>{text.ledger.column(bin.name, counted.join(', '))}</title>
            {/* A thin column is hard to point at: its whole height answers. */}
            <rect class="reach" x={left} width={wide} y={top} height={high} />
            {rect(2, middle - q2 * step, q2)}
            {rect(1, middle - (q1 + q2) * step, q1)}
            {rect(4, middle, q4)}
            {rect(3, middle + q4 * step, q3)}
            {marked && <path class="marker" d={`M${left + wide / 2 - 5} ${top + high} l5 -7 l5 7 z`} />}
          </g>
        )
      })}
    </g>
  )
}
