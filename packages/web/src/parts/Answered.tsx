import { toldDays } from 'demarche/time'
import type { JSX } from 'preact'
import { useAnswer, type Explanation } from '../api.js'
import { eventAt, Link, member, withMembers } from '../route.js'
import { text } from '../text.js'
import { list, what } from './names.js'

/** The act that an event answers, as a link to it. */
export function Answered({ id }: { readonly id: string }): JSX.Element {
  const event = useAnswer<Explanation>(`/api/events/${encodeURIComponent(id)}/explanation`).value?.event
  const to = member('event') === undefined ? eventAt(id) : withMembers({ event: id, claim: undefined, document: undefined })
  return (
    <p>
      {text.reader.responds}{' '}
      <Link to={to}>
        {event
          ? `${what(event)}, ${toldDays(event.when) ?? '–'} · ${list(event.actors)}${event.recipients.length > 0 ? ` → ${list(event.recipients)}` : ''}`
          : id}
      </Link>
    </p>
  )
}
