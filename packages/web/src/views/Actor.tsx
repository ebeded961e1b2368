import type { EventRow, PartyRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { query, useAnswer } from '../api.js'
import { Events } from '../parts/Events.js'
import { Waiting } from '../parts/Waiting.js'
import { eventAt } from '../route.js'
import { text } from '../text.js'
import { PairList } from './Home.js'

export function Actor({ id }: { readonly id: string }): JSX.Element {
  const who = useAnswer<{ readonly actors: readonly PartyRow[] }>(query('/api/actors', { q: id }))
  const events = useAnswer<{ readonly events: readonly EventRow[] }>(query('/api/events', { actor: id, limit: '500' }))
  const actor = who.value?.actors[0]
  if (!who.value) return <Waiting {...who} />
  return (
    <>
      <h1>{actor?.name ?? id}</h1>
      <p class="quiet">{[id, actor?.country, actor?.sector].filter(Boolean).join(' · ')}</p>
      <h2>{text.actor.pairs}</h2>
      <PairList path={query('/api/pairs', { actor: id })} />
      <h2>{text.actor.events}</h2>
      {events.value ? <Events events={events.value.events} at={(it) => eventAt(it.id)} /> : <Waiting {...events} />}
    </>
  )
}
