import type { JSX } from 'preact'
import { query, useAnswer, type Saved as SavedAnswer } from '../api.js'
import { Events } from '../parts/Events.js'
import { Table } from '../parts/Table.js'
import { usePages } from '../parts/usePages.js'
import { Waiting } from '../parts/Waiting.js'
import { eventAt, Link, savedAt } from '../route.js'
import { text } from '../text.js'

type Query = SavedAnswer['saved'][number]

const base = (name: string): string => `/api/saved/${encodeURIComponent(name)}/events`

const told = ({ filters }: Query): string =>
  Object.entries(filters)
    .map(([filter, value]) => `${text.saved.filters[filter] ?? filter} ${String(value)}`)
    .join(', ') || text.saved.all

function Follow({ name }: { readonly name: string }): JSX.Element {
  return (
    <>
      <a href={`${base(name)}.csv`}>{text.saved.table}</a> · <a href={`${base(name)}.atom`}>{text.pair.atom}</a> ·{' '}
      <a href={`${base(name)}.ics`}>{text.pair.calendar}</a>
    </>
  )
}

/** The saved queries, or the events of one. */
export function Saved({ name }: { readonly name?: string | undefined }): JSX.Element {
  const answer = useAnswer<SavedAnswer>('/api/saved')
  if (!answer.value) return <Waiting {...answer} />
  const { saved } = answer.value
  const chosen = saved.find((it) => it.name === name)
  if (chosen) return <One query={chosen} />
  const { columns } = text.saved
  return (
    <>
      <h1>{text.saved.title}</h1>
      <p class="quiet">{text.saved.lead}</p>
      {name !== undefined && <p class="trouble">{text.search.nothing(name)}</p>}
      {saved.length === 0 ? (
        <p>{text.saved.empty}</p>
      ) : (
        <Table
          name={text.saved.title}
          columns={[columns.name, columns.filters, columns.follow, columns.posted]}
          rows={saved.map((it) => [
            <Link to={savedAt(it.name)}>{it.name}</Link>,
            told(it),
            <Follow name={it.name} />,
            it.posted ? text.saved.posted : text.saved.notPosted,
          ])}
        />
      )}
    </>
  )
}

function One({ query: it }: { readonly query: Query }): JSX.Element {
  const events = usePages(query(base(it.name), { limit: '500' }))
  return (
    <>
      <h1>
        <bdi>{it.name}</bdi>
      </h1>
      <p class="quiet">{told(it)}</p>
      <p class="quiet feeds">
        <Follow name={it.name} /> · {it.posted ? text.saved.posted : text.saved.notPosted}
      </p>
      {!events.value ? (
        <Waiting {...events} />
      ) : events.value.events.length === 0 ? (
        <p>{text.saved.none}</p>
      ) : (
        <Events events={events.value.events} at={({ id }) => eventAt(id)} onEnd={events.more} />
      )}
    </>
  )
}
