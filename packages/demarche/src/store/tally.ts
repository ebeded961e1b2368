import { monthly } from '../ledger/index.js'
import type { EventRow } from '../spec/index.js'
import type { Store } from './ports.js'
import type { EventTally, TallyQuery } from './read-model.js'

/** Events that are counted one by one, at most; a read model counts any number. */
const MOST = 100_000

/** Events, counted. */
export const tallied = (events: readonly EventRow[]): EventTally => ({
  events: events.length,
  known: events.reduce<string | null>((last, { known }) => (known !== null && (last === null || known > last) ? known : last), null),
  months: monthly(events),
})

/** The newest events of a query, and all of them counted: by the store, where it can, else one by one. */
export async function eventsAndTally(
  store: Pick<Store, 'events' | 'tally'>,
  query: TallyQuery,
  limit: number,
): Promise<{ readonly events: readonly EventRow[]; readonly tally: EventTally }> {
  const { events } = await store.events({ ...query, limit: store.tally ? limit : MOST })
  return { events: events.slice(0, limit), tally: store.tally ? await store.tally(query) : tallied(events) }
}
