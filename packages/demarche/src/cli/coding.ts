import { documentRow, readArticle, type Pipeline } from '../pipeline.js'
import type { Coded, Store, StoredDocument } from '../store/index.js'
import { isProblem } from '../text/index.js'

/** Documents a transaction. Larger saves little; smaller loses less work when the program is stopped. */
export const BATCH = 64

/** Codes every document that this version of the coder has not seen, a batch a transaction, and settles. Returns how many. */
export function codeWaiting(store: Store, pipeline: Pipeline, coder: string, progress: (coded: number) => void): number {
  let coded = 0
  for (;;) {
    const waiting = store.waiting(coder, BATCH)
    if (waiting.length === 0) break
    store.commit(
      waiting.map((document) => codeOne(pipeline, document)),
      coder,
    )
    coded += waiting.length
    progress(coded)
  }
  store.settle()
  return coded
}

function codeOne(pipeline: Pipeline, { id, input, article }: StoredDocument): Coded {
  try {
    return { id, row: documentRow(id, input, readArticle(pipeline, article)) }
  } catch (error) {
    if (!isProblem(error)) throw error
    const { reason, place, fault, cure } = error.fault
    return { id, failure: { reason, place, fault, cure } }
  }
}

/** One line on what a ledger holds. */
export function holdings(store: Store): string {
  const { documents, waiting, refused, claims, events, entries } = store.counts()
  return `the ledger holds ${documents} documents (${waiting} waiting, ${refused} refused), ${claims} claims, ${events} events, ${entries} entries`
}
