import { fold, sidesOf } from '../../ledger/index.js'
import type { EventRow } from '../../spec/index.js'
import { mergeBlock, type Report } from '../../story/index.js'
import { dayNumber, pack } from '../pack/index.js'
import { relationOf } from '../relation.js'
import { REPORT, toReport } from './claims.js'
import { addEvent, EVENT, EVENTS, packMembers, removeEvent, toEvent } from './events.js'
import { type File, type Row, transaction } from './file.js'

/** Blocks that are settled in one transaction with their entries; more are settled in several, blocks first. */
const AT_ONCE = 20_000

/** Brings the events of all dirty blocks, then the entries of all relations that these change, up to date. Returns the number of dirty blocks. */
export function settle(file: File): number {
  const { sql } = file
  let settled = 0
  const slice = (): boolean => {
    const blocks = sql('SELECT block FROM dirty_block ORDER BY block LIMIT ?').all(AT_ONCE)
    for (const { block } of blocks) settleBlock(file, Number(block))
    settled += blocks.length
    if (blocks.length === AT_ONCE) return false
    const relations = sql('SELECT relation FROM dirty_relation ORDER BY relation LIMIT ?').all(AT_ONCE)
    for (const { relation } of relations) settleRelation(file, Number(relation))
    return relations.length < AT_ONCE
  }
  while (!transaction(file, slice));
  return settled
}

function settleBlock(file: File, block: number): void {
  const { sql } = file
  const reports = sql(
    `SELECT ${REPORT}, claim.event FROM claim JOIN document ON document.n = claim.document WHERE claim.block = ? AND claim.gone = 0`,
  ).all(block) as Row[]
  const numbers = new Map<Report, number>()
  const homes = new Map<number, number>()
  for (const row of reports) {
    numbers.set(toReport(file, row), Number(row['n']))
    if (row['event'] !== null) homes.set(Number(row['n']), Number(row['event']))
  }
  const events = mergeBlock([...numbers.keys()]).map((members) => ({ members, packed: packMembers(members, numbers) }))
  const made = new Map(events.map((it) => [numbers.get(it.members[0]!.report)!, it]))
  const old = sql(
    'SELECT event.n, event.first, event.key, event.parties, event.relations, event.members, claim.gone FROM claim JOIN event ON event.n = claim.n WHERE claim.block = ?',
  ).all(block) as Row[]
  for (const row of old) {
    const again = made.get(Number(row['n']))
    // An event of the same claims is the same event: claims never change.
    if (again && row['gone'] === 0 && sameBytes(again.packed, row['members'])) made.delete(Number(row['n']))
    else removeEvent(file, row)
  }
  const move = sql('UPDATE claim SET event = ? WHERE n = ?')
  for (const [n, { members, packed }] of made) {
    addEvent(file, members, numbers, packed)
    for (const [i, { report }] of members.entries()) {
      const claim = numbers.get(report)!
      const home = i === 0 ? undefined : n
      if (homes.get(claim) !== home) move.run(home ?? null, claim)
    }
    addParties(file, members[0]!.report)
    for (const { report } of members.slice(1)) addParties(file, report)
  }
  sql('DELETE FROM sentence WHERE rowid IN (SELECT n FROM claim WHERE block = ? AND gone = 1)').run(block)
  sql('DELETE FROM claim WHERE block = ? AND gone = 1').run(block)
  sql('DELETE FROM dirty_block WHERE block = ?').run(block)
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
      'INSERT INTO party VALUES (?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET name = excluded.name, country = coalesce(excluded.country, country), sector = coalesce(excluded.sector, sector) WHERE excluded.name < name',
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
    sql(`SELECT ${EVENT} FROM change JOIN ${EVENTS} WHERE event.n = change.event AND change.relation = ?`).all(number) as Row[]
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
  sql('DELETE FROM dirty_relation WHERE relation = ?').run(number)
}
