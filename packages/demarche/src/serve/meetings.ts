import { pairs } from '../ledger/index.js'
import type { EventRow, PartyRow } from '../spec/index.js'

/** A party that stands for nobody known but for its own words (“they”, “gunmen”). */
const isWords = (id: string): boolean => id.startsWith('words:')

/** Pairs of known actors that an event joins, each once, the lesser id first: those under which the store finds it, so that a count of pairs is what the page of each lists. */
export function meetings(event: Pick<EventRow, 'actors' | 'recipients'>): [PartyRow, PartyRow][] {
  const parties = new Map([...event.actors, ...event.recipients].map((it) => [it.id, it]))
  return pairs(event)
    .filter((ids) => !ids.some(isWords))
    .map(([a, b]) => [parties.get(a)!, parties.get(b)!])
}
