import type { ArticleRow, DocumentRow, FailureRow } from '../../spec/index.js'
import { sha256 } from '../../text/index.js'
import { compactRow, expandClaim, expandRow, pack, unpack } from '../pack/index.js'
import type { RawDocument, StoredDocument } from '../ports.js'
import { ARTICLE, BODY, packBodies } from './bodies.js'
import { type File, optional, type Row } from './file.js'
import { type Cell, insertRows } from './rows.js'

/** Columns of a document as it is given out; its body is joined. */
export const DOCUMENT = `document.n, id, path, item, coder, failure, ${ARTICLE}`
export const DOCUMENTS = `document CROSS JOIN ${BODY} LEFT JOIN coded ON coded.n = document.n`
/** Columns of a coded row and its tables. */
export const ROW = `document.n, id, row, first, claims, ${ARTICLE}`
export const ROWS = `document JOIN coded ON coded.n = document.n CROSS JOIN ${BODY}`

/** Stores documents as they came. Returns how many were new. */
export function put({ sql, words }: File, documents: readonly RawDocument[]): number {
  const ids = [...new Set(documents.map(({ id }) => id))]
  const there = sql('SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids))
  const known = new Set(there.map((it) => it['id']))
  const last = Number(sql('SELECT coalesce(max(n), 0) AS n FROM document').get()!['n'])
  const rows: Cell[][] = []
  const articles: string[] = []
  for (const { id, input, article } of documents) {
    if (known.has(id)) continue
    known.add(id)
    const text = JSON.stringify(article)
    rows.push([last + articles.push(text), id, digest(text), words.numberOf(input.path), input.item ?? null])
  }
  insertRows(sql, 'INSERT INTO document (n, id, hash, path, item)', rows)
  insertRows(sql, 'INSERT INTO body (n, raw)', packBodies(last + 1, articles))
  return rows.length
}

/** Hexadecimal digits of the hash of a raw article. */
const HASH = 32

const digest = (text: string): Uint8Array => Buffer.from(sha256(text, HASH), 'hex')
export const hex = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('hex')

const articleOf = ({ bodies }: File, row: Row): ArticleRow => JSON.parse(bodies.text(row)) as ArticleRow

export function toDocument(file: File, row: Row): StoredDocument {
  const { words } = file
  return {
    id: String(row['id']),
    input: { path: words.textOf(Number(row['path'])), ...(row['item'] === null ? {} : { item: Number(row['item']) }) },
    article: articleOf(file, row),
    state: row['coder'] === null ? 'waiting' : row['failure'] === null ? 'coded' : 'refused',
    ...(row['coder'] === null ? {} : { coder: words.textOf(Number(row['coder'])) }),
    ...(row['failure'] === null ? {} : { failure: JSON.parse(String(row['failure'])) as FailureRow['failure'] }),
  }
}

/** What the coder made of an article: nothing, a day (or none) of publication, or another article. */
type Difference = 0 | { readonly published: ArticleRow['published'] } | ArticleRow

function difference(article: ArticleRow, hash: unknown): Difference {
  const stored = hex(hash)
  if (sha256(JSON.stringify(article), HASH) === stored) return 0
  const { published, ...rest } = article
  return sha256(JSON.stringify(rest), HASH) === stored ? { published } : article
}

function applied(raw: ArticleRow, it: Difference): ArticleRow {
  if (it === 0) return raw
  return 'text' in it ? it : { ...raw, published: it.published }
}

/** The packed row of a document, without its article and its claims, which stand elsewhere. `hash` is that of its raw article. */
export const packRow = ({ words, texts }: File, row: DocumentRow, hash: unknown): Uint8Array =>
  pack({ ...compactRow(row, texts), article: difference(row.article, hash), claims: 0 }, words)

/** The coded row of a document, field for field as it was committed. */
export function rowOf(file: File, id: string): DocumentRow | undefined {
  const { sql } = file
  return optional(sql(`SELECT ${ROW} FROM ${ROWS} WHERE id = ? AND row IS NOT NULL`).get(id), (found) => unpackRow(file, found))
}

export function unpackRow(file: File, found: Row): DocumentRow {
  const { sql, words, texts } = file
  const { row, first, claims } = found
  const half = expandRow(unpack(row as Uint8Array, words) as Row, texts)
  const own = sql('SELECT claim FROM claim WHERE n >= ? AND n < ? ORDER BY n').all(Number(first), Number(first) + Number(claims))
  return {
    ...half,
    article: applied(articleOf(file, found), half.article as unknown as Difference),
    claims: own.map(({ claim }) => expandClaim(unpack(claim as Uint8Array, words) as Row, texts)),
  }
}
