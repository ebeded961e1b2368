import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import { changesOf, fold, pairs, sidesOf, type Effects } from '../../ledger/index.js'
import type { EventRow } from '../../spec/index.js'
import { mergeReports, type Report } from '../../story/index.js'
import { relationOf } from '../relation.js'

/** Rebuilds the events of all dirty blocks, then the entries of all relations that these change. Returns the number of dirty blocks. */
export function settle(db: DatabaseSync, effects: Effects): number {
  const blocks = db
    .prepare('SELECT block FROM dirty_block ORDER BY block')
    .all()
    .map((it) => String(it['block']))
  for (const block of blocks) settleBlock(db, block, effects)
  db.exec('DELETE FROM dirty_block')
  for (const { relation } of db.prepare('SELECT relation FROM dirty_relation ORDER BY relation').all())
    settleRelation(db, String(relation), effects)
  db.exec('DELETE FROM dirty_relation')
  return blocks.length
}

function settleBlock(db: DatabaseSync, block: string, effects: Effects): void {
  db.prepare('INSERT OR IGNORE INTO dirty_relation SELECT relation FROM change WHERE event IN (SELECT n FROM event WHERE block = ?)').run(
    block,
  )
  db.prepare('DELETE FROM event WHERE block = ?').run(block)
  const reports = db
    .prepare('SELECT report FROM claim WHERE block = ?')
    .all(block)
    .map((it) => JSON.parse(String(it['report'])) as Report)
  for (const event of mergeReports(reports)) addEvent(db, block, event, effects)
}

function addEvent(db: DatabaseSync, block: string, event: EventRow, effects: Effects): void {
  const { lastInsertRowid: n } = db
    .prepare('INSERT INTO event (id, block, type, quad, status, historical, first, last, known, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      event.id,
      block,
      event.type,
      event.quad ?? null,
      event.status,
      event.historical ? 1 : 0,
      event.when.from ?? null,
      event.when.to ?? null,
      event.known,
      JSON.stringify(event),
    )
  const first = event.when.from ?? ''
  const party = db.prepare('INSERT OR IGNORE INTO event_party VALUES (?, ?, ?, ?)')
  const known = db.prepare('INSERT INTO party VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING')
  for (const [side, parties] of [event.actors, event.recipients].entries()) {
    for (const { id, name, country, sector } of parties) {
      party.run(id, first, n, side)
      known.run(id, name, country ?? null, sector ?? null)
    }
  }
  for (const { id, name } of event.others) known.run(id, name, null, null)
  if (event.where) known.run(`place:${event.where.name}`, event.where.name, event.where.country ?? null, null)
  const pair = db.prepare('INSERT OR IGNORE INTO event_pair VALUES (?, ?, ?, ?)')
  for (const [a, b] of pairs(event)) pair.run(a, b, first, n)
  const claim = db.prepare('INSERT OR IGNORE INTO event_claim VALUES (?, ?, ?)')
  for (const { id, document } of event.claims) claim.run(id, document, n)
  const change = db.prepare('INSERT OR IGNORE INTO change VALUES (?, ?)')
  const dirty = db.prepare('INSERT OR IGNORE INTO dirty_relation VALUES (?)')
  for (const relation of new Set(changesOf(event, effects).map(relationOf))) {
    change.run(relation, n)
    dirty.run(relation)
  }
}

function settleRelation(db: DatabaseSync, relation: string, effects: Effects): void {
  db.prepare('DELETE FROM entry WHERE relation = ?').run(relation)
  const events = db
    .prepare('SELECT row FROM event WHERE n IN (SELECT event FROM change WHERE relation = ?)')
    .all(relation)
    .map((it) => JSON.parse(String(it['row'])) as EventRow)
  const insert = db.prepare('INSERT INTO entry (relation, since, until, row) VALUES (?, ?, ?, ?)')
  const side = db.prepare('INSERT OR IGNORE INTO entry_side VALUES (?, ?)')
  for (const entry of fold(events, effects, (change) => relationOf(change) === relation)) {
    const { lastInsertRowid } = insert.run(relation, entry.since, entry.until, JSON.stringify(entry))
    for (const id of sidesOf(entry)) side.run(id, lastInsertRowid)
  }
}
