import type { JSX } from 'preact'
import { days } from '../days.js'
import { tone, type Lane } from './lanes.js'
import { about, clause, type Name } from './names.js'
import type { Scale } from './scale.js'
import { letterScale } from './width.js'

/** Room for names that stand beside their lanes. */
export const NAMES = 226

interface BarsProps {
  readonly lane: Lane
  readonly top: number
  readonly scale: Scale
  readonly name: Name
  readonly beside: boolean
  readonly chosen: string | undefined
}

/** One relation of the ledger: its name, and a bar for each thing that it was. */
export function Bars({ lane, top, scale, name, beside, chosen }: BarsProps): JSX.Element {
  const k = letterScale()
  const height = 18 * k
  const letters = Math.floor((beside ? NAMES - 10 : scale.width / k) / 6.8)
  const called = about(lane.of[0]!, name)
  return (
    <g>
      <text class="lane" x={0} y={beside ? top + 13 * k : top - 5 * k}>
        {called.length > letters ? `${called.slice(0, letters - 1)}…` : called}
        <title>{called}</title>
      </text>
      {lane.of.map((entry, i) => {
        const from = scale.x(entry.since === null ? scale.start : days(entry.since))
        const to = scale.x(entry.until === null ? scale.end : days(entry.until))
        const wide = Math.max(3, to - from)
        return (
          <g key={i}>
            <rect
              class={`bar is-${tone(entry)} ${entry.until === null ? 'open' : ''} ${chosen !== undefined && entry.because.includes(chosen) ? 'chosen' : ''}`}
              data-event={entry.because[0]}
              x={from}
              y={top}
              width={wide}
              height={height}
              rx={2}
            >
              <title>{`${clause(entry, name)} · ${entry.since ?? '…'} – ${entry.until ?? '…'}`}</title>
            </rect>
            {wide > entry.is.length * 6.6 * k + 10 && (
              <text class="is" x={from + 6} y={top + 13 * k}>
                {entry.is}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
