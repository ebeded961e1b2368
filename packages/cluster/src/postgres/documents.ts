import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { ArticleRow, DocumentRow, FailureRow } from 'demarche/spec'
import type { RawDocument, StoredDocument } from 'demarche/store'
import { byCodeUnit, sha256 } from 'demarche/text'
import { copy, storable, type Cell } from './copy.js'
import type { Database, Row } from './database.js'
import { monthOf, type Partitions } from './partitions.js'

/** No deflated bytes begin with it: it names a kind of block that does not exist. What follows is brotli. */
const BROTLI = 7
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 0 } }

/** A coded row, compressed: at this quality in half of the time of the quickest deflate, for a tenth more bytes. */
export const packRow = (text: string): Uint8Array => Buffer.concat([Uint8Array.of(BROTLI), brotliCompressSync(text, QUICK)])

/** The text of compressed bytes. Throws for what was damaged. */
export const unpacked = (bytes: Uint8Array): string =>
  (bytes[0] === BROTLI ? brotliDecompressSync(bytes.subarray(1)) : inflateRawSync(bytes)).toString('utf8')

export const unpack = <T>(bytes: unknown): T => JSON.parse(unpacked(bytes as Uint8Array)) as T

/** What a query of documents must select. */
export const DOCUMENT = 'd.id, b.path, b.item, b.raw, d.state, d.coder, d.failure'
export const DOCUMENTS = 'document d JOIN body b ON b.n = d.n AND b.month = d.month'
/** Documents with what was made of them. */
export const CODED = 'document d JOIN coded c ON c.n = d.n AND c.month = d.month'

export function toDocument(row: Row): StoredDocument {
  return {
    id: String(row['id']),
    input: { path: String(row['path']), ...(row['item'] === null ? {} : { item: Number(row['item']) }) },
    article: unpack<ArticleRow>(row['raw']),
    state: row['state'] as StoredDocument['state'],
    ...(row['coder'] === null ? {} : { coder: String(row['coder']) }),
    ...(row['failure'] === null ? {} : { failure: JSON.parse(String(row['failure'])) as FailureRow['failure'] }),
  }
}

/**
 * Documents by a condition over `document`, in order of arrival. Their bodies are asked for by number and month: a join of both would be planned by what the server guesses, and it
 * may guess that reading all bodies is the quickest way to sixty.
 */
export async function documentsBy(db: Database, condition: string, values: readonly unknown[]): Promise<StoredDocument[]> {
  const rows = await db.query(`SELECT n, month::text AS month, id, state, coder, failure FROM document d WHERE ${condition}`, values)
  if (rows.length === 0) return []
  const bodies = await db.query('SELECT n, path, item, raw FROM body WHERE n = ANY($1) AND month = ANY($2)', [
    rows.map(({ n }) => n),
    [...new Set(rows.map(({ month }) => month))],
  ])
  const byNumber = new Map(bodies.map((it) => [Number(it['n']), it]))
  return rows.map((row) => toDocument({ ...row, ...byNumber.get(Number(row['n'])) }))
}

export const toRow = (row: Row): DocumentRow => unpack(row['row'])

/** Stores documents raw. Keys go in sorted by id, so that two who store the same documents never wait for each other crosswise. Returns how many were new. */
export async function put(db: Database, partitions: Partitions, documents: readonly RawDocument[]): Promise<number> {
  if (documents.length === 0) return 0
  const months = documents.map(({ article }) => monthOf(article.published?.day))
  for (const table of ['body', 'coded'] as const) await partitions.ready(table, months)
  return db.transaction(async (sql) => {
    const numbers = await sql.query("SELECT nextval('document_n') AS n FROM generate_series(1, $1::integer)", [documents.length])
    const keyed = documents
      .map(({ id, input, article }, i) => ({ id, input, text: JSON.stringify(article), month: months[i]!, n: Number(numbers[i]!['n']) }))
      .toSorted((a, b) => byCodeUnit(a.id, b.id))
    const fresh = await sql.query(
      'INSERT INTO document (n, id, month) SELECT * FROM unnest($1::bigint[], $2::text[], $3::date[]) ON CONFLICT (id) DO NOTHING RETURNING n',
      [keyed.map(({ n }) => n), keyed.map(({ id }) => id), keyed.map(({ month }) => month)],
    )
    const taken = new Set(fresh.map(({ n }) => Number(n)))
    const rows = keyed
      .filter(({ n }) => taken.has(n))
      .map(({ n, month, input, text }): Cell[] => [n, month, storable(input.path), input.item ?? null, sha256(text), deflateRawSync(text)])
    await copy(sql, 'body', 'n bigint, month date, path text, item integer, hash text, raw bytea', rows)
    return taken.size
  })
}
