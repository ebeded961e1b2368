import { fold, sidesOf } from '../../ledger/index.js'
import type { EventRow } from '../../spec/index.js'
import { blockOf, type Member, mergeBlock, type Report } from '../../story/index.js'
import { dayNumber, pack } from '../pack/index.js'
import { relationOf } from '../relation.js'
import { REPORT, TELLERS, toReport } from './claims.js'
import { Additions } from './additions.js'
import { EVENT, EVENTS, packMembers, removeEvent, toEvent } from './events.js'
import { type File, type Row, transaction } from './file.js'

/** Blocks that are settled in one transaction with their entries; more are settled in several, blocks first. */
const AT_ONCE = 50_000

/** Brings the events of all dirty blocks, then the entries of all relations that these change, up to date. Returns the number of dirty blocks. */
export function settle(file: File): number {
  const { sql } = file
  let settled = 0
  transaction(file, () => markBlocks(file))
  const slice = (): boolean => {
    const blocks = sql('SELECT n, block FROM dirty_block ORDER BY n LIMIT ?').all(AT_ONCE)
    const fresh = new Additions(file)
    // A block may stand there twice when an earlier settling was stopped.
    for (const block of new Set(blocks.map((it) => Number(it['block'])))) settleBlock(file, block, fresh)
    fresh.write()
    sql('DELETE FROM dirty_block WHERE n <= ?').run(Number(blocks.at(-1)?.['n'] ?? 0))
    settled += blocks.length
    if (blocks.length === AT_ONCE) return false
    const relations = sql('SELECT relation FROM dirty_relation ORDER BY relation LIMIT ?').all(AT_ONCE)
    for (const { relation } of relations) settleRelation(file, Number(relation))
    sql('DELETE FROM dirty_relation WHERE relation <= ?').run(Number(relations.at(-1)?.['relation'] ?? 0))
    return relations.length < AT_ONCE
  }
  while (!transaction(file, slice));
  return settled
}

/** Makes the claims that are new be found by block and key, in order, and lists the blocks of all that are new or gone, by their first claim. */
function markBlocks({ db }: File): void {
  const claims = 'FROM unsettled JOIN claim ON claim.n = unsettled.claim WHERE claim.block IS NOT NULL'
  db.exec(`
    INSERT OR IGNORE INTO block_claim SELECT claim.block, claim.n ${claims} ORDER BY 1, 2;
    INSERT OR IGNORE INTO claim_key SELECT claim.key, claim.n ${claims} ORDER BY 1, 2;
    INSERT INTO dirty_block (block) SELECT block FROM (SELECT claim.block, min(claim.n) AS first ${claims} GROUP BY claim.block) ORDER BY first;
    DELETE FROM unsettled;
  `)
}

/** All claims of a block with their events, as they stand. */
const CLAIMS = `SELECT ${REPORT}, claim.event AS home, claim.gone, event.n AS event, event.first, event.key, event.parties, event.relations, event.members, claim.key AS claim_key FROM block_claim CROSS JOIN claim ON claim.n = block_claim.claim ${TELLERS} LEFT JOIN event ON event.n = claim.n WHERE block_claim.block = ?`

function settleBlock(file: File, block: number, fresh: Additions): void {
  const { sql } = file
  const claims = sql(CLAIMS).all(block) as Row[]
  const numbers = new Map<Report, number>()
  const homes = new Map<number, number | null>()
  const blocks = new Map<string, Report[]>()
  for (const row of claims) {
    if (row['gone'] !== 0) continue
    const report = toReport(file, row)
    numbers.set(report, Number(row['n']))
    homes.set(Number(row['n']), row['home'] as number | null)
    const name = blockOf(report)
    const there = blocks.get(name)
    if (there) there.push(report)
    else blocks.set(name, [report])
  }
  const made = new Map<number, { members: readonly Member[]; packed: Uint8Array | null }>()
  for (const reports of blocks.values())
    for (const members of mergeBlock(reports))
      made.set(numbers.get(members[0]!.report)!, { members, packed: packMembers(members, numbers) })
  for (const row of claims) {
    if (row['event'] === null) continue
    const again = made.get(Number(row['n']))
    // An event of the same claims is the same event: claims never change.
    if (again && row['gone'] === 0 && sameBytes(again.packed, row['members'])) made.delete(Number(row['n']))
    else removeEvent(file, row)
  }
  for (const [n, { members, packed }] of made) {
    fresh.add(members, numbers, packed)
    for (const [i, { report }] of members.entries()) {
      const home = i === 0 ? null : n
      if (homes.get(numbers.get(report)!) !== home) sql('UPDATE claim SET event = ? WHERE n = ?').run(home, numbers.get(report)!)
      addParties(file, report)
    }
  }
  for (const row of claims) {
    if (row['gone'] === 0) continue
    sql('DELETE FROM sentence WHERE rowid = ?').run(Number(row['n']))
    sql('DELETE FROM claim WHERE n = ?').run(Number(row['n']))
    sql('DELETE FROM block_claim WHERE block = ? AND claim = ?').run(block, Number(row['n']))
    sql('DELETE FROM claim_key WHERE key = ? AND claim = ?').run(Number(row['claim_key']), Number(row['n']))
  }
}

function sameBytes(a: Uint8Array | null, b: unknown): boolean {
  if (a === null || b === null) return a === b
  return Buffer.compare(a, b as Uint8Array) === 0
}

/** Parties that were written by this process. Words give one object for one party, however often it is named. */
const written = new WeakMap<File, WeakSet<object>>()

// Of several names the first by code unit stands, so that the order of input changes nothing.
function addParties(file: File, { actors, recipients, others, place }: Report): void {
  const { sql, words } = file
  const seen = written.get(file) ?? new WeakSet()
  written.set(file, seen)
  const add = (it: object, id: string, name: string, country?: string, sector?: string): void => {
    if (seen.has(it)) return
    seen.add(it)
    sql(
      `INSERT INTO party VALUES (?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET name = excluded.name, country = excluded.country, sector = excluded.sector
        WHERE (excluded.name, coalesce(excluded.country, '~'), coalesce(excluded.sector, '~')) < (name, coalesce(country, '~'), coalesce(sector, '~'))`,
    ).run(words.numberOf(id), JSON.stringify(name), country ?? null, sector ?? null)
  }
  for (const it of [...actors, ...recipients]) add(it, it.id, it.name, it.country, it.sector)
  for (const it of others) add(it, it.id, it.name)
  if (place) add(place, `place:${place.name}`, place.name, place.country)
}

function settleRelation(file: File, number: number): void {
  const { sql, words, effects } = file
  const relation = words.textOf(number)
  sql('DELETE FROM entry WHERE relation = ?').run(number)
  const events = (
    sql(`SELECT ${EVENT} FROM change CROSS JOIN ${EVENTS} WHERE event.n = change.event AND change.relation = ?`).all(number) as Row[]
  ).map((row) => toEvent(file, row) as EventRow)
  const insert = sql('INSERT INTO entry (relation, since, row) VALUES (?, ?, ?)')
  const side = sql('INSERT OR IGNORE INTO entry_side VALUES (?, ?, ?)')
  for (const entry of fold(events, effects, (change) => relationOf(change) === relation)) {
    const since = entry.since === null ? null : (dayNumber(entry.since) ?? null)
    const n = insert.run(number, since, pack(entry, words)).lastInsertRowid
    const sides = sidesOf(entry).map((id) => words.numberOf(id))
    for (const a of sides) {
      if (sides.length === 1) side.run(a, 0, n)
      for (const b of sides) if (a !== b) side.run(a, b, n)
    }
  }
}
