import type { EventRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Link } from '../route.js'
import { text } from '../text.js'
import { list, what } from './names.js'

/** Height of a row in pixels; the style sheet holds rows to it. */
const ROW = 38
const BEYOND = 8

interface EventsProps {
  readonly events: readonly EventRow[]
  readonly chosen?: string | undefined
  /** Where choosing an event leads. */
  readonly at: (event: EventRow) => string
}

/** A table of any length: only the rows in view are in the page; readers of screens are told the whole count. */
export function Events({ events, chosen, at }: EventsProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const it = box.current
    if (!it) return
    const look = (): void => setView({ top: it.scrollTop, height: it.clientHeight || 600 })
    look()
    it.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(it)
    return () => {
      it.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [])
  const first = Math.max(0, Math.floor(view.top / ROW) - BEYOND)
  const last = Math.min(events.length, Math.ceil((view.top + view.height) / ROW) + BEYOND)
  return (
    <div class="events" ref={box} tabIndex={0} role="region" aria-label={text.table}>
      <table aria-rowcount={events.length + 1}>
        <thead>
          <tr>
            <th scope="col">{text.columns.day}</th>
            <th scope="col">{text.columns.what}</th>
            <th scope="col">{text.columns.who}</th>
            <th scope="col">{text.columns.whom}</th>
            <th scope="col" class="wide">
              {text.columns.status}
            </th>
            <th scope="col" class="wide number">
              {text.columns.reports}
            </th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap rows={first} />}
          {events.slice(first, last).map((event, i) => (
            <Row key={event.id} event={event} index={first + i + 2} chosen={event.id === chosen} to={at(event)} />
          ))}
          {last < events.length && <Gap rows={events.length - last} />}
        </tbody>
      </table>
    </div>
  )
}

const Gap = ({ rows }: { readonly rows: number }): JSX.Element => (
  <tr aria-hidden="true">
    <td colSpan={6} class="gap" style={{ height: `${rows * ROW}px` }} />
  </tr>
)

function Row({
  event,
  index,
  chosen,
  to,
}: {
  readonly event: EventRow
  readonly index: number
  readonly chosen: boolean
  readonly to: string
}): JSX.Element {
  const quad = event.quad ?? 0
  return (
    <tr
      aria-rowindex={index}
      aria-current={chosen ? 'true' : undefined}
      class={`${event.status === 'actual' ? '' : 'unreal'} ${chosen ? 'chosen' : ''}`}
    >
      <td class="day">{event.when.from ?? '–'}</td>
      <td>
        <Link to={to} title={text.quads[quad] ?? ''}>
          <i class={`dot quad-${quad}`} aria-hidden="true" />
          {what(event)}
        </Link>
      </td>
      <td title={list(event.actors)}>{list(event.actors)}</td>
      <td title={list(event.recipients)}>{list(event.recipients)}</td>
      <td class="wide">
        {text.status[event.status] ?? event.status}
        {event.historical ? `, ${text.history}` : ''}
      </td>
      <td class="wide number">{event.claims.length}</td>
    </tr>
  )
}
