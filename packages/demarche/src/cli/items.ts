import type { FailureRow } from '../spec/index.js'
import { refusal } from './coding.js'
import type { Printer } from './print.js'

interface Readable {
  readonly id: string
  readonly input: FailureRow['input']
}

/** Works on items as they come, in order. A failed item is a line on stderr and a row of its own; it never stops the rest. */
export async function eachItem<I extends Readable, R>(
  items: AsyncIterable<I | FailureRow>,
  out: Printer<R>,
  work: (item: I) => R,
): Promise<{ done: number; failed: number }> {
  let done = 0
  let failed = 0
  for await (const item of items) {
    const row = 'failure' in item ? item : attempt(item, work)
    if (isFailure(row)) {
      failed++
      process.stderr.write(
        `demarche: ${row.input.path}${row.input.item === undefined ? '' : ` item ${row.input.item}`}: ${row.failure.reason} at ${row.failure.place}; ${row.failure.cure}\n`,
      )
      await out.failure(row)
    } else {
      done++
      await out.row(row)
    }
  }
  return { done, failed }
}

const isFailure = (row: unknown): row is FailureRow => typeof row === 'object' && row !== null && 'failure' in row

function attempt<I extends Readable, R>(item: I, work: (item: I) => R): R | FailureRow {
  try {
    return work(item)
  } catch (error) {
    return { schema: 1, id: item.id, input: item.input, failure: refusal(error) }
  }
}
