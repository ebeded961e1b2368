import { each } from './each.js'
import { backup } from '@photostructure/sqlite'
import type { Effects } from '../../ledger/index.js'
import type { Counts, Store } from '../ports.js'
import { faultsIn } from '../verify.js'
import { commit, correct, correctionLines } from './commit.js'
import { DOCUMENT, DOCUMENTS, put, ROW, rowOf, ROWS, toDocument, unpackRow } from './documents.js'
import { damage, evidenceOf } from './evidence.js'
import { type File, fileOf, optional, type Row, transaction } from './file.js'
import { asProblem, openDatabase } from './open.js'
import { queries } from './queries.js'
import { refusals, refuse, release } from './refusals.js'
import { breakSeal, brokenPieces, seal } from './seal.js'
import { settle, settleEvents } from './settle.js'

export interface SqliteOptions {
  readonly path: string
  readonly access: 'read' | 'write'
  /** What each rule does to the ledger. */
  readonly effects: Effects
}

const STATES = { waiting: 'coded.n IS NULL', coded: 'coded.row IS NOT NULL', refused: 'coded.failure IS NOT NULL' } as const

/** Place in the order of arrival of the document of that id. */
const AFTER = 'coalesce((SELECT n FROM document WHERE id = ?), 0)'

/** The embedded store: one SQLite file in WAL mode. Close it when done. */
export function openSqlite({ path, access, effects }: SqliteOptions): Store {
  const file = fileOf(openDatabase(path, access), effects)
  const { db, sql, words } = file
  if (access === 'write') breakSeal(path)
  // SQLite answers at once; what fails must still be a promise that rejects.
  const guarded = async <T>(work: () => T): Promise<T> => {
    try {
      return work()
    } catch (error) {
      throw asProblem(error, path, access)
    }
  }
  const document = (row: unknown): ReturnType<typeof toDocument> => toDocument(file, row as Row)
  return {
    ...queries(file),
    put: (documents) => guarded(() => transaction(file, () => put(file, documents))),
    waiting: async (coder, limit, after) =>
      sql(`SELECT ${DOCUMENT} FROM ${DOCUMENTS} WHERE document.n > ${AFTER} AND coded.coder IS NOT ? ORDER BY document.n LIMIT ?`)
        .all(after ?? null, words.find(coder) ?? -1, limit)
        .map(document),
    countWaiting: async (coder) =>
      Number(
        sql('SELECT (SELECT count(*) FROM document) - coalesce((SELECT documents FROM coder WHERE coder = ?), 0) AS n').get(
          words.find(coder) ?? -1,
        )?.['n'],
      ),
    commit: (batch, coder) =>
      guarded(() => {
        transaction(file, () => commit(file, batch, coder))
        if (file.pending.enough) settleEvents(file)
      }),
    settle: () => guarded(() => settle(file)),
    document: async (id) => optional(sql(`SELECT ${DOCUMENT} FROM ${DOCUMENTS} WHERE id = ?`).get(id), document),
    find: async (ids) => {
      const one = sql(`SELECT ${DOCUMENT} FROM ${DOCUMENTS} WHERE id = ?`)
      return ids.flatMap((id) => optional(one.get(id), document) ?? [])
    },
    unmarked: async (limit, after) =>
      sql(
        `SELECT id FROM document LEFT JOIN coded ON coded.n = document.n WHERE coded.n IS NULL AND document.n > ${AFTER} ORDER BY document.n LIMIT ?`,
      )
        .all(after ?? null, limit)
        .map((it) => String(it['id'])),
    row: async (id) => rowOf(file, id),
    async *documents(state) {
      const all = `SELECT ${DOCUMENT} FROM ${DOCUMENTS}`
      const which = state === undefined ? '' : `WHERE ${STATES[state]}`
      for (const row of each(db, `${all} ${which} ORDER BY document.n`)) yield document(row)
    },
    async *rows() {
      for (const row of each(db, `SELECT ${ROW} FROM ${ROWS} WHERE row IS NOT NULL ORDER BY id`)) yield unpackRow(file, row)
    },
    counts: async () => counts(file),
    refuse: (failures) => guarded(() => transaction(file, () => refuse(db, failures))),
    async *refusals() {
      yield* refusals(db)
    },
    release: (ids) => guarded(() => transaction(file, () => release(db, ids))),
    corrections: async () => correctionLines(file),
    correct: (line) => guarded(() => transaction(file, () => correct(file, line))),
    backup: async (to) => void (await backup(db, to)),
    verify: async () => {
      const faults = brokenPieces(path) ?? []
      // A damaged file can break any question that is asked of it: that too is a finding.
      try {
        faults.push(...damage(db))
        for await (const fault of faultsIn(evidenceOf(file), effects)) faults.push(fault)
      } catch (error) {
        faults.push(`database: cannot be read to its end (${error instanceof Error ? error.message : String(error)})`)
      }
      return faults
    },
    close: async () => {
      if (access === 'write') atRest(() => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
      db.close()
      if (access === 'write') atRest(() => seal(path))
    },
  }
}

/**
 * Brings the file to rest: it alone is then the whole ledger, and can be copied or moved. Where that cannot be done (the disk is full, another process reads) nothing
 * is lost, for all that was acknowledged stands in the log beside it.
 */
function atRest(work: () => unknown): void {
  try {
    work()
  } catch {
    // The next who closes it tries again.
  }
}

function counts({ sql }: File): Counts {
  const count = (text: string): number => Number(sql(text).get()?.['n'])
  return {
    documents: count('SELECT count(*) AS n FROM document'),
    waiting: count('SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM coded) AS n'),
    coded: count('SELECT count(*) AS n FROM coded WHERE failure IS NULL'),
    refused: count('SELECT count(*) AS n FROM coded WHERE failure IS NOT NULL'),
    unread: count('SELECT count(*) AS n FROM refusal'),
    claims: count('SELECT count(*) AS n FROM claim WHERE block IS NOT NULL AND gone = 0'),
    events: count('SELECT count(*) AS n FROM event'),
    entries: count('SELECT count(*) AS n FROM entry'),
  }
}
