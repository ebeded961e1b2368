import type { DocumentRow } from 'demarche/spec'
import { batchDigest, resultDigest, type Coded } from 'demarche/store'
import { blockOf, inForce, readCorrection, reportsOf, type Correction } from 'demarche/story'
import { byCodeUnit, Problem } from 'demarche/text'
import { copy, keyOf, type Cell } from './copy.js'
import type { Database, Sql } from './database.js'
import { packRow, unpack } from './documents.js'
import { monthOf, type Partitions } from './partitions.js'
import { vectorOf } from './words.js'

/** The chain of batches grows at one end: whoever adds to it holds this lock until the transaction ends, and takes it last. */
const CHAIN = 4_477_002

interface Marker {
  readonly n: number
  readonly month: string
  readonly coder: string | null
  readonly result: string | null
}

/**
 * Writes claims, marker and dirty blocks of a batch in one transaction. What is there already, by the same coder with the same result, is left alone: a batch that is
 * handed out twice changes nothing. Documents are locked in the order of their ids, so that two batches never wait for each other crosswise.
 */
export async function commit(db: Database, partitions: Partitions, batch: readonly Coded[], coder: string): Promise<void> {
  if (batch.length === 0) return
  const results = new Map(batch.map((coded) => [coded.id, { coded, ...written(coded) }]))
  await partitions.ready(
    'claim',
    batch.map((it) => ('row' in it ? monthOf(it.row.article.published?.day) : undefined)).filter((it) => it !== undefined),
  )
  await db.transaction(async (sql) => {
    const markers = await lock(sql, [...results.keys()])
    const news = [...results].filter(([id, { digest }]) => markers.get(id)!.coder !== coder || markers.get(id)!.result !== digest)
    if (news.length === 0) return
    const numbers = news.map(([id]) => markers.get(id)!.n)
    // Most documents are coded for the first time: there is nothing to take away.
    const again = news.flatMap(([id]) => (markers.get(id)!.coder === null ? [] : markers.get(id)!.n))
    if (again.length > 0) await drop(sql, again)
    const failures = news.map(([, { coded, text }]) => ('failure' in coded ? text : null))
    await sql.query(
      `UPDATE document SET state = CASE WHEN it.failure IS NULL THEN 'coded' ELSE 'refused' END, coder = $4, result = it.result, failure = it.failure
        FROM unnest($1::bigint[], $2::text[], $3::text[]) AS it (n, result, failure) WHERE document.n = it.n`,
      [numbers, news.map(([, { digest }]) => digest), failures, coder],
    )
    if (again.length > 0) await sql.query('DELETE FROM coded WHERE n = ANY($1)', [again])
    await copy(
      sql,
      'coded',
      'n bigint, month date, row bytea',
      news.flatMap(([id, { coded, text }]) => ('row' in coded ? [[markers.get(id)!.n, markers.get(id)!.month, packRow(text)]] : [])),
    )
    const corrections = await correctionsIn(sql)
    await addClaims(
      sql,
      news.flatMap(([id, { coded }]) => ('row' in coded ? [{ n: markers.get(id)!.n, row: coded.row }] : [])),
      corrections,
    )
    await chain(sql, JSON.stringify(news.map(([id, { digest }]) => [id, digest])))
  })
}

function written(coded: Coded): { readonly text: string; readonly digest: string } {
  const text = JSON.stringify('failure' in coded ? coded.failure : coded.row)
  return { text, digest: resultDigest(text) }
}

async function lock(sql: Sql, ids: readonly string[]): Promise<Map<string, Marker>> {
  const rows = await sql.query(
    'SELECT id, n, month::text AS month, coder, result FROM document WHERE id = ANY($1) ORDER BY id FOR UPDATE',
    [ids.toSorted(byCodeUnit)],
  )
  const found = new Map(rows.map((row) => [String(row['id']), row as unknown as Marker]))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined)
    throw new Problem({
      reason: 'unknown-document',
      place: missing,
      fault: 'was never stored, so nothing that was made of it can be',
      cure: 'store documents before they are coded',
    })
  return found
}

const correctionsIn = async (sql: Sql): Promise<Correction[]> =>
  inForce((await sql.query('SELECT line FROM correction ORDER BY n')).map(({ line }, i) => readCorrection(String(line), i + 1)))

/** Takes away what an older coder made of documents; its blocks must be settled again. */
async function drop(sql: Sql, documents: readonly number[]): Promise<void> {
  const blocks = await sql.query('DELETE FROM claim WHERE document = ANY($1) RETURNING block', [documents])
  await dirty(
    sql,
    'dirty_block',
    blocks.map(({ block }) => String(block)),
  )
}

/** Notes what must be settled. */
export async function dirty(sql: Sql, table: 'dirty_block' | 'dirty_relation', names: Iterable<string>): Promise<void> {
  const once = [...new Set(names)]
  if (once.length > 0) await sql.query(`INSERT INTO ${table} (name) SELECT * FROM unnest($1::text[])`, [once])
}

async function addClaims(
  sql: Sql,
  documents: readonly { readonly n: number; readonly row: DocumentRow }[],
  corrections: readonly Correction[],
): Promise<void> {
  const blocks: string[] = []
  const rows = documents.flatMap(({ n, row }) =>
    reportsOf(row, corrections).map((report): Cell[] => {
      const block = keyOf(blockOf(report))
      blocks.push(block)
      const { id, sentence } = report.claim
      const words = vectorOf(row.article.text.slice(sentence.from, sentence.to))
      return [monthOf(report.known), report.known, id, n, block, JSON.stringify(report), words]
    }),
  )
  await copy(sql, 'claim', 'month date, known text, id text, document bigint, block text, report text, words tsvector', rows)
  await dirty(sql, 'dirty_block', blocks)
}

async function chain(sql: Sql, documents: string): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [CHAIN])
  const [last] = await sql.query('SELECT n, digest FROM batch ORDER BY n DESC LIMIT 1')
  const previous = String(last?.['digest'] ?? '')
  await sql.query('INSERT INTO batch VALUES ($1, $2, $3, $4)', [
    Number(last?.['n'] ?? 0) + 1,
    previous,
    batchDigest(previous, documents),
    documents,
  ])
}

/** Adds a line to the log of corrections and derives its document again. A line that is there already changes nothing. */
export async function correct(db: Database, line: string): Promise<void> {
  const { id, document } = readCorrection(line, 1)
  await db.transaction(async (sql) => {
    const added = await sql.query('INSERT INTO correction (id, line) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING RETURNING n', [id, line])
    if (added.length === 0) return
    // Locked first, read afterwards: what is committed meanwhile is seen.
    const [found] = await sql.query('SELECT n, month::text AS month FROM document WHERE id = $1 FOR UPDATE', [document])
    if (!found) return
    const [body] = await sql.query('SELECT row FROM coded WHERE n = $1 AND month = $2', [found['n'], found['month']])
    if (!body) return
    await drop(sql, [Number(found['n'])])
    await addClaims(sql, [{ n: Number(found['n']), row: unpack(body['row']) }], await correctionsIn(sql))
  })
}
