import { mappedStore } from './mapped.js'
import type { Store } from './ports.js'

/**
 * A store whose events name the event that they respond to. A claim names the claim of its own document that it answers; the event of that claim may be told by other documents
 * too, and stands in another block of reports, so it is looked up when an event is read.
 */
export const linkedStore = (store: Store): Store =>
  mappedStore(store, async (event) => {
    for (const { respondsTo, document } of event.claims) {
      if (respondsTo === undefined) continue
      const other = await store.eventOfClaim(respondsTo, document)
      if (other && other.id !== event.id) return { ...event, respondsTo: other.id }
    }
    return event
  })
