import type { Month } from '../ledger/index.js'
import type { EntryRow, PartyRow } from '../spec/index.js'
import type { Version } from '../story/index.js'
import type { Day } from '../time/index.js'
import type { EventQuery, Store } from './ports.js'

/** The questions of readers. Every store answers them, and so does a read model. */
export type LookUps = Pick<Store, 'event' | 'eventOfClaim' | 'events' | 'allEvents' | 'entries' | 'parties' | 'party' | 'tally'>

/** All events that a query finds, counted. */
export interface EventTally {
  readonly events: number
  /** The last day on which one of them became known; null for none. */
  readonly known: Day | null
  readonly months: readonly Month[]
}

export type TallyQuery = Omit<EventQuery, 'limit' | 'after'>

/** An event as it is now and as it was known on earlier days; without versions it is no more. */
export interface EventChange {
  readonly id: string
  readonly versions: readonly Version[]
  /** The sentence of each of its claims, in their order: its words as they are searched for, with single spaces between. */
  readonly sentences: readonly string[]
}

/** A part of what changed in a store. What is named in it is told whole, as it is at one moment. */
export interface Changes {
  /** Of two parts that name the same thing, the one with the greater number is the newer. */
  readonly number: number
  readonly events: readonly EventChange[]
  readonly relations: readonly { readonly relation: string; readonly entries: readonly EntryRow[] }[]
  readonly parties: readonly PartyRow[]
  /** Where the next part begins. */
  readonly place: string
  /** Nothing else had changed when it was read. */
  readonly last: boolean
  /** Given at the end of a first copy: all that the model holds of a smaller number is no more. */
  readonly since?: number
}

/** A store that tells read models what changed. */
export interface Feed {
  /** What changed since a place; everything, in parts, without one, or when the place is no longer known. Whoever follows is remembered by name, and so is all that changes. */
  changes(follower: string, place: string | undefined, limit: number): Promise<Changes>
  /** Forgets who followed; otherwise changes would be kept for it for ever. */
  unfollow(follower: string): Promise<void>
}

/** A copy of events and entries that is made for questions. It can be lost: a store fills it again. */
export interface ReadModel extends LookUps {
  /** The place up to which it has followed. */
  place(): Promise<string | undefined>
  /** Takes over a part. A part that comes twice, or after a newer one, changes nothing. */
  apply(changes: Changes): Promise<void>
  close(): Promise<void>
}

/** A store of which look-ups go to a read model. */
export const readThrough = (store: Store, { event, eventOfClaim, events, allEvents, entries, parties, party, tally }: LookUps): Store => ({
  ...store,
  event,
  eventOfClaim,
  events,
  allEvents,
  entries,
  parties,
  ...(party ? { party } : {}),
  ...(tally ? { tally } : {}),
})

/** Brings a read model up to date with a store. Stops between parts when told to. Returns how many events and relations it took over. */
export async function follow(feed: Feed, model: ReadModel, follower: string, { stop, limit = 2000 }: Following = {}): Promise<number> {
  let taken = 0
  let place = await model.place()
  for (;;) {
    if (stop?.aborted === true) return taken
    const part = await feed.changes(follower, place, limit)
    await model.apply(part)
    place = part.place
    taken += part.events.length + part.relations.length
    if (part.last) return taken
  }
}

export interface Following {
  readonly stop?: AbortSignal
  /** Things of one part, at most. */
  readonly limit?: number
}
