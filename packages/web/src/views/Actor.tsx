import type { PartyRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { query, useAnswer } from '../api.js'
import { Network } from '../graph/Network.js'
import { useGraph } from '../graph/useGraph.js'
import { Events } from '../parts/Events.js'
import { PairTable } from '../parts/PairTable.js'
import { usePages } from '../parts/usePages.js'
import { Waiting } from '../parts/Waiting.js'
import { eventAt, member } from '../route.js'
import { text } from '../text.js'

/** One actor: with whom it has to do, and all its events. */
export function Actor({ id }: { readonly id: string }): JSX.Element {
  const who = useAnswer<{ readonly actors: readonly PartyRow[] }>(query('/api/actors', { q: id }))
  const graph = useGraph({ a: id })
  const events = usePages(query('/api/events', { actor: id, limit: '500' }))
  const actor = who.value?.actors.find((it) => it.id === id) ?? who.value?.actors[0]
  if (!who.value) return <Waiting {...who} />
  return (
    <>
      <h1>
        <bdi>{actor?.name ?? id}</bdi>
      </h1>
      <p class="quiet">{[id, actor?.country, actor?.sector].filter(Boolean).join(' · ')}</p>
      <div class="two">
        <section>
          <h2>{text.actor.pairs}</h2>
          <PairTable path={query('/api/pairs', { actor: id })} />
        </section>
        {graph && graph.edges.length > 0 && (
          <Network graph={graph} centre={[actor?.id ?? id]} range={{ from: member('from'), to: member('to') }} />
        )}
      </div>
      <h2>{text.actor.events}</h2>
      {events.value ? <Events events={events.value} at={(it) => eventAt(it.id)} onEnd={events.more} /> : <Waiting {...events} />}
    </>
  )
}
