import { articleOf } from '../doc/index.js'
import { documentRow, type Pipeline, readArticle } from '../pipeline.js'
import type { DocumentRow } from '../spec/index.js'
import type { Store } from '../store/index.js'

/** A text as the program codes it, published on a day. */
export const codedText = (pipeline: Pipeline, id: string, text: string, published: string): DocumentRow =>
  documentRow(id, { path: 'made' }, readArticle(pipeline, articleOf(text, published)))

/** Puts coded documents into a store and settles what they tell. */
export async function hold(store: Store, rows: readonly DocumentRow[], coder: string): Promise<void> {
  await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
  await store.commit(
    rows.map((row) => ({ id: row.id, row })),
    coder,
  )
  await store.settle()
}
