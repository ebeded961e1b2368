import type { EventRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { eventAt, Link } from '../route.js'
import { text } from '../text.js'
import { marked } from './marked.js'
import { list, what } from './names.js'

interface HitsProps {
  readonly events: readonly EventRow[]
  /** A sentence of each, by event. */
  readonly told: ReadonlyMap<string, string>
  readonly words: string
}

/** Events that were found, each with the words that tell it. */
export function Hits({ events, told, words }: HitsProps): JSX.Element {
  return (
    <ol class="hits">
      {events.map((event) => (
        <li key={event.id} class={event.status === 'actual' ? '' : 'unreal'}>
          <p>
            <span class="day">{event.when.from ?? '–'}</span>{' '}
            <Link to={eventAt(event.id)}>
              <i class={`dot quad-${event.quad ?? 0}`} aria-hidden="true" />
              {what(event)}
            </Link>{' '}
            <bdi>{list(event.actors)}</bdi>
            {event.recipients.length > 0 && (
              <>
                {' → '}
                <bdi>{list(event.recipients)}</bdi>
              </>
            )}{' '}
            <span class="quiet">{notes(event)}</span>
          </p>
          {told.has(event.id) && (
            <blockquote dir="auto">
              {marked(told.get(event.id)!, words).map(({ words: part, hit }, i) => (hit ? <b key={i}>{part}</b> : part))}
            </blockquote>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What is not plain: that it did not happen, that it is long past, how often it is told. */
const notes = ({ status, historical, claims, where }: EventRow): string =>
  [
    where?.name,
    status === 'actual' ? undefined : (text.status[status] ?? status),
    historical ? text.history : undefined,
    claims.length > 1 ? text.search.reports(claims.length) : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
