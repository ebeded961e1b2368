import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import type { Report } from '../../story/index.js'
import type { Evidence } from '../verify.js'

/** What SQLite itself finds wrong with the file. */
export const damage = (db: DatabaseSync): string[] =>
  db
    .prepare('PRAGMA integrity_check')
    .all()
    .map((it) => String(it['integrity_check']))
    .filter((it) => it !== 'ok')
    .map((it) => `database: ${it}`)

/** The embedded store, laid open for checking. */
export function evidenceOf(db: DatabaseSync): Evidence {
  const rows = (sql: string): never => db.prepare(sql).iterate() as never
  return {
    documents: () => rows('SELECT id, hash, raw FROM document ORDER BY n'),
    batches: () => rows('SELECT n, previous, digest, documents FROM batch ORDER BY n'),
    results: () => rows("SELECT id, row, failure FROM document WHERE state <> 'waiting'"),
    events: () => rows('SELECT id, row FROM event'),
    *blocks() {
      const reports = db.prepare('SELECT report FROM claim WHERE block = ?')
      for (const { block } of db.prepare('SELECT DISTINCT block FROM claim ORDER BY block').all())
        yield reports.all(block as string).map((it) => JSON.parse(String(it['report'])) as Report)
    },
    entries: () => rows('SELECT n, row FROM entry ORDER BY n'),
  }
}
