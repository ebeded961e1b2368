import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { backup, type DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import type { Effects } from '../../ledger/index.js'
import type { ArticleRow, DocumentRow, FailureRow } from '../../spec/index.js'
import { blockOf, inForce, readCorrection, reportsOf, type Correction } from '../../story/index.js'
import { sha256 } from '../../text/index.js'
import type { Coded, Counts, RawDocument, Store, StoredDocument } from '../ports.js'
import { batchDigest, faultsIn, resultDigest } from '../verify.js'
import { asProblem, openDatabase } from './open.js'
import { queries } from './queries.js'
import { settle } from './settle.js'
import { damage, evidenceOf } from './evidence.js'

export interface SqliteOptions {
  readonly path: string
  readonly access: 'read' | 'write'
  /** What each rule does to the ledger. */
  readonly effects: Effects
}

/** The embedded store: one SQLite file in WAL mode. Close it when done. */
export function openSqlite({ path, access, effects }: SqliteOptions): Store {
  const db = openDatabase(path, access)
  // SQLite answers at once; what fails must still be a promise that rejects.
  const guarded = async <T>(work: () => T): Promise<T> => {
    try {
      return work()
    } catch (error) {
      throw asProblem(error, path, access)
    }
  }
  return {
    ...queries(db, effects),
    put: (documents) => guarded(() => transaction(db, () => put(db, documents))),
    waiting: async (coder, limit, after) =>
      db
        .prepare(`SELECT ${DOCUMENT} FROM document WHERE n > ${AFTER} AND coder IS NOT ? ORDER BY n LIMIT ?`)
        .all(after ?? null, coder, limit)
        .map(toDocument),
    countWaiting: async (coder) => Number(db.prepare('SELECT count(*) AS n FROM document WHERE coder IS NOT ?').get(coder)?.['n']),
    commit: (batch, coder) => guarded(() => transaction(db, () => commit(db, batch, coder))),
    settle: () => guarded(() => transaction(db, () => settle(db, effects))),
    document: async (id) => optional(db.prepare(`SELECT ${DOCUMENT} FROM document WHERE id = ?`).get(id), toDocument),
    find: async (ids) => {
      const one = db.prepare(`SELECT ${DOCUMENT} FROM document WHERE id = ?`)
      return ids.flatMap((id) => optional(one.get(id), toDocument) ?? [])
    },
    unmarked: async (limit, after) =>
      db
        .prepare(`SELECT id FROM document WHERE state = 'waiting' AND n > ${AFTER} ORDER BY n LIMIT ?`)
        .all(after ?? null, limit)
        .map((it) => String(it['id'])),
    row: async (id) => optional(db.prepare('SELECT row FROM document WHERE id = ? AND row IS NOT NULL').get(id), ({ row }) => unpack(row)),
    async *documents(state) {
      const rows =
        state === undefined
          ? db.prepare(`SELECT ${DOCUMENT} FROM document ORDER BY n`).iterate()
          : db.prepare(`SELECT ${DOCUMENT} FROM document WHERE state = ? ORDER BY n`).iterate(state)
      for (const row of rows) yield toDocument(row as Row)
    },
    async *rows() {
      for (const { row } of db.prepare('SELECT row FROM document WHERE row IS NOT NULL ORDER BY id').iterate() as Iterable<Row>)
        yield unpack(row)
    },
    counts: async () => counts(db),
    corrections: async () =>
      db
        .prepare('SELECT line FROM correction ORDER BY n')
        .all()
        .map((it) => String(it['line'])),
    correct: (line) => guarded(() => transaction(db, () => correct(db, line))),
    backup: async (to) => void (await backup(db, to)),
    verify: async () => {
      const faults = damage(db)
      if (faults.length === 0) for await (const fault of faultsIn(evidenceOf(db), effects)) faults.push(fault)
      return faults
    },
    close: async () => {
      // The file alone is then the whole ledger: it can be copied or moved.
      if (access === 'write') db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

type Row = Record<string, unknown>
const DOCUMENT = 'id, path, item, raw, state, coder, failure'
/** Place in the order of arrival of the document of that id. */
const AFTER = 'coalesce((SELECT n FROM document WHERE id = ?), 0)'

const optional = <T>(row: unknown, to: (row: Row) => T): T | undefined => (row === undefined ? undefined : to(row as Row))
const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value))
const unpack = <T>(bytes: unknown): T => JSON.parse(inflateRawSync(bytes as Uint8Array).toString('utf8')) as T

function toDocument(row: Row): StoredDocument {
  return {
    id: String(row['id']),
    input: { path: String(row['path']), ...(row['item'] === null ? {} : { item: Number(row['item']) }) },
    article: unpack<ArticleRow>(row['raw']),
    state: row['state'] as StoredDocument['state'],
    ...(row['coder'] === null ? {} : { coder: String(row['coder']) }),
    ...(row['failure'] === null ? {} : { failure: JSON.parse(String(row['failure'])) as FailureRow['failure'] }),
  }
}

/** Runs work in one immediate transaction; anything thrown undoes all of it. */
function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function put(db: DatabaseSync, documents: readonly RawDocument[]): number {
  const insert = db.prepare(
    'INSERT INTO document (id, path, item, known, title, publisher, uri, hash, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  )
  let fresh = 0
  for (const { id, input, article } of documents) {
    const text = JSON.stringify(article)
    const { changes } = insert.run(
      id,
      input.path,
      input.item ?? null,
      article.published?.day ?? null,
      article.title ?? null,
      article.publisher ?? null,
      article.uri ?? null,
      sha256(text),
      deflateRawSync(text),
    )
    fresh += Number(changes)
  }
  return fresh
}

function commit(db: DatabaseSync, batch: readonly Coded[], coder: string): void {
  const number = db.prepare('SELECT n FROM document WHERE id = ?')
  const corrections = inForce(correctionLog(db))
  for (const coded of batch) {
    const n = Number(number.get(coded.id)?.['n'])
    drop(db, n)
    if ('failure' in coded) {
      db.prepare("UPDATE document SET state = 'refused', coder = ?, row = NULL, failure = ? WHERE n = ?").run(
        coder,
        JSON.stringify(coded.failure),
        n,
      )
    } else {
      db.prepare("UPDATE document SET state = 'coded', coder = ?, row = ?, failure = NULL, known = ? WHERE n = ?").run(
        coder,
        pack(coded.row),
        coded.row.article.published?.day ?? null,
        n,
      )
      addClaims(db, n, coded.row, corrections)
    }
  }
  chain(db, batch)
}

const correctionLog = (db: DatabaseSync): Correction[] =>
  db
    .prepare('SELECT line FROM correction ORDER BY n')
    .all()
    .map((it, i) => readCorrection(String(it['line']), i + 1))

/** Adds a line to the log and derives its document again. A line that is there already changes nothing. */
function correct(db: DatabaseSync, line: string): void {
  const correction = readCorrection(line, 1)
  if (db.prepare('INSERT INTO correction (id, line) VALUES (?, ?) ON CONFLICT (id) DO NOTHING').run(correction.id, line).changes === 0)
    return
  const found = db.prepare('SELECT n, row FROM document WHERE id = ? AND row IS NOT NULL').get(correction.document)
  if (!found) return
  drop(db, Number(found['n']))
  addClaims(db, Number(found['n']), unpack(found['row']), inForce(correctionLog(db)))
}

function addClaims(db: DatabaseSync, document: number, row: DocumentRow, corrections: readonly Correction[]): void {
  const insert = db.prepare('INSERT INTO claim (id, document, block, report) VALUES (?, ?, ?, ?)')
  const index = db.prepare('INSERT INTO sentence (rowid, text) VALUES (?, ?)')
  const dirty = db.prepare('INSERT OR IGNORE INTO dirty_block VALUES (?)')
  for (const report of reportsOf(row, corrections)) {
    const block = blockOf(report)
    const { lastInsertRowid } = insert.run(report.claim.id, document, block, JSON.stringify(report))
    index.run(lastInsertRowid, row.article.text.slice(report.claim.sentence.from, report.claim.sentence.to))
    dirty.run(block)
  }
}

/** Takes away what an older coder made of a document; its blocks must be settled again. */
function drop(db: DatabaseSync, document: number): void {
  db.prepare('INSERT OR IGNORE INTO dirty_block SELECT DISTINCT block FROM claim WHERE document = ?').run(document)
  db.prepare('DELETE FROM sentence WHERE rowid IN (SELECT n FROM claim WHERE document = ?)').run(document)
  db.prepare('DELETE FROM claim WHERE document = ?').run(document)
}

/** Adds the batch to the hash chain: its digest covers the one before and each document's result. */
function chain(db: DatabaseSync, batch: readonly Coded[]): void {
  const previous = String(db.prepare('SELECT digest FROM batch ORDER BY n DESC LIMIT 1').get()?.['digest'] ?? '')
  const documents = JSON.stringify(
    batch.map((coded) => [coded.id, resultDigest(JSON.stringify('failure' in coded ? coded.failure : coded.row))]),
  )
  db.prepare('INSERT INTO batch (previous, digest, documents) VALUES (?, ?, ?)').run(previous, batchDigest(previous, documents), documents)
}

function counts(db: DatabaseSync): Counts {
  const count = (sql: string): number => Number(db.prepare(sql).get()?.['n'])
  return {
    documents: count('SELECT count(*) AS n FROM document'),
    waiting: count("SELECT count(*) AS n FROM document WHERE state = 'waiting'"),
    coded: count("SELECT count(*) AS n FROM document WHERE state = 'coded'"),
    refused: count("SELECT count(*) AS n FROM document WHERE state = 'refused'"),
    claims: count('SELECT count(*) AS n FROM claim'),
    events: count('SELECT count(*) AS n FROM event'),
    entries: count('SELECT count(*) AS n FROM entry'),
  }
}
