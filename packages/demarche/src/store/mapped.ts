import type { EventRow } from '../spec/index.js'
import type { Store } from './ports.js'

/** A store whose events, however they are asked for, are given out as `map` makes them. */
export function mappedStore(store: Store, map: (event: EventRow) => EventRow | Promise<EventRow>): Store {
  const maybe = (event: EventRow | undefined): EventRow | Promise<EventRow> | undefined => event && map(event)
  return {
    ...store,
    event: async (id) => maybe(await store.event(id)),
    eventOfClaim: async (claim, document) => maybe(await store.eventOfClaim(claim, document)),
    events: async (query) => {
      const found = await store.events(query)
      return { ...found, events: await Promise.all(found.events.map(map)) }
    },
    async *allEvents(knownAt) {
      for await (const event of store.allEvents(knownAt)) yield map(event)
    },
  }
}
