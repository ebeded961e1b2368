import { isPending, readJsonl } from '../ingest/index.js'
import type { Limits } from '../limits/index.js'
import type { DocumentRow } from '../spec/index.js'
import { EXIT } from './exit.js'
import { handsFor, inOrder } from './hands/index.js'
import { printEach } from './items.js'
import { print } from './print.js'

/**
 * A filter: rows of JSONL in, coded rows out, in order, one line a document whatever happens: what cannot be read or coded is a row with a `failure`. It is what Spark's `pipe`,
 * GNU parallel and streaming engines call. Documents are coded in workers under watch, so that none of them can end the filter.
 */
export async function pipe(input: AsyncIterable<Uint8Array>, threads: number, limits: Limits, date: string | undefined): Promise<number> {
  const hands = handsFor({ threads, limits })
  try {
    const lines = readJsonl(input, '-', date, limits.documentBytes)
    const rows = inOrder(lines, hands.window, async (it) => (isPending(it) ? hands.run({ do: 'code', pending: it }) : it))
    const { done, failed } = await printEach(rows, print<DocumentRow>('jsonl', { table: () => '' }))
    return failed === 0 ? EXIT.ok : done > 0 ? EXIT.some : EXIT.failure
  } finally {
    await hands.close()
  }
}
