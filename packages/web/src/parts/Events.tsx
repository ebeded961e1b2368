import type { EventRow, PartyRow } from 'demarche/spec'
import { toldDays } from 'demarche/time'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { flushed } from '../flushed.js'
import { Link } from '../route.js'
import { text } from '../text.js'
import { list } from './names.js'

/** Height of a row in pixels; the style sheet holds rows to it. */
const ROW = 34
/** Rows that go to paper; more would not be read there. */
const PRINTED = 2000
const BEYOND = 8

interface EventsProps {
  readonly events: readonly EventRow[]
  readonly chosen?: string | undefined
  /** Where choosing an event leads. */
  readonly at: (event: EventRow) => string
  /** What the table is called. */
  readonly name?: string
  /** Called when the last rows come into view and there are more to ask for. */
  readonly onEnd?: (() => void) | undefined
}

/** A table of any length: only the rows in view are in the page; readers of screens are told the whole count. */
export function Events({ events, chosen, at, name = text.table, onEnd }: EventsProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The whole table goes to paper, so its rows must be there before the paper is laid out.
    const before = (): void => flushed(() => setPrinting(true))
    const after = (): void => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  const index = events.findIndex(({ id }) => id === chosen)
  useEffect(() => {
    const it = box.current
    if (!it || index < 0) return
    // The chosen row comes into the box, not the box into the page.
    const top = index * ROW
    if (top < it.scrollTop) it.scrollTop = top
    else if (top + 2 * ROW > it.scrollTop + it.clientHeight) it.scrollTop = top + 2 * ROW - it.clientHeight
  }, [chosen, index])
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
  const first = printing ? 0 : Math.max(0, Math.floor(view.top / ROW) - BEYOND)
  const last = Math.min(events.length, printing ? PRINTED : Math.ceil((view.top + view.height) / ROW) + BEYOND)
  const ending = onEnd !== undefined && last >= events.length
  useEffect(() => {
    if (ending) onEnd!()
  }, [ending, events.length])
  return (
    <div class="events" ref={box} tabIndex={0} role="region" aria-label={name}>
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

const codes = (of: readonly PartyRow[]): string => of.map(({ id, name }) => /^(state|igo):(.+)/.exec(id)?.[2] ?? name).join(', ') || '–'

/** Names of parties; where there is no room for names, the codes of those that have one, with those of the other side, whose column is gone. */
const Sides = ({ of, to = [] }: { readonly of: readonly PartyRow[]; readonly to?: readonly PartyRow[] }): JSX.Element => (
  <>
    <bdi class="full">{list(of)}</bdi>
    <bdi class="code">
      {codes(of)}
      {to.length > 0 ? ` → ${codes(to)}` : ''}
    </bdi>
  </>
)

const Gap = ({ rows }: { readonly rows: number }): JSX.Element => (
  <tr aria-hidden="true">
    <td class="gap" style={{ height: `${rows * ROW}px` }} />
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
      <td class="day">{toldDays(event.when) ?? '–'}</td>
      <td>
        <Link to={to} title={text.quads[quad] ?? ''}>
          <i class={`dot quad-${quad}`} aria-hidden="true" />
          <span class="type">{event.type ?? event.rule.replaceAll('-', ' ')}</span>
          {event.mode === undefined ? '' : <span class="mode">{event.mode}</span>}
        </Link>
        {event.status !== 'actual' && <span class="said"> {text.status[event.status] ?? event.status}</span>}
      </td>
      <td title={list(event.actors)}>
        <Sides of={event.actors} to={event.recipients} />
      </td>
      <td title={list(event.recipients)}>
        <Sides of={event.recipients} />
      </td>
      <td class="wide">
        {text.status[event.status] ?? event.status}
        {event.historical ? `, ${text.history}` : ''}
      </td>
      <td class="wide number">{event.claims.length}</td>
    </tr>
  )
}
