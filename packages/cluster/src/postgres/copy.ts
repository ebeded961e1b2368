import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Sql } from './database.js'

export type Cell = string | number | boolean | Uint8Array | readonly string[] | null

/** Writes rows by COPY, inside the transaction of `sql`. `columns` as SQL names them. */
export async function copy(sql: Sql, table: string, columns: string, rows: Iterable<readonly Cell[]>): Promise<void> {
  const stream = sql.client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`))
  const done = finished(stream)
  for (const row of rows) if (!stream.write(`${row.map(cell).join('\t')}\n`)) await Promise.race([once(stream, 'drain'), done])
  stream.end()
  await done
}

/** Text as PostgreSQL can hold it: it has no NUL. */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd')

const escape = (text: string): string =>
  storable(text).replace(/[\\\t\n\r]/g, (it) => (it === '\\' ? '\\\\' : it === '\t' ? '\\t' : it === '\n' ? '\\n' : '\\r'))

// An element of an array is quoted, and that again is text of COPY.
const element = (text: string): string => `"${storable(text).replace(/["\\]/g, '\\$&')}"`

function cell(value: Cell): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escape(value)
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  return Array.isArray(value) ? escape(`{${value.map(element).join(',')}}`) : String(value)
}
