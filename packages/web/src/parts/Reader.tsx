import { toldDays } from 'demarche/time'
import type { JSX } from 'preact'
import { useAnswer, type Explanation } from '../api.js'
import { Link, member, withMembers } from '../route.js'
import { text } from '../text.js'
import { Answered } from './Answered.js'
import { list, what } from './names.js'
import { Paper } from './Paper.js'
import { Waiting } from './Waiting.js'
import { Why } from './Why.js'

/** An event: why it is coded so, its reports, and the article of the chosen report. `report` in the address says which. */
export function Reader({ id, close }: { readonly id: string; readonly close?: string | undefined }): JSX.Element {
  const answer = useAnswer<Explanation>(`/api/events/${encodeURIComponent(id)}/explanation`)
  const found = answer.value
  if (!found) return <Waiting {...answer} />
  const { event, told } = found
  const claim = member('claim')
  const report = told.find((it) => it.claim.id === claim && (member('document') ?? it.document.id) === it.document.id) ?? told[0]
  const document = member('document') ?? report?.document.id
  return (
    <section class="reader" aria-label={text.reader.title}>
      <header>
        <h2>
          <i class={`dot quad-${event.quad ?? 0}`} aria-hidden="true" />
          {what(event)}
        </h2>
        {close !== undefined && (
          <Link to={close} class="close" aria-label={text.reader.close}>
            ×
          </Link>
        )}
        <p>
          {toldDays(event.when) ?? '–'} · {list(event.actors)}
          {event.recipients.length > 0 ? ` → ${list(event.recipients)}` : ''}
          {event.where && ` · ${event.where.name}`}
        </p>
        {event.respondsTo !== undefined && <Answered key={event.respondsTo} id={event.respondsTo} />}
      </header>
      <Why found={found} report={report} />
      {document !== undefined && (
        <Paper
          key={document}
          id={document}
          claim={claim ?? report?.claim.id}
          at={(to, of) => withMembers({ event: of ?? id, claim: to, document })}
        />
      )}
    </section>
  )
}
