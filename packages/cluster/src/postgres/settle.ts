import { setTimeout as pause } from 'node:timers/promises'
import { changesOf, fold, sidesOf, type Effects } from 'demarche/ledger'
import type { EventRow } from 'demarche/spec'
import { relationOf } from 'demarche/store'
import { blockOf, eventId, eventOf, mergeBlock, type Member, type Report } from 'demarche/story'
import { byCodeUnit } from 'demarche/text'
import { note } from './changes.js'
import { dirty } from './commit.js'
import { copy, keyOf, type Cell } from './copy.js'
import type { Database, Sql } from './database.js'
import { addParties, COLUMNS, eventCells } from './events.js'
import { MissingPartitions, type Partitions } from './partitions.js'

/** Names that one lease takes. Each holds a lock of the server, of which there are thousands. */
const LEASE = 250
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

interface Claimed {
  readonly report: Report
  readonly n: number
}

const claimsIn = async (sql: Pick<Sql, 'query'>, blocks: readonly string[]): Promise<Map<string, Claimed[]>> => {
  const found = new Map<string, Claimed[]>(blocks.map((block) => [block, []]))
  for (const { block, n, report } of await sql.query('SELECT block, n, report FROM claim WHERE block = ANY($1)', [blocks]))
    found.get(String(block))!.push({ report: JSON.parse(String(report)) as Report, n: Number(n) })
  return found
}

/** Writes what changed of the events of blocks; most events of a busy pair stay as they are when a report comes, and are neither read nor made again. */
async function settleBlocks(sql: Sql, partitions: Partitions, blocks: readonly string[], effects: Effects): Promise<void> {
  const old = new Map(
    (await sql.query('SELECT id, members::text AS members, relations FROM event WHERE block = ANY($1)', [blocks])).map((it) => [
      String(it['id']),
      { members: it['members'], relations: it['relations'] as string[] },
    ]),
  )
  const rows: Cell[][] = []
  const changes: Cell[][] = []
  const told: Report[] = []
  for (const [block, claims] of await claimsIn(sql, blocks)) {
    const numbers = new Map(claims.map(({ report, n }) => [report, n]))
    for (const members of merged(claims.map(({ report }) => report))) {
      const own = members.map(({ report }) => numbers.get(report)!)
      const id = eventId(members[0]!.report)
      if (old.get(id)?.members === `{${own.join(',')}}`) {
        old.delete(id)
        continue
      }
      const event = eventOf(members)
      const relations = [...new Set(changesOf(event, effects).map(relationOf))].map(keyOf)
      const row = eventCells(block, event, relations, own)
      rows.push(row)
      for (const relation of relations) changes.push([relation, id, row[1]!])
      for (const { report } of members) told.push(report)
    }
  }
  const gone = [...old.keys()]
  if (gone.length + rows.length === 0) return
  partitions.check(
    'event',
    rows.map(([, month]) => month as string),
  )
  const left = [...old.values()].flatMap(({ relations }) => relations)
  if (gone.length > 0) await sql.query('DELETE FROM event WHERE block = ANY($1) AND id = ANY($2)', [blocks, gone])
  if (left.length > 0) await sql.query('DELETE FROM event_relation WHERE relation = ANY($1) AND event = ANY($2)', [left, gone])
  await copy(sql, 'event', COLUMNS, rows)
  await copy(sql, 'event_relation', 'relation text, event text, month date', changes)
  const parties = await addParties(sql, told)
  await dirty(sql, 'dirty_relation', [...new Set([...left, ...changes.map(([relation]) => relation as string)])].toSorted(byCodeUnit))
  await note(sql, { event: [...new Set([...gone, ...rows.map(([id]) => id as string)])], party: parties })
}

/** Reports of one key, which may be of several blocks where their names are the same in the database, as events. */
function merged(reports: readonly Report[]): (readonly Member[])[] {
  const blocks = new Map<string, Report[]>()
  for (const report of reports) {
    const name = blockOf(report)
    const there = blocks.get(name)
    if (there) there.push(report)
    else blocks.set(name, [report])
  }
  return [...blocks.values()].flatMap((it) => mergeBlock(it))
}

/** The events that change relations, by relation, in order of day and id. */
async function eventsOf(sql: Sql, relations: readonly string[]): Promise<Map<string, EventRow[]>> {
  const links = await sql.query('SELECT relation, event, month::text AS month FROM event_relation WHERE relation = ANY($1)', [relations])
  // The months are named, so that only their partitions are looked into.
  const rows = await sql.query("SELECT id, row FROM event WHERE id = ANY($1) AND month = ANY($2) ORDER BY coalesce(first, ''), id", [
    links.map(({ event }) => event),
    [...new Set(links.map(({ month }) => month))],
  ])
  const events = new Map<string, EventRow[]>(relations.map((relation) => [relation, []]))
  const places = new Map<string, string[]>()
  for (const { relation, event } of links) places.set(String(event), [...(places.get(String(event)) ?? []), String(relation)])
  for (const row of rows) {
    const event = JSON.parse(String(row['row'])) as EventRow
    for (const relation of places.get(String(row['id'])) ?? []) events.get(relation)!.push(event)
  }
  return events
}

async function settleRelations(sql: Sql, relations: readonly string[], effects: Effects): Promise<void> {
  const rows: Cell[][] = []
  for (const [relation, own] of await eventsOf(sql, relations)) {
    for (const entry of fold(own, effects, (change) => keyOf(relationOf(change)) === relation))
      rows.push([relation, entry.since, [...new Set(sidesOf(entry).map(keyOf))], JSON.stringify(entry)])
  }
  await sql.query('DELETE FROM entry WHERE relation = ANY($1)', [relations])
  await copy(sql, 'entry', 'relation text, since text, sides text[], row text', rows)
  await note(sql, { relation: relations })
}
