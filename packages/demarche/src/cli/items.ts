import type { FailureRow } from '../spec/index.js'
import type { Printer } from './print.js'

/** Prints rows as they come. A failed item is a line on stderr and a row of its own; it never stops the rest. */
export async function printEach<R>(rows: AsyncIterable<R | FailureRow>, out: Printer<R>): Promise<{ done: number; failed: number }> {
  let done = 0
  let failed = 0
  for await (const row of rows) {
    if (isFailure(row)) {
      failed++
      process.stderr.write(failureLine(row))
      await out.failure(row)
    } else {
      done++
      await out.row(row)
    }
  }
  return { done, failed }
}

const isFailure = (row: unknown): row is FailureRow => typeof row === 'object' && row !== null && 'failure' in row

/** One line on a failure, for people. */
export const failureLine = ({ input, failure }: FailureRow): string =>
  `demarche: ${input.path}${input.item === undefined ? '' : ` item ${input.item}`}: ${failure.reason} at ${failure.place}; ${failure.cure}\n`
