import { fold, sidesOf } from '../../ledger/index.js'
import type { EventRow } from '../../spec/index.js'
import { blockOf, type Member, mergeBlock, type Report } from '../../story/index.js'
import { dayNumber, pack } from '../pack/index.js'
import { relationOf } from '../relation.js'
import { REPORT, TELLERS, toReport } from './claims.js'
import { Additions } from './additions.js'
import { dirtyGroups, type Dirty } from './dirty.js'
import { EVENT, EVENTS, packMembers, removeEvent, toEvent } from './events.js'
import { type File, type Row, transaction } from './file.js'
import { hashOf } from './words.js'

/** Relations that are settled in one transaction. */
const AT_ONCE = 50_000

/** Brings the events of all dirty blocks, then the entries of all relations that these change, up to date. Returns the number of dirty blocks. */
export function settle(file: File): number {
  const { sql } = file
  const settled = settleEvents(file)
  const slice = (): boolean => {
    const relations = sql('SELECT relation FROM dirty_relation ORDER BY relation LIMIT ?').all(AT_ONCE)
    for (const { relation } of relations) settleRelation(file, Number(relation))
    sql('DELETE FROM dirty_relation WHERE relation <= ?').run(Number(relations.at(-1)?.['relation'] ?? 0))
    return relations.length < AT_ONCE
  }
  while (!transaction(file, slice));
  return settled
}

/** Brings events up to date, and not yet what they change. Returns the number of dirty blocks. */
export function settleEvents(file: File): number {
  let settled = 0
  for (;;) {
    const { blocks, done } = transaction(file, () => settleSome(file))
    settled += blocks
    if (!done) continue
    file.pending.cut(0)
    return settled
  }
}

function settleSome(file: File): { readonly blocks: number; readonly done: boolean } {
  const { sql, pending } = file
  const dirty: Dirty = dirtyGroups(file)
  const fresh = new Additions(file)
  for (const i of dirty.alone) fresh.alone(pending, i)
  for (const { block, claims } of dirty.groups) settleGroup(file, block, claims, fresh)
  fresh.write()
  sql('DELETE FROM unsettled WHERE claim <= ?').run(dirty.last)
  return { blocks: dirty.blocks, done: dirty.done }
}

/** Some claims of a block with their events, as they stand. */
const CLAIMS = `SELECT ${REPORT}, claim.event AS home, claim.gone, event.n AS event, event.first, event.key, event.parties, event.relations, event.members FROM json_each(?) AS wanted CROSS JOIN claim ON claim.n = wanted.value ${TELLERS} LEFT JOIN event ON event.n = claim.n ORDER BY claim.n`

function settleGroup(file: File, block: number, wanted: readonly number[], fresh: Additions): void {
  const { sql } = file
  const claims = sql(CLAIMS).all(JSON.stringify(wanted)) as Row[]
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
    }
  }
  for (const row of claims) {
    if (row['gone'] === 0) continue
    const n = Number(row['n'])
    sql('DELETE FROM sentence WHERE rowid = ?').run(n)
    sql('DELETE FROM claim WHERE n = ?').run(n)
    sql('DELETE FROM block_claim WHERE block = ? AND claim = ?').run(block, n)
    sql('DELETE FROM claim_key WHERE key = ? AND claim = ?').run(hashOf(toReport(file, row).claim.id), n)
  }
}

function sameBytes(a: Uint8Array | null, b: unknown): boolean {
  if (a === null || b === null) return a === b
  return Buffer.compare(a, b as Uint8Array) === 0
}

const CHANGES = `SELECT ${EVENT} FROM change CROSS JOIN ${EVENTS} WHERE event.n = change.event AND change.relation = ?`

function settleRelation(file: File, number: number): void {
  const { sql, words, effects } = file
  const relation = words.textOf(number)
  removeEntries(file, number, relation)
  const events = (sql(CHANGES).all(number) as Row[]).map((row) => toEvent(file, row) as EventRow)
  const insert = sql('INSERT INTO entry (relation, since, row) VALUES (?, ?, ?)')
  const side = sql('INSERT OR IGNORE INTO entry_side VALUES (?, ?, ?)')
  for (const entry of fold(events, effects, (change) => relationOf(change) === relation)) {
    const since = entry.since === null ? null : (dayNumber(entry.since) ?? null)
    const n = Number(insert.run(number, since, pack(entry, words)).lastInsertRowid)
    for (const [a, b] of sidePairs(sidesOf(entry).map((id) => words.numberOf(id)))) side.run(a, b, n)
  }
}

/** The entries of a relation, with all by which they are found: their sides are its own. */
function removeEntries({ sql, words }: File, number: number, relation: string): void {
  const entries = sql('SELECT n FROM entry WHERE relation = ?').all(number)
  if (entries.length === 0) return
  const [, ...ids] = JSON.parse(relation) as string[]
  const sides = sidePairs(ids.map((id) => words.numberOf(id)))
  const side = sql('DELETE FROM entry_side WHERE side = ? AND other = ? AND entry = ?')
  for (const { n } of entries) for (const [a, b] of sides) side.run(a, b, Number(n))
  sql('DELETE FROM entry WHERE relation = ?').run(number)
}

/** Each side with each other one; a side that stands alone with 0. */
function sidePairs(sides: readonly number[]): [number, number][] {
  if (sides.length === 1) return [[sides[0]!, 0]]
  return sides.flatMap((a) => sides.filter((b) => b !== a).map((b): [number, number] => [a, b]))
}
