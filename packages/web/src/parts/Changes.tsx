import type { EntryRow, EventRow } from 'demarche/spec'
import { toldDays } from 'demarche/time'
import type { JSX } from 'preact'
import type { Change, Diff } from '../api.js'
import { eventAt, Link } from '../route.js'
import { text, written } from '../text.js'
import { clause, list, namer, what } from './names.js'
import { Events } from './Events.js'
import { Table } from './Table.js'

/** Events that came, went or changed, and what that did to the ledger. */
export function Changes({ diff }: { readonly diff: Diff }): JSX.Element {
  const { added, removed, changed, entries, counts } = diff
  const none = counts.added + counts.removed + counts.changed + entries.added.length + entries.removed.length === 0
  if (none) return <p role="status">{text.compare.same}</p>
  const name = namer([], [...added, ...removed, ...changed.flatMap(({ event, was }) => [event, was])])
  return (
    <>
      <p role="status" class="quiet">
        {[text.compare.added(counts.added), text.compare.removed(counts.removed), text.compare.changed(counts.changed)].join(' · ')}
      </p>
      {entries.added.length + entries.removed.length > 0 && (
        <section>
          <h2>{text.compare.ledger}</h2>
          <ul class="entries">
            {entries.added.map((it, i) => (
              <Line key={`+${i}`} sign="+" entry={it} says={clause(it, name)} />
            ))}
            {entries.removed.map((it, i) => (
              <Line key={`−${i}`} sign="−" entry={it} says={clause(it, name)} />
            ))}
          </ul>
        </section>
      )}
      <Listed title={text.compare.added(counts.added)} events={added} of={counts.added} />
      <Listed title={text.compare.removed(counts.removed)} events={removed} of={counts.removed} />
      {changed.length > 0 && (
        <section>
          <h2>{text.compare.changed(counts.changed)}</h2>
          {changed.length < counts.changed && <p class="quiet">{text.compare.shown(changed.length)}</p>}
          {changed.map((it) => (
            <Changed key={it.event.id} change={it} />
          ))}
        </section>
      )}
    </>
  )
}

const Line = ({ sign, entry, says }: { readonly sign: '+' | '−'; readonly entry: EntryRow; readonly says: string }): JSX.Element => (
  <li class={sign === '+' ? 'came' : 'went'}>
    <span class="sign">
      {sign} <span class="hidden">{sign === '+' ? text.compare.began : text.compare.ended}</span>
    </span>
    <Link to={eventAt(entry.because[0] ?? '')}>{says}</Link> <span class="quiet">{text.since(entry.since)}</span>
    {entry.until !== null && <span class="quiet"> {text.until(entry.until)}</span>}
  </li>
)

function Listed({
  title,
  events,
  of,
}: {
  readonly title: string
  readonly events: readonly EventRow[]
  readonly of: number
}): JSX.Element | null {
  if (events.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {events.length < of && <p class="quiet">{text.compare.shown(events.length)}</p>}
      <Events events={events} name={title} at={(it) => eventAt(it.id)} />
    </section>
  )
}

/** Values of an event's fields in words; what has none is written as it stands in a release. */
function said(event: EventRow, field: string): string {
  if (field === 'claims') return text.reader.reports(event.claims.length)
  if (field === 'actors') return list(event.actors)
  if (field === 'recipients') return list(event.recipients)
  if (field === 'when')
    return (
      [event.when.from, event.when.to]
        .filter(Boolean)
        .map((it) => written(it!))
        .join(' – ') || '–'
    )
  if (field === 'where') return event.where?.name ?? '–'
  if (field === 'status') return text.status[event.status] ?? event.status
  if (field === 'figures') return event.figures.map(({ kind, low, best, high }) => `${kind} ${low}–${best}–${high}`).join(', ') || '–'
  const value = event[field as keyof EventRow]
  return value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
}

const Changed = ({ change: { event, was, fields } }: { readonly change: Change }): JSX.Element => (
  <details class="changed">
    <summary>
      {toldDays(event.when) ?? '–'} <b>{what(event)}</b> <bdi>{list(event.actors)}</bdi> → <bdi>{list(event.recipients)}</bdi>{' '}
      <span class="quiet">{fields.join(', ')}</span>
    </summary>
    <Table
      name={what(event)}
      columns={[text.compare.fields.field, text.compare.fields.was, text.compare.fields.is]}
      rows={fields.map((field) => [field, said(was, field), said(event, field)])}
    />
    <Link to={eventAt(event.id)}>{text.reader.open}</Link>
  </details>
)
