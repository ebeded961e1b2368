import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { sha256 } from 'demarche/text'
import { from as copyFrom } from 'pg-copy-streams'
import { BinaryRows, storable, type Cell, type Type } from './binary.js'
import type { Sql } from './database.js'

export { storable, type Cell } from './binary.js'

/** Bytes that go to the server at a time: a write for each row would cost more than the rows. */
const PIECE = 1 << 16

/** Writes rows by COPY, inside the transaction of `sql`. `columns`: name and type of each, as SQL has them. */
export async function copy(sql: Sql, table: string, columns: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (rows.length === 0) return
  const named = columns.split(', ').map((it) => it.split(' ') as [name: string, type: Type])
  const stream = sql.client.query(copyFrom(`COPY ${table} (${named.map(([name]) => name).join(', ')}) FROM STDIN (FORMAT binary)`))
  const done = finished(stream)
  const out = new BinaryRows(named.map(([, type]) => type))
  for (const row of rows) {
    out.row(row)
    if (out.size < PIECE) continue
    if (!stream.write(out.take())) await Promise.race([once(stream, 'drain'), done])
  }
  out.finish()
  stream.end(out.take())
  await done
}

/** Longest key in UTF-16 units: an index takes no more than about 2,700 bytes. */
const LONGEST = 600

/** A text as it stands in an index: a longer one is cut, and told apart by its hash. */
export function keyOf(text: string): string {
  const it = storable(text)
  return it.length <= LONGEST ? it : `${it.slice(0, LONGEST - 50)}#${sha256(it, 40)}`
}
