import { inflateRawSync } from 'node:zlib'
import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import { fold, type Effects } from '../../ledger/index.js'
import type { EventRow } from '../../spec/index.js'
import { mergeReports, type Report } from '../../story/index.js'
import { sha256 } from '../../text/index.js'

/** What does not fit, each with its place; empty when nothing was altered. Everything derived is derived again and compared. */
export function verify(db: DatabaseSync, effects: Effects): string[] {
  const damage = db
    .prepare('PRAGMA integrity_check')
    .all()
    .map((it) => String(it['integrity_check']))
    .filter((it) => it !== 'ok')
  if (damage.length > 0) return damage.map((it) => `database: ${it}`)
  return [...documents(db), ...chain(db), ...events(db), ...entries(db, effects)]
}

function* documents(db: DatabaseSync): Generator<string> {
  for (const { id, hash, raw } of db.prepare('SELECT id, hash, raw FROM document ORDER BY n').iterate() as Iterable<
    Record<string, unknown>
  >) {
    if (textOf(raw, sha256) !== hash) yield `document ${String(id)}: the raw document is not the one that came in`
  }
}

function textOf(packed: unknown, digest: (text: string) => string): string {
  try {
    return digest(inflateRawSync(packed as Uint8Array).toString('utf8'))
  } catch {
    return 'cannot be unpacked'
  }
}

function* chain(db: DatabaseSync): Generator<string> {
  let previous = ''
  const last = new Map<string, string>()
  for (const batch of db.prepare('SELECT n, previous, digest, documents FROM batch ORDER BY n').iterate() as Iterable<
    Record<string, unknown>
  >) {
    const listed = String(batch['documents'])
    if (batch['previous'] !== previous || batch['digest'] !== sha256(`${previous}\n${listed}`))
      yield `batch ${String(batch['n'])}: does not fit the chain`
    previous = String(batch['digest'])
    for (const [id, digest] of JSON.parse(listed) as [string, string][]) last.set(id, digest)
  }
  for (const { id, row, failure } of db.prepare("SELECT id, row, failure FROM document WHERE state <> 'waiting'").iterate() as Iterable<
    Record<string, unknown>
  >) {
    const digest = row === null ? sha256(String(failure), 32) : textOf(row, (text) => sha256(text, 32))
    if (last.get(String(id)) !== digest) yield `document ${String(id)}: what was coded from it is not what was committed`
  }
}

function* events(db: DatabaseSync): Generator<string> {
  const stored = new Map(
    (db.prepare('SELECT id, row FROM event').all() as Record<string, unknown>[]).map(({ id, row }) => [String(id), String(row)]),
  )
  const blocks = db
    .prepare('SELECT DISTINCT block FROM claim ORDER BY block')
    .all()
    .map((it) => String(it['block']))
  for (const block of blocks) {
    const reports = db
      .prepare('SELECT report FROM claim WHERE block = ?')
      .all(block)
      .map((it) => JSON.parse(String(it['report'])) as Report)
    for (const event of mergeReports(reports)) {
      if (stored.get(event.id) !== JSON.stringify(event)) yield `event ${event.id}: is not what its claims give`
      stored.delete(event.id)
    }
  }
  for (const id of stored.keys()) yield `event ${id}: has no claims`
}

function* entries(db: DatabaseSync, effects: Effects): Generator<string> {
  const all = (db.prepare('SELECT row FROM event').all() as Record<string, unknown>[]).map(({ row }) => JSON.parse(String(row)) as EventRow)
  const derived = new Set(fold(all, effects).map((entry) => JSON.stringify(entry)))
  for (const { n, row } of db.prepare('SELECT n, row FROM entry ORDER BY n').all() as Record<string, unknown>[]) {
    if (!derived.delete(String(row))) yield `entry ${String(n)}: is not what its events give`
  }
  for (const row of derived) yield `entry ${row}: is missing`
}
