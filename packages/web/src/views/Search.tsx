import type { JSX } from 'preact'
import { query } from '../api.js'
import { asked, forFeeds } from '../parts/asked.js'
import { command, type Asked } from '../parts/command.js'
import { Hits } from '../parts/Hits.js'
import { SearchFields } from '../parts/SearchForm.js'
import { usePages, type Pages } from '../parts/usePages.js'
import { Waiting } from '../parts/Waiting.js'
import { actorAt, Link } from '../route.js'
import { text } from '../text.js'

/** Actors by name, and events by words, sides, type, status, days and place. */
export function Search(): JSX.Element {
  const now = asked()
  const isAsked = Object.keys(now).length > 0
  const found = usePages(isAsked ? query('/api/search', now) : undefined)
  return (
    <>
      <h1>{text.search.title}</h1>
      <SearchFields key={JSON.stringify(now)} />
      {!isAsked ? (
        <p class="quiet">{text.search.lead}</p>
      ) : found.value ? (
        <Results of={now} {...found} found={found.value} />
      ) : (
        <Waiting {...found} />
      )}
    </>
  )
}

interface ResultsProps {
  readonly of: Asked
  readonly found: Pages
  readonly more?: (() => void) | undefined
}

function Results({ of, found: { actors, events, told }, more }: ResultsProps): JSX.Element {
  if (actors.length === 0 && events.length === 0)
    return (
      <>
        <p role="status">{of.q === undefined ? text.search.none : text.search.nothing(of.q)}</p>
        <p class="quiet">{text.search.advice}</p>
      </>
    )
  const feeds = forFeeds(of)
  return (
    <>
      {actors.length > 0 && (
        <>
          <h2>{text.search.actors}</h2>
          <ul class="cards">
            {actors.map(({ id, name, country, sector }) => (
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
      {events.length > 0 && (
        <>
          <h2>
            <span role="status">{text.search.found(events.length, more !== undefined)}</span>
          </h2>
          <p class="quiet feeds">
            {text.search.follow}: <a href={query('/api/events.csv', feeds)}>{text.saved.table}</a> ·{' '}
            <a href={query('/api/events.atom', feeds)}>{text.pair.atom}</a> ·{' '}
            <a href={query('/api/events.ics', feeds)}>{text.pair.calendar}</a>
          </p>
          <Hits events={events} told={told} words={of.q ?? ''} />
          {more && (
            <button type="button" class="plain" onClick={more}>
              {text.search.more}
            </button>
          )}
          <details class="as-command">
            <summary>{text.search.command}</summary>
            <pre tabIndex={0}>{`${command('events', of)}\n${command('watch add NAME', of)}`}</pre>
          </details>
        </>
      )}
    </>
  )
}
