import { type EventRow, STATUSES } from '../../spec/index.js'
import { eventOf, type Member, type Report } from '../../story/index.js'
import { dayNumber, Reader, type Words, Writer } from '../pack/index.js'
import { REPORT, TELLERS, toReport } from './claims.js'
import { type File, type Row } from './file.js'

/** Stands for the first day of an event that has none; before every day. */
export const UNDATED = -1_000_000
/** Stands for the day of knowledge of what no day knows; after every day. */
const NEVER = 1_000_000
/** What an event is read from, joined with `EVENTS`. */
export const EVENT = `event.n AS event, event.members, event.told, ${REPORT}`
export const EVENTS = `event CROSS JOIN claim ON claim.n = event.n ${TELLERS}`
const ONE = `SELECT ${REPORT} FROM claim ${TELLERS} WHERE claim.n = ?`
/** Places a party can have in an event. */
export const ACTOR = 1
export const RECIPIENT = 2
export const OTHER = 4

/** The first 48 bits of an event's id: orders as the id does. */
export const keyOf = (id: string): number => Number.parseInt(id.slice(-16, -4), 16)

export const firstOf = (event: EventRow): number => (event.when.from === undefined ? UNDATED : (dayNumber(event.when.from) ?? UNDATED))

/** An event as it is stored, from its row in `EVENTS`; of the reports known until `day` alone, where one is given. Undefined when none was known then. */
export function toEvent(file: File, row: Row, day?: number): EventRow | undefined {
  const first = toReport(file, row)
  const members: Member[] = [{ report: first }]
  if (row['members'] !== null) {
    const from = new Reader(row['members'] as Uint8Array)
    const one = file.sql(ONE)
    while (!from.done) {
      const n = Number(row['event']) + from.signed()
      const [like, copy] = [from.whole(), from.whole()]
      const found = one.get(n) as Row | undefined
      if (!found) throw new RangeError(`event ${Number(row['event'])} has no claim ${n}`)
      if (day !== undefined && (found['known'] === null || Number(found['known']) > day)) break
      members.push({ report: toReport(file, found), ...(like === 0 ? {} : { like: like - 1 }), ...(copy === 0 ? {} : { copy: copy - 1 }) })
    }
  }
  return eventOf(members)
}

/** Where the reports of a block stand in the table. */
export type Numbers = ReadonlyMap<Member['report'], number>

/** The members of an event after the first, packed; null for an event of one report. */
export function packMembers(members: readonly Member[], numbers: Numbers): Uint8Array | null {
  if (members.length === 1) return null
  const out = new Writer()
  const first = numbers.get(members[0]!.report)!
  for (const { report, like, copy } of members.slice(1)) {
    out.signed(numbers.get(report)! - first)
    out.whole(like === undefined ? 0 : like + 1)
    out.whole(copy === undefined ? 0 : copy + 1)
  }
  return out.taken()
}

/** What an event is found by, in the order of its columns from `key` to `country`. */
export function columnsOf(event: EventRow, words: Words): (number | null)[] {
  const day = (it: string | null | undefined): number | null => (typeof it === 'string' ? (dayNumber(it) ?? null) : null)
  const word = (it: string | null | undefined): number | null => (typeof it === 'string' ? words.numberOf(it) : null)
  return [
    keyOf(event.id),
    firstOf(event),
    day(event.when.to),
    day(event.known),
    day(event.claims.at(-1)?.known) ?? NEVER,
    word(event.type),
    STATUSES.indexOf(event.status),
    event.historical ? 1 : 0,
    word(event.where?.name),
    word(event.where?.country),
  ]
}

/** Takes an event away, with all by which it is found, and marks the relations that it changed. */
export function removeEvent({ sql }: File, { n, first, key, parties, relations }: Row): void {
  const [event, day, order] = [Number(n), Number(first), Number(key)]
  const own = numbersFrom(parties as Uint8Array)
  const ids: number[] = []
  const party = sql('DELETE FROM event_party WHERE party = ? AND first = ? AND key = ? AND event = ?')
  for (let i = 0; i < own.length; i += 2) {
    party.run(own[i]!, day, order, event)
    if ((own[i + 1]! & (ACTOR | RECIPIENT)) > 0) ids.push(own[i]!)
  }
  const pair = sql('DELETE FROM event_pair WHERE a = ? AND b = ? AND first = ? AND key = ? AND event = ?')
  for (const a of ids) for (const b of ids) if (a < b) pair.run(a, b, day, order, event)
  for (const relation of relations === null ? [] : numbersFrom(relations as Uint8Array)) {
    sql('DELETE FROM change WHERE relation = ? AND event = ?').run(relation, event)
    sql('INSERT OR IGNORE INTO dirty_relation VALUES (?)').run(relation)
  }
  sql('DELETE FROM event WHERE n = ?').run(event)
}

export const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])

/** Who takes part in an event or a report. */
export interface Cast extends Pick<Report, 'actors' | 'recipients' | 'others'> {
  readonly place: Report['place'] | undefined
}

/** Numbers of all that take part, each with its places. */
export function sidesIn({ actors, recipients, others, place }: Cast, numberOf: (id: string, it: object) => number): Map<number, number> {
  const sides = new Map<number, number>()
  const add = (id: string, side: number, it: object): void => {
    const n = numberOf(id, it)
    sides.set(n, (sides.get(n) ?? 0) | side)
  }
  for (const it of actors) add(it.id, ACTOR, it)
  for (const it of recipients) add(it.id, RECIPIENT, it)
  for (const it of others) add(it.id, OTHER, it)
  if (place) add(`place:${place.name}`, OTHER, place)
  return sides
}

/** Numbers as bytes. */
export function numbersIn(numbers: readonly number[]): Uint8Array {
  const out = new Writer()
  for (const it of numbers) out.whole(it)
  return out.taken()
}

function numbersFrom(bytes: Uint8Array): number[] {
  const from = new Reader(bytes)
  const numbers: number[] = []
  while (!from.done) numbers.push(from.whole())
  return numbers
}
