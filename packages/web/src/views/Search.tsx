import type { JSX } from 'preact'
import { query, useAnswer, type Found } from '../api.js'
import { Events } from '../parts/Events.js'
import { SearchForm } from '../parts/SearchForm.js'
import { Waiting } from '../parts/Waiting.js'
import { actorAt, eventAt, Link, member, withMembers } from '../route.js'
import { text } from '../text.js'

export function Search(): JSX.Element {
  const q = member('q')
  const answer = useAnswer<Found>(q === undefined ? undefined : query('/api/search', { q, after: member('after') }))
  return (
    <>
      <h1>{text.search.title}</h1>
      <SearchForm key={q} />
      {q !== undefined && (answer.value ? <Results q={q} found={answer.value} /> : <Waiting {...answer} />)}
    </>
  )
}

function Results({ q, found }: { readonly q: string; readonly found: Found }): JSX.Element {
  if (found.actors.length === 0 && found.events.length === 0) return <p role="status">{text.search.nothing(q)}</p>
  return (
    <>
      {found.actors.length > 0 && (
        <>
          <h2>{text.search.actors}</h2>
          <ul class="cards">
            {found.actors.map(({ id, name, country, sector }) => (
              <li key={id}>
                <Link to={actorAt(id)}>
                  <b>{name}</b>
                  <span class="quiet">{[country, sector].filter(Boolean).join(' · ')}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {found.events.length > 0 && (
        <>
          <h2>{text.search.events}</h2>
          <Events events={found.events} at={({ id }) => eventAt(id)} />
          {found.next !== undefined && <Link to={withMembers({ after: found.next })}>{text.search.more}</Link>}
        </>
      )}
    </>
  )
}
