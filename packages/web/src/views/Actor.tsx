import type { PartyRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { isStatic, query, useAnswer } from '../api.js'
import { Network } from '../graph/Network.js'
import { useGraph } from '../graph/useGraph.js'
import { Events } from '../parts/Events.js'
import { PairTable } from '../parts/PairTable.js'
import { usePages } from '../parts/usePages.js'
import { Nobody, Waiting } from '../parts/Waiting.js'
import { eventAt, Link, member } from '../route.js'
import { text } from '../text.js'

/** One actor: with whom it has to do, and all its events. */
export function Actor({ id }: { readonly id: string }): JSX.Element {
  const who = useAnswer<{ readonly actors: readonly PartyRow[] }>(query('/api/actors', { q: id }))
  const graph = useGraph({ a: id })
  const events = usePages(query('/api/events', { actor: id, limit: '500' }))
  const actor = who.value?.actors.find((it) => it.id === id) ?? who.value?.actors[0]
  if (!who.value) return <Waiting {...who} />
  if (!actor) return <Nobody name={id} />
  return (
    <>
      <h1>
        <bdi>{actor.name}</bdi>
      </h1>
      <p class="quiet">{text.actor.about(actor)}</p>
      <div class="two">
        <section>
          <h2>{text.actor.pairs}</h2>
          <PairTable path={query('/api/pairs', { actor: id })} empty={text.actor.alone} />
        </section>
        {graph && graph.edges.length > 0 && (
          <Network graph={graph} centre={[actor.id]} range={{ from: member('from'), to: member('to') }} />
        )}
      </div>
      <h2>{text.actor.events}</h2>
      {!isStatic && (
        <p class="quiet feeds">
          <Link to={query('/search', { actor: actor.id })}>{text.actor.narrow}</Link> · {text.actor.follow}:{' '}
          <a href={query('/api/events.csv', { actor: actor.id })}>{text.saved.table}</a> ·{' '}
          <a href={query('/api/events.atom', { actor: actor.id })}>{text.pair.atom}</a> ·{' '}
          <a href={query('/api/events.ics', { actor: actor.id })}>{text.pair.calendar}</a>
        </p>
      )}
      {!events.value ? (
        <Waiting {...events} />
      ) : events.value.events.length === 0 ? (
        <p>{text.actor.none}</p>
      ) : (
        <Events events={events.value.events} at={(it) => eventAt(it.id)} onEnd={events.more} />
      )}
    </>
  )
}
