import type { EventRow } from '../spec/index.js'
import type { EventQuery } from '../store/index.js'

/** The filters of `events`, as they were asked: names of actors are looked up each time. */
export interface Filters extends Pick<EventQuery, 'type' | 'status' | 'from' | 'to' | 'place' | 'text' | 'historical'> {
  readonly actor?: string
  /** The other side of a pair. */
  readonly with?: string
}

/** A saved query, and where changes of what it finds are posted. */
export interface Watch {
  readonly n: number
  readonly name: string
  readonly filters: Filters
  /** Without one it is a query by name alone. */
  readonly address?: string
  /** `whsec_` and the key in Base64, as Standard Webhooks writes it. */
  readonly secret: string
  /** Whether the address may be one of the own machine or network. */
  readonly allowPrivate: boolean
}

export type NewWatch = Omit<Watch, 'n'> & {
  /** Whether the events that are there already are posted too. */
  readonly all: boolean
}

/** What became of an event since it was told last. `gone`: it is no more, or the query no longer finds it. */
export type Change =
  | { readonly change: 'new' | 'changed'; readonly event: EventRow }
  | { readonly change: 'gone'; readonly event: Pick<EventRow, 'id'> }

export type MessageState = 'waiting' | 'delivered' | 'failed'

/** A message in the log of a watch; moments are ISO 8601, in UTC. */
export interface Logged {
  readonly id: string
  readonly made: string
  readonly changes: number
  readonly state: MessageState
  readonly attempts: readonly { readonly at: string; readonly answer: string | null }[]
}
