import type { LayerName } from '../../doc/index.js'
import type { LayerOption } from '../document.js'
import type { Item, Pending } from '../../ingest/index.js'
import type { Explanation, Rule } from '../../coding/index.js'
import type { Limits } from '../../limits/index.js'
import type { FailureRow, DocumentRow } from '../../spec/index.js'
import type { RawDocument } from '../../store/index.js'
import type { Fault } from '../../text/index.js'

/** What a worker can be asked to do with one document. Plain data on both ways. */
export type Task =
  | { readonly do: 'read'; readonly pending: Pending }
  | { readonly do: 'layers'; readonly pending: Pending; readonly layers: readonly LayerOption[] }
  | { readonly do: 'code'; readonly pending: Pending }
  | { readonly do: 'recode'; readonly document: RawDocument }
  | { readonly do: 'explain'; readonly document: RawDocument }

/** What each task gives when nothing is wrong with the document. */
export interface Results {
  readonly read: Item
  readonly layers: Readonly<Record<string, unknown>>
  readonly code: DocumentRow
  readonly recode: DocumentRow
  readonly explain: readonly Explanation[]
}
export type Outcome<K extends Task['do']> = Results[K] | FailureRow

/** What a worker is started with. */
export interface Start {
  readonly own: readonly Rule[]
  readonly limits: Limits
  /** Whether it codes; a worker that only reads does not load the language. */
  readonly codes: boolean
  /** The only layers that its tasks will ask for, where that is known: what gives the others is not loaded. */
  readonly layers?: readonly LayerName[] | undefined
}

export type Asked = { readonly n: number; readonly task: Task }
export type Answer =
  | { readonly ready: true; readonly thread: number | undefined }
  | { readonly fatal: Fault }
  | { readonly n: number; readonly outcome: Outcome<Task['do']> }
