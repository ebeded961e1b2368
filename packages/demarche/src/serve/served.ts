import type { Explanation, RuleBook } from '../coding/index.js'
import type { DocumentRow, FailureRow } from '../spec/index.js'
import type { RawDocument, Store } from '../store/index.js'
import type { Asked } from './answers.js'
import type { SqlAnswer } from './sql/ask.js'

/** All that the server answers from. It computes nothing that is not the store's or the ledger's. */
export interface Served {
  /** Open for reading. */
  readonly store: Store
  readonly book: RuleBook
  /** Version of the coder. */
  readonly version: string
  /** Codes one text without storing it. Loaded on the first call, for the models take a second. */
  readonly code?: (text: string, published: string | undefined) => Promise<DocumentRow>
  /** Codes a document anew and tells what was weighed for each claim. Loaded on the first call, as `code` is. */
  readonly reasons?: (document: RawDocument) => Promise<readonly Explanation[] | FailureRow>
  /** What models said of claims, read anew each time, without the words of articles. Without it there are no opinions. */
  readonly opinions?: () => readonly ModelOpinion[]
  /** Where corrections go. Without it the server refuses them. */
  readonly correcting?: Correcting
  /** Answers a question in SQL. Without it the server refuses them. */
  readonly sql?: (sql: string) => Promise<SqlAnswer | 'busy'>
  /** The saved queries, read anew each time. Without it there are none. */
  readonly saved?: () => readonly Saved[]
  /** The folder of the built page. Without it there is the API alone. */
  readonly page?: URL
}

/** What a model said of a claim when it was asked to choose among the readings of its words. It is no part of the record. */
export interface ModelOpinion {
  readonly id: string
  readonly model: string
  /** The day on which it was asked. */
  readonly day: string
  readonly document: string
  readonly claim: string
  readonly readings: readonly { readonly letter: string; readonly rule: string; readonly codes: string }[]
  /** SHA-256 of the question. */
  readonly promptHash: string
  /** What it wrote. */
  readonly answer: string
  /** The letter of a reading; null is an abstention. */
  readonly choice: string | null
}

/** A query that is asked for by its name. */
export interface Saved {
  readonly name: string
  readonly filters: Asked
  /** Whether changes of what it finds are posted somewhere. */
  readonly posted: boolean
}

export interface Correcting {
  /** Whoever corrects shows this token; it is printed when the server starts. */
  readonly token: string
  /** The moment of a correction, ISO 8601. */
  readonly now: () => string
  /** Calls work with the store open for writing, and closes it. */
  readonly write: (work: (store: Store) => Promise<void>) => Promise<void>
}
