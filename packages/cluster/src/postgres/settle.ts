import { setTimeout as pause } from 'node:timers/promises'
import { changesOf, fold, sidesOf, type Effects } from 'demarche/ledger'
import type { EventRow } from 'demarche/spec'
import { relationOf } from 'demarche/store'
import { mergeReports, type Report } from 'demarche/story'
import { byCodeUnit } from 'demarche/text'
import { note } from './changes.js'
import { dirty } from './commit.js'
import { copy, keyOf, storable, type Cell } from './copy.js'
import type { Database, Sql } from './database.js'
import { addParties, COLUMNS, eventCells } from './events.js'
import { MissingPartitions, type Partitions } from './partitions.js'

/** Names that one lease takes. Each holds a lock of the server, of which there are thousands. */
const LEASE = 100
const WAIT_MS = 25

type Dirty = 'dirty_block' | 'dirty_relation'

/**
 * Brings events and entries up to date with everything that was committed before the call. Many may settle at once: each leases what nobody else has. Whoever dies gives
 * its lease back, for lease and result are one transaction. Returns how many blocks it settled itself.
 */
export async function settle(db: Database, partitions: Partitions, effects: Effects): Promise<number> {
  const blocks = await settleAll(db, partitions, 'dirty_block', (sql, names) => settleBlocks(sql, partitions, names, effects))
  await settleAll(db, partitions, 'dirty_relation', (sql, names) => settleRelations(sql, names, effects))
  return blocks
}

type Settling = (sql: Sql, names: readonly string[]) => Promise<void>

async function settleAll(db: Database, partitions: Partitions, table: Dirty, work: Settling): Promise<number> {
  const [newest] = await db.query(`SELECT max(n) AS n FROM ${table}`)
  const last = Number(newest?.['n'] ?? 0)
  let settled = 0
  for (;;) {
    const [left] = await db.query(`SELECT 1 FROM ${table} WHERE n <= $1 LIMIT 1`, [last])
    if (!left) return settled
    try {
      const count = await lease(db, table, last, work)
      settled += count
      // What is left is leased by others: it is up to date when they are done.
      if (count === 0) await pause(WAIT_MS)
    } catch (error) {
      if (!(error instanceof MissingPartitions)) throw error
      await partitions.ready(error.table, error.months)
    }
  }
}

/** Leases dirty names, settles them, and strikes them off, in one transaction. */
const lease = (db: Database, table: Dirty, last: number, work: Settling): Promise<number> =>
  db.transaction(async (sql) => {
    const rows = await sql.query(`SELECT n, name FROM ${table} WHERE n <= $1 ORDER BY n LIMIT $2 FOR UPDATE SKIP LOCKED`, [last, LEASE])
    const names = [...new Set(rows.map(({ name }) => String(name)))].toSorted(byCodeUnit)
    // Two rows of one name may be leased by two: the lock of the name lets one of them in, and what the other left stays dirty.
    const locks = await sql.query(
      'SELECT name, pg_try_advisory_xact_lock(hashtextextended(name, $2)) AS ours FROM unnest($1::text[]) AS name',
      [names, table === 'dirty_block' ? 1 : 2],
    )
    const ours = new Set(locks.filter((it) => it['ours'] === true).map(({ name }) => String(name)))
    if (ours.size === 0) return 0
    // All rows that are visible now are struck off: what is read afterwards holds all that they stand for.
    await sql.query(`DELETE FROM ${table} WHERE n IN (SELECT n FROM ${table} WHERE name = ANY($1) FOR UPDATE SKIP LOCKED)`, [[...ours]])
    await work(sql, [...ours])
    return ours.size
  })

const reportsIn = async (sql: Pick<Sql, 'query'>, blocks: readonly string[]): Promise<Map<string, Report[]>> => {
  const found = new Map<string, Report[]>(blocks.map((block) => [block, []]))
  for (const { block, report } of await sql.query('SELECT block, report FROM claim WHERE block = ANY($1)', [blocks]))
    found.get(String(block))!.push(JSON.parse(String(report)) as Report)
  return found
}

/** Writes what changed of the events of blocks; most events of a busy pair stay as they are when a report comes. */
async function settleBlocks(sql: Sql, partitions: Partitions, blocks: readonly string[], effects: Effects): Promise<void> {
  const old = new Map(
    (await sql.query('SELECT id, relations, row, told FROM event WHERE block = ANY($1)', [blocks])).map((it) => [String(it['id']), it]),
  )
  const rows: Cell[][] = []
  const told: Report[] = []
  const relations = new Set<string>()
  for (const [block, reports] of await reportsIn(sql, blocks)) {
    const before = rows.length
    for (const event of mergeReports(reports)) {
      const text = JSON.stringify(event)
      const was = old.get(event.id)
      if (was?.['row'] === storable(text) && was['told'] !== null) {
        old.delete(event.id)
        continue
      }
      const own = [...new Set(changesOf(event, effects).map(relationOf))].map(keyOf)
      for (const it of own) relations.add(it)
      rows.push(eventCells(block, event, own, text))
    }
    if (rows.length > before) told.push(...reports)
  }
  for (const it of old.values()) for (const relation of it['relations'] as string[]) relations.add(relation)
  const changed = new Set([...old.keys(), ...rows.map(([id]) => id as string)])
  if (changed.size === 0) return
  partitions.check(
    'event',
    rows.map(([, month]) => month as string),
  )
  if (old.size > 0) await sql.query('DELETE FROM event WHERE block = ANY($1) AND id = ANY($2)', [blocks, [...old.keys()]])
  await copy(sql, 'event', COLUMNS, rows)
  const parties = await addParties(sql, told)
  await dirty(sql, 'dirty_relation', [...relations].toSorted(byCodeUnit))
  await note(sql, { event: [...changed], party: parties })
}

async function settleRelations(sql: Sql, relations: readonly string[], effects: Effects): Promise<void> {
  const events = new Map<string, EventRow[]>(relations.map((relation) => [relation, []]))
  const found = await sql.query("SELECT relations, row FROM event WHERE relations && $1::text[] ORDER BY coalesce(first, ''), id", [
    relations,
  ])
  for (const it of found) {
    const event = JSON.parse(String(it['row'])) as EventRow
    for (const relation of it['relations'] as string[]) events.get(relation)?.push(event)
  }
  const rows: Cell[][] = []
  for (const [relation, own] of events) {
    for (const entry of fold(own, effects, (change) => keyOf(relationOf(change)) === relation))
      rows.push([relation, entry.since, [...new Set(sidesOf(entry).map(keyOf))], JSON.stringify(entry)])
  }
  await sql.query('DELETE FROM entry WHERE relation = ANY($1)', [relations])
  await copy(sql, 'entry', 'relation, since, sides, row', rows)
  await note(sql, { relation: relations })
}
