import type { EventRow } from '../spec/index.js'
import type { Store } from './ports.js'

/**
 * A store whose events name the event that they respond to. A claim names the claim of its own document that it answers; the event of that claim may be told by other documents
 * too, and stands in another block of reports, so it is looked up when an event is read.
 */
export function linkedStore(store: Store): Store {
  const linked = async (event: EventRow): Promise<EventRow> => {
    for (const { respondsTo, document } of event.claims) {
      if (respondsTo === undefined) continue
      const other = await store.eventOfClaim(respondsTo, document)
      if (other && other.id !== event.id) return { ...event, respondsTo: other.id }
    }
    return event
  }
  const maybe = (event: EventRow | undefined): Promise<EventRow> | undefined => event && linked(event)
  return {
    ...store,
    event: async (id) => maybe(await store.event(id)),
    eventOfClaim: async (claim, document) => maybe(await store.eventOfClaim(claim, document)),
    events: async (query) => {
      const found = await store.events(query)
      return { ...found, events: await Promise.all(found.events.map(linked)) }
    },
    async *allEvents(knownAt) {
      for await (const event of store.allEvents(knownAt)) yield linked(event)
    },
  }
}
