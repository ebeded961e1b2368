import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Effects } from 'demarche/ledger'
import { faultsIn, type Counts, type Store } from 'demarche/store'
import { Problem } from 'demarche/text'
import { feedOf } from './changes.js'
import { commit, correct } from './commit.js'
import { openDatabase, type Database } from './database.js'
import { CODED, DOCUMENT, DOCUMENTS, documentsBy, put, toDocument, toRow } from './documents.js'
import { evidenceOf } from './evidence.js'
import { checkSchema, migrate } from './migrate.js'
import { openPartitions } from './partitions.js'
import { queries } from './queries.js'
import { REFUSALS, refuse, release, toRefusal } from './refusals.js'
import { settle } from './settle.js'

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string
  /** A writer sets up and upgrades the schema; a reader never does. */
  readonly access: 'read' | 'write'
  /** What each rule does to the ledger. */
  readonly effects: Effects
  /** Most connections at a time; default 8. */
  readonly connections?: number
}

const AFTER = 'coalesce((SELECT n FROM document WHERE id = $1), 0)'

/** The shared store: one PostgreSQL database (15 or newer) for any number of workers and readers. Close it when done. */
export async function openPostgres({ url, access, effects, connections = 8 }: PostgresOptions): Promise<Store> {
  const db = openDatabase(url, connections)
  try {
    await (access === 'write' ? migrate(db, place(url)) : checkSchema(db, place(url)))
    return await storeOver(db, effects)
  } catch (error) {
    await db.close()
    throw error
  }
}

const place = (url: string): string => url.replace(/\/\/[^@/]*@/, '//')

async function storeOver(db: Database, effects: Effects): Promise<Store> {
  const partitions = await openPartitions(db)
  return {
    ...queries(db, effects),
    put: (batch) => put(db, partitions, batch),
    waiting: (coder, limit, after) =>
      documentsBy(db, `d.n > ${AFTER} AND d.coder IS DISTINCT FROM $2 ORDER BY d.n LIMIT $3`, [after ?? null, coder, limit]),
    countWaiting: async (coder) =>
      Number((await db.query('SELECT count(*) AS n FROM document WHERE coder IS DISTINCT FROM $1', [coder]))[0]?.['n']),
    commit: (batch, coder) => commit(db, partitions, batch, coder),
    settle: () => settle(db, partitions, effects),
    document: async (id) => (await documentsBy(db, 'd.id = $1', [id]))[0],
    find: (ids) => documentsBy(db, 'd.id = ANY($1)', [ids]),
    unmarked: async (limit, after) =>
      (await db.query(`SELECT id FROM document WHERE state = 'waiting' AND n > ${AFTER} ORDER BY n LIMIT $2`, [after ?? null, limit])).map(
        ({ id }) => String(id),
      ),
    row: async (id) => (await db.query(`SELECT c.row FROM ${CODED} WHERE d.id = $1`, [id])).map(toRow)[0],
    async *documents(state) {
      for await (const row of db.stream(`SELECT ${DOCUMENT} FROM ${DOCUMENTS} WHERE $1::text IS NULL OR d.state = $1 ORDER BY d.n`, [
        state ?? null,
      ]))
        yield toDocument(row)
    },
    async *rows() {
      for await (const row of db.stream(`SELECT c.row FROM ${CODED} ORDER BY d.id`)) yield toRow(row)
    },
    counts: () => counts(db),
    refuse: (failures) => refuse(db, failures),
    async *refusals() {
      for await (const row of db.stream(REFUSALS)) yield toRefusal(row)
    },
    release: (ids) => release(db, ids),
    corrections: async () => (await db.query('SELECT line FROM correction ORDER BY n')).map(({ line }) => String(line)),
    correct: (line) => correct(db, line),
    feed: feedOf(db),
    backup: (path) => backup(db.url, path),
    verify: async () => {
      const faults: string[] = []
      for await (const fault of faultsIn(evidenceOf(db), effects)) faults.push(fault)
      return faults
    },
    close: () => db.close(),
  }
}

async function counts(db: Database): Promise<Counts> {
  const [row] = await db.query(`SELECT count(*) AS documents, count(*) FILTER (WHERE state = 'waiting') AS waiting,
    count(*) FILTER (WHERE state = 'coded') AS coded, count(*) FILTER (WHERE state = 'refused') AS refused, (SELECT count(*) FROM refusal) AS unread,
    (SELECT count(*) FROM claim) AS claims, (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM entry) AS entries FROM document`)
  return row as unknown as Counts
}

/** A dump in PostgreSQL's own form, made by its own tool, while the database is in use. `pg_restore` reads it back. */
async function backup(url: string, path: string): Promise<void> {
  try {
    await promisify(execFile)('pg_dump', ['--format=custom', `--file=${path}`, url])
  } catch (cause) {
    const missing = (cause as { code?: unknown }).code === 'ENOENT'
    throw new Problem(
      {
        reason: 'no-backup',
        place: path,
        fault: missing ? 'pg_dump is not installed here' : `pg_dump failed: ${(cause as Error).message}`,
        cure: missing ? 'install the PostgreSQL client, or take a snapshot as your provider offers it' : 'see its message',
      },
      { cause },
    )
  }
}
