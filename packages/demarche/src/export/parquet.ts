import type { Column } from './cells.js'
import { ENTRY_COLUMNS, EVENT_COLUMNS } from './columns.js'
import type { Exporter } from './release.js'

const NUMBERS = new Set(['goldstein', 'lat', 'lon'])
const WHOLE = /^(quad|geonames|reports|.*_(best|low|high))$/

type Type = 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN'
const typeOf = (name: string): Type =>
  name === 'historical'
    ? 'BOOLEAN'
    : NUMBERS.has(name)
      ? 'DOUBLE'
      : WHOLE.test(name)
        ? /_(best|low|high)$/.test(name)
          ? 'DOUBLE'
          : 'INT32'
        : 'STRING'

async function bytes<R>(rows: readonly R[], columns: readonly Column<R>[]): Promise<Uint8Array> {
  // Loaded when a release has this format: every command that prints a table comes by here.
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columnData = columns.map(({ name, of }) => ({ name, data: rows.map((row) => of(row) ?? null), type: typeOf(name), nullable: true }))
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

/** The columns of `csv` as Parquet, with types: R, Python, DuckDB and Spark read it as it is. */
export const parquet: Exporter = {
  format: 'parquet',
  title: 'events and ledger in columns',
  files: async ({ events, entries }) => [
    { name: 'events.parquet', content: await bytes(events, EVENT_COLUMNS) },
    { name: 'entries.parquet', content: await bytes(entries, ENTRY_COLUMNS) },
  ],
}
