import { blockOf } from '../../story/index.js'
import { reportsAt } from './claims.js'
import type { File } from './file.js'
import { BLOCK, CLAIM, ID, SPAN, type Pending } from './pending.js'
import { insertRows } from './rows.js'
import { neighbours } from './span.js'
import { blockKey } from './words.js'

/** Unsettled claims that are settled in one transaction. */
const AT_ONCE = 250_000

/** What has to be settled. */
export interface Dirty {
  /** Places, among the pending claims, of those that no other can join: each is an event by itself. */
  readonly alone: readonly number[]
  /** Claims that may share events with new or with removed ones. */
  readonly groups: readonly { readonly block: number; readonly claims: readonly number[] }[]
  readonly blocks: number
  /** The last claim that was looked at, and whether no other is unsettled. */
  readonly last: number
  readonly done: boolean
}

/** A claim of a block; `at` is its place among the pending ones, where it is new. */
interface Neighbour {
  readonly claim: number
  readonly span: number
  readonly at?: number
}

const GONE =
  'SELECT claim.n, claim.block FROM unsettled CROSS JOIN claim ON claim.n = unsettled.claim WHERE claim.gone = 1 AND unsettled.claim <= ?'

/** Finds what the unsettled claims make dirty, and lets the new ones be found by block and by id. */
export function dirtyGroups(file: File): Dirty {
  const { sql, pending } = file
  const unsettled = lists(file, 'SELECT claim FROM unsettled ORDER BY claim LIMIT ?', AT_ONCE).map(([n]) => n!)
  const last = unsettled.at(-1) ?? 0
  const gone = new Map(lists(file, GONE, last) as [number, number][])
  remember(file, unsettled, gone)
  const places = freshPlaces(pending, unsettled, gone)
  const there = neighboursThere(file, [...new Set([...places.map((i) => pending.number(i, BLOCK)), ...gone.values()])])
  insertRows(
    sql,
    'INSERT OR IGNORE INTO block_claim',
    places.map((i) => [pending.number(i, BLOCK), pending.number(i, SPAN), pending.number(i, CLAIM)]),
  )
  const byId = places.toSorted((a, b) => pending.number(a, ID) - pending.number(b, ID) || a - b)
  insertRows(
    sql,
    'INSERT OR IGNORE INTO claim_key',
    byId.map((i) => [pending.number(i, ID), pending.number(i, CLAIM)]),
  )
  return { ...sorted(pending, places, there, gone), last, done: unsettled.length < AT_ONCE }
}

/** Pending claims in order of block and days. What another process committed is read from the database first. */
function freshPlaces(pending: Pending, unsettled: readonly number[], gone: ReadonlyMap<number, number>): number[] {
  const wanted = new Set(unsettled)
  const places: number[] = []
  for (let i = 0; i < pending.length; i++) {
    const n = pending.number(i, CLAIM)
    // One that is settled twice was here twice.
    if (wanted.delete(n) && !gone.has(n)) places.push(i)
  }
  return places.sort(
    (a, b) =>
      pending.number(a, BLOCK) - pending.number(b, BLOCK) ||
      pending.number(a, SPAN) - pending.number(b, SPAN) ||
      pending.number(a, CLAIM) - pending.number(b, CLAIM),
  )
}

/** Adds to the pending claims those that this process did not write. */
function remember(file: File, unsettled: readonly number[], gone: ReadonlyMap<number, number>): void {
  const { pending } = file
  const here = new Set<number>()
  for (let i = 0; i < pending.length; i++) here.add(pending.number(i, CLAIM))
  const missing = unsettled.filter((n) => !here.has(n) && !gone.has(n))
  for (const [n, report] of reportsAt(file, missing)) pending.add(n, report, blockKey(blockOf(report)), file)
}

function neighboursThere(file: File, blocks: readonly number[]): Map<number, Neighbour[]> {
  const there = new Map<number, Neighbour[]>()
  const text = 'SELECT block, span, claim FROM block_claim WHERE block IN (SELECT value FROM json_each(?)) ORDER BY block, span, claim'
  for (const [block, span, claim] of lists(file, text, JSON.stringify(blocks))) addTo(there, block!, { claim: claim!, span: span! })
  return there
}

function sorted(
  pending: Pending,
  places: readonly number[],
  there: ReadonlyMap<number, readonly Neighbour[]>,
  gone: ReadonlyMap<number, number>,
): Pick<Dirty, 'alone' | 'groups' | 'blocks'> {
  const alone: number[] = []
  const groups: { block: number; claims: number[] }[] = []
  const fresh = new Map<number, Neighbour[]>()
  for (const at of places) addTo(fresh, pending.number(at, BLOCK), { claim: pending.number(at, CLAIM), span: pending.number(at, SPAN), at })
  for (const [claim, block] of gone) {
    if (!fresh.has(block)) fresh.set(block, [])
    // What was never settled stands in no block, and only has to go.
    if (!there.get(block)?.some((it) => it.claim === claim)) groups.push({ block, claims: [claim] })
  }
  for (const [block, own] of fresh) {
    const old = there.get(block) ?? []
    const all = old.length === 0 ? own : [...old, ...own].sort((a, b) => a.span - b.span || a.claim - b.claim)
    for (const group of neighbours(all, (it) => it.span)) {
      const [one] = group
      if (group.length === 1 && one!.at !== undefined) alone.push(one!.at)
      else if (group.some((it) => it.at !== undefined || gone.has(it.claim))) groups.push({ block, claims: group.map((it) => it.claim) })
    }
  }
  // In order of arrival, in which they are written.
  return { alone: alone.sort((a, b) => a - b), groups, blocks: fresh.size }
}

function addTo<T>(lists: Map<number, T[]>, key: number, it: T): void {
  const list = lists.get(key)
  if (list) list.push(it)
  else lists.set(key, [it])
}

/** Rows of numbers. */
function lists(file: File, text: string, ...values: (number | string)[]): number[][] {
  const statement = file.sql(text)
  // Rows as objects would cost more than reading them.
  statement.setReturnArrays(true)
  return statement.all(...values) as unknown as number[][]
}
