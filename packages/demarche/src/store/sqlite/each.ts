import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'

/** Statements that are being read; what is in here cannot be collected. */
const reading = new Set<unknown>()

/**
 * The rows of a query, one by one. An iterator of the driver does not hold its statement: collected while a loop waits, the statement takes the iterator, and
 * at times the process, with it. So it is held here until the loop ends.
 */
export function* each(
  db: DatabaseSync,
  sql: string,
  ...values: readonly (string | number | bigint | null | Uint8Array)[]
): Generator<Record<string, unknown>> {
  const statement = db.prepare(sql)
  reading.add(statement)
  try {
    yield* statement.iterate(...(values as never[])) as Iterable<Record<string, unknown>>
  } finally {
    reading.delete(statement)
  }
}
