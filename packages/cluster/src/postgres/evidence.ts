import type { Evidence } from 'demarche/store'
import type { Report } from 'demarche/story'
import type { Database } from './database.js'
import { CODED, DOCUMENTS, unpacked } from './documents.js'

/** The shared store, laid open for checking. */
export function evidenceOf(db: Database): Evidence {
  const rows = (sql: string): never => db.stream(sql) as never
  return {
    async *documents() {
      for await (const { id, hash, raw } of db.stream(`SELECT d.id, b.hash, b.raw FROM ${DOCUMENTS} ORDER BY d.n`))
        yield { id: String(id), hash: String(hash), text: sound(raw as Uint8Array) }
    },
    batches: () => rows('SELECT n, previous, digest, documents FROM batch ORDER BY n'),
    async *results() {
      for await (const { id, row, failure } of db.stream(
        `SELECT d.id, c.row, d.failure FROM ${CODED.replace('JOIN', 'LEFT JOIN')} WHERE d.state <> 'waiting'`,
      ))
        yield { id: String(id), result: row === null ? (failure as string | null) : sound(row as Uint8Array) }
    },
    events: () => rows('SELECT id, row FROM event'),
    async *blocks() {
      let block: unknown
      let reports: Report[] = []
      for await (const row of db.stream('SELECT block, report FROM claim ORDER BY block')) {
        if (row['block'] !== block && reports.length > 0) yield reports.splice(0)
        block = row['block']
        reports.push(JSON.parse(String(row['report'])) as Report)
      }
      if (reports.length > 0) yield reports
    },
    entries: () => rows('SELECT n, row FROM entry ORDER BY n'),
  }
}

function sound(row: Uint8Array): string | null {
  try {
    return unpacked(row)
  } catch {
    return null
  }
}
