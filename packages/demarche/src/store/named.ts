import type { EventRow, PartyRow } from '../spec/index.js'
import { mappedStore } from './mapped.js'
import type { Store } from './ports.js'

/**
 * A store whose states bear their names. Events hold a state by its code alone, so that one document's way of naming it cannot change another's event;
 * whoever shows or looks up states reads through this. `names`: ISO 3166-1 alpha-3, or a code of our own, to what it is called.
 */
export function namedStore(store: Store, names: ReadonlyMap<string, { readonly name: string }>): Store {
  if (names.size === 0) return store
  const party = <P extends PartyRow>(it: P): P => {
    const name = it.id.startsWith('state:') ? names.get(it.id.slice('state:'.length))?.name : undefined
    return name === undefined || name === it.name ? it : { ...it, name }
  }
  const event = (it: EventRow): EventRow => ({
    ...it,
    actors: it.actors.map(party),
    recipients: it.recipients.map(party),
    others: it.others.map(party),
  })
  return {
    ...mappedStore(store, event),
    ...(store.party
      ? {
          party: async (id: string) => {
            const found = await store.party?.(id)
            return found && party(found)
          },
        }
      : {}),
    parties: async () => (await store.parties()).map(party),
  }
}
