import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isStatic, query, useAnswer, type Pair as PairAnswer } from '../api.js'
import { isLarge, Network } from '../graph/Network.js'
import { chosenSize, useGraph } from '../graph/useGraph.js'
import { useKeys } from '../keys.js'
import { WorldMap } from '../map/WorldMap.js'
import { Events } from '../parts/Events.js'
import { chosenFilter, filtered } from '../parts/filter.js'
import { Classes, Filters } from '../parts/Filters.js'
import { Ledger } from '../parts/Ledger.js'
import { LedgerTable } from '../parts/LedgerTable.js'
import { namer } from '../parts/names.js'
import { Reader } from '../parts/Reader.js'
import { State } from '../parts/State.js'
import { Nobody, Waiting } from '../parts/Waiting.js'
import { actorAt, choose, go, Link, member, withMembers } from '../route.js'
import { text } from '../text.js'

const eventLink = (id: string): string => withMembers({ event: id, claim: undefined, document: undefined })

/** Two actors: what holds between them, how it came about, where and among whom, and the words that say so. */
export function Pair({ a, b }: { readonly a: string; readonly b: string }): JSX.Element {
  const answer = useAnswer<PairAnswer>(
    isStatic ? query('/api/pair', { a, b }) : query('/api/pair', { a, b, asOf: member('asOf'), knownAt: member('knownAt') }),
  )
  const graph = useGraph({ a, b, ...(isStatic ? {} : { knownAt: member('knownAt') }) })
  const found = answer.value && (isStatic ? onDay(answer.value, member('asOf')) : answer.value)
  const filter = chosenFilter()
  const shown = found ? filtered(found.events, filter) : []
  const event = member('event')
  useKeys({
    // The address is ahead of what is drawn, for whoever types fast.
    j: () => step(shown, member('event'), 1),
    k: () => step(shown, member('event'), -1),
  })
  const aside = useRef<HTMLElement>(null)
  useEffect(() => {
    // Where the reader stands below the rest, it comes into view.
    if (event !== undefined && aside.current && !matchMedia('(min-width: 64rem)').matches) aside.current.scrollIntoView({ block: 'start' })
  }, [event, found === undefined])
  if (!found) return answer.missing ? <Nobody name={text.pair.between(a, b)} /> : <Waiting {...answer} />
  const name = namer(found.pair, found.events)
  const [x, y] = found.pair
  const network = graph && <Network graph={graph} centre={found.pair.map(({ id }) => id)} range={filter} />
  const large = isLarge(chosenSize())
  const close = withMembers({ event: undefined, claim: undefined, document: undefined })
  return (
    <div class={event === undefined ? 'pair' : 'pair with-reader'}>
      <div class="head">
        <h1>
          <Link to={actorAt(x!.id)}>
            <bdi>{x!.name}</bdi>
          </Link>{' '}
          <span aria-hidden="true">↔</span>
          <span class="hidden"> – </span>{' '}
          <Link to={actorAt(y!.id)}>
            <bdi>{y!.name}</bdi>
          </Link>
        </h1>
        <State found={found} name={name} at={eventLink} />
      </div>
      <section class="time" aria-label={text.ledger.title}>
        <Ledger
          entries={found.entries}
          events={filtered(found.events, filter, ['from', 'to'])}
          chosen={event}
          asOf={found.asOf}
          range={filter}
          name={name}
          onRange={(from, to) => choose({ from, to })}
          onDay={(asOf) => choose({ asOf })}
          at={eventLink}
        />
        <Classes filter={filter} />
        <LedgerTable entries={found.entries} name={name} at={eventLink} />
      </section>
      <div class="views">
        <WorldMap
          events={filtered(found.events, filter, ['place'])}
          countries={found.pair.flatMap(({ country }) => country ?? [])}
          chosen={event}
          place={filter.place}
        />
        {!large && network}
      </div>
      <section class="list" aria-label={text.table}>
        <Filters filter={filter} shown={shown.length} of={found.events.length} />
        {found.cut && <p class="quiet">{text.pair.cut}</p>}
        {shown.length > 0 ? <Events events={shown} chosen={event} at={({ id }) => eventLink(id)} /> : <p>{text.pair.none}</p>}
        {!isStatic && (
          <p class="quiet feeds">
            {text.pair.feeds}: <a href={query('/api/events.csv', { actor: x!.id, with: y!.id })}>{text.saved.table}</a> ·{' '}
            <a href={query('/api/events.atom', { actor: x!.id, with: y!.id })}>{text.pair.atom}</a> ·{' '}
            <a href={query('/api/events.ics', { actor: x!.id, with: y!.id })}>{text.pair.calendar}</a>
          </p>
        )}
      </section>
      {large && <div class="wide-graph">{network}</div>}
      {event !== undefined && (
        <aside ref={aside}>
          <Reader id={event} close={close} />
        </aside>
      )}
    </div>
  )
}

/** Chooses the next or previous event of a list. */
function step(events: readonly { readonly id: string }[], chosen: string | undefined, by: number): void {
  const index = events.findIndex(({ id }) => id === chosen)
  const next = index < 0 ? events[by > 0 ? 0 : events.length - 1] : events[index + by]
  if (next) go(eventLink(next.id), 'replace')
}

/** The state on another day, from all entries: for a page without a server. */
const onDay = (found: PairAnswer, day: string | undefined): PairAnswer =>
  day === undefined
    ? found
    : {
        ...found,
        asOf: day,
        state: found.entries.filter(({ since, until }) => (since === null || since <= day) && (until === null || day <= until)),
      }
