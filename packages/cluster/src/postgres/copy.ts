import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { sha256 } from 'demarche/text'
import { from as copyFrom } from 'pg-copy-streams'
import type { Sql } from './database.js'

export type Cell = string | number | boolean | Uint8Array | readonly string[] | null

/** Characters that go to the server at a time: a write for each row would cost more than the rows. */
const PIECE = 1 << 16

/** Writes rows by COPY, inside the transaction of `sql`. `columns` as SQL names them. */
export async function copy(sql: Sql, table: string, columns: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (rows.length === 0) return
  const stream = sql.client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`))
  const done = finished(stream)
  let piece = ''
  for (const row of rows) {
    piece += `${row.map(cell).join('\t')}\n`
    if (piece.length < PIECE) continue
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done])
    piece = ''
  }
  stream.end(piece)
  await done
}

/** Text as PostgreSQL can hold it: it has no NUL. */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd')

/** Longest key in UTF-16 units: an index takes no more than about 2,700 bytes. */
const LONGEST = 600

/** A text as it stands in an index: a longer one is cut, and told apart by its hash. */
export function keyOf(text: string): string {
  const it = storable(text)
  return it.length <= LONGEST ? it : `${it.slice(0, LONGEST - 50)}#${sha256(it, 40)}`
}

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
