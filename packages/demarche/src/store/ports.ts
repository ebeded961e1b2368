import type { ArticleRow, DocumentRow, EntryRow, EventRow, FailureRow, PartyRow } from '../spec/index.js'
import type { Day } from '../time/index.js'
import type { EventTally, Feed, TallyQuery } from './read-model.js'

/** A document as it came in, before anything is read from it. */
export interface RawDocument {
  readonly id: string
  readonly input: DocumentRow['input']
  readonly article: ArticleRow
}

export type DocumentState = 'waiting' | 'coded' | 'refused'

export interface StoredDocument extends RawDocument {
  readonly state: DocumentState
  /** Version of the coder that coded it, where it is coded. */
  readonly coder?: string
  readonly failure?: FailureRow['failure']
}

/** What coding a document gave: its row, or why it was refused. */
export type Coded = { readonly id: string; readonly row: DocumentRow } | { readonly id: string; readonly failure: FailureRow['failure'] }

/** Which events: every condition that is given must hold. */
export interface EventQuery {
  /** Ids of parties, of which one must take part. */
  readonly actor?: readonly string[]
  /** Two lists of ids: one of each must take part. */
  readonly pair?: readonly [readonly string[], readonly string[]]
  readonly type?: string
  readonly status?: string
  readonly from?: Day
  readonly to?: Day
  /** Name or country of the place. */
  readonly place?: string
  /** Words that a sentence of one of its claims must hold; a phrase in quotes. */
  readonly text?: string
  readonly historical?: boolean
  /** Only what documents of this day and before it tell. */
  readonly knownAt?: Day
  /** At most this many, newest first; default 100. */
  readonly limit?: number
  /** Cursor of the page before, as `Events.next` gave it. */
  readonly after?: string
}

export interface Events {
  readonly events: readonly EventRow[]
  readonly next?: string
}

export interface Counts {
  readonly documents: number
  readonly waiting: number
  readonly coded: number
  readonly refused: number
  /** Inputs of which no document came. */
  readonly unread: number
  readonly claims: number
  readonly events: number
  readonly entries: number
}

/**
 * What every store promises. Many readers in other processes; an acknowledged write is durable; each method is one transaction, whatever else runs meanwhile. The embedded
 * store has one writer at a time, a shared one has many.
 */
export interface Store {
  /** Stores documents as they came; those that are there already (same id and content) are left alone. Returns how many were new. */
  put(documents: readonly RawDocument[]): Promise<number>
  /** Documents that this version of the coder has not seen, in order of arrival; those after the document `after`, where it is given. */
  waiting(coder: string, limit: number, after?: string): Promise<StoredDocument[]>
  /** How many documents this version of the coder has not seen. */
  countWaiting(coder: string): Promise<number>
  /** Writes claims, marker and dirty blocks of a batch in one transaction; what an older version of the coder gave is replaced. */
  commit(batch: readonly Coded[], coder: string): Promise<void>
  /** Brings events and entries up to date with all committed claims. Returns how many blocks were dirty. */
  settle(): Promise<number>
  document(id: string): Promise<StoredDocument | undefined>
  /** Those of the documents that are there, in no order. */
  find(ids: readonly string[]): Promise<StoredDocument[]>
  /** Ids of documents that no coder has seen, in order of arrival; those after the document `after`, where it is given. */
  unmarked(limit: number, after?: string): Promise<string[]>
  /** The coded row of a document. */
  row(id: string): Promise<DocumentRow | undefined>
  documents(state?: DocumentState): AsyncIterable<StoredDocument>
  rows(): AsyncIterable<DocumentRow>
  event(id: string): Promise<EventRow | undefined>
  /** The event of a claim. A claim's id is unique in its document; without one, the first document that has it. */
  eventOfClaim(claim: string, document?: string): Promise<EventRow | undefined>
  events(query: EventQuery): Promise<Events>
  allEvents(knownAt?: Day): AsyncIterable<EventRow>
  /** Entries of which each list of ids holds a side; all entries without lists. */
  entries(sides: readonly (readonly string[])[], knownAt?: Day): Promise<EntryRow[]>
  parties(): Promise<PartyRow[]>
  /** The party of an id, where a store can tell without listing all. */
  party?(id: string): Promise<PartyRow | undefined>
  /** Counts all events that a query finds, where a store can without listing them. */
  tally?(query: TallyQuery): Promise<EventTally>
  counts(): Promise<Counts>
  /** Keeps inputs of which no document came, so that nothing is lost in silence. The newest failure of an input stands. */
  refuse(failures: readonly FailureRow[]): Promise<void>
  /** Those inputs, by id. */
  refusals(): AsyncIterable<FailureRow>
  /** Takes inputs and documents out of quarantine: failures of inputs are forgotten, refused documents wait again. Returns how many. */
  release(ids: readonly string[]): Promise<number>
  corrections(): Promise<string[]>
  /** Adds a line to the log of corrections; `settle` brings events and entries up to date. A line that is there already changes nothing. */
  correct(line: string): Promise<void>
  /** Tells read models what changed; absent where none can follow. */
  readonly feed?: Feed
  /** Copies the store to a new file while it is in use. */
  backup(path: string): Promise<void>
  /** What was altered or does not fit, each with its place. */
  verify(): Promise<string[]>
  close(): Promise<void>
}
