import { each } from './each.js'
import { concerning, fold } from '../../ledger/index.js'
import { type EntryRow, type EventRow, type PartyRow, STATUSES } from '../../spec/index.js'
import { eventId } from '../../story/index.js'
import { byCodeUnit } from '../../text/index.js'
import { dayNumber, expandClaim, unpack } from '../pack/index.js'
import { cursorOf, cut, page } from '../paging.js'
import type { EventQuery, Events, Store } from '../ports.js'
import { toReport } from './claims.js'
import { ACTOR, EVENT, EVENTS, keyOf, ordered, RECIPIENT, toEvent, UNDATED } from './events.js'
import type { File, Row } from './file.js'
import { ftsQuery } from './fts.js'
import { hashOf } from './words.js'

type Reading = Pick<Store, 'event' | 'eventOfClaim' | 'events' | 'allEvents' | 'entries' | 'parties' | 'party'>

/** The reading half of the embedded store. */
export function queries(file: File): Reading {
  const { db, sql, words } = file
  const parties = partiesOf(file)
  return {
    event: async (id) => {
      const found = sql(`SELECT ${EVENT} FROM ${EVENTS} WHERE event.key >> 24 = ?`).all(Math.floor((keyOf(id) || 0) / 2 ** 24)) as Row[]
      const row = found.find((it) => eventId(toReport(file, it)) === id)
      return row && toEvent(file, row)
    },
    eventOfClaim: async (claim, document) => eventOfClaim(file, claim, document),
    events: async (query) => (query.knownAt === undefined ? newest(file, query) : page([...known(file, query.knownAt, query)], query)),
    async *allEvents(knownAt) {
      if (knownAt === undefined)
        for (const row of each(db, `SELECT ${EVENT} FROM ${EVENTS} ORDER BY event.first, event.key`)) yield toEvent(file, row) as EventRow
      else yield* known(file, knownAt, {})
    },
    entries: async (sides, knownAt) => (knownAt === undefined ? entries(file, sides) : entriesAt(file, sides, knownAt)),
    parties: async () => parties(),
    party: async (id) => {
      const row = sql('SELECT n, name, country, sector FROM party WHERE n = ?').get(words.find(id) ?? -1) as Row | undefined
      return row && toParty(file, row)
    },
  }
}

/** The parties by id, listed anew only when somebody has written since: whoever asks by name asks for all of them. */
function partiesOf(file: File): () => PartyRow[] {
  let kept: { readonly version: string; readonly parties: PartyRow[] } | undefined
  return () => {
    // The first counts what others committed, the second what this connection changed.
    const version = `${String(file.sql('PRAGMA data_version').get()?.['data_version'])} ${String(file.sql('SELECT total_changes() AS n').get()?.['n'])}`
    if (kept?.version !== version) {
      const rows = file.sql('SELECT n, name, country, sector FROM party').all() as Row[]
      kept = { version, parties: rows.map((row) => toParty(file, row)).toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
    }
    return [...kept.parties]
  }
}

function toParty({ words }: File, { n, name, country, sector }: Row): PartyRow {
  return {
    id: words.textOf(Number(n)),
    name: JSON.parse(String(name)) as string,
    ...(country === null ? {} : { country: String(country) }),
    ...(sector === null ? {} : { sector: String(sector) }),
  }
}

function eventOfClaim(file: File, claim: string, document: string | undefined): EventRow | undefined {
  const rows = file
    .sql(
      'SELECT claim.claim, document.id, coalesce(claim.event, claim.n) AS event FROM claim_key CROSS JOIN claim ON claim.n = claim_key.claim JOIN document ON document.n = claim.document WHERE claim_key.key = ? ORDER BY document.id',
    )
    .all(hashOf(claim)) as Row[]
  const of = (row: Row): boolean =>
    (document === undefined || row['id'] === document) &&
    expandClaim(unpack(row['claim'] as Uint8Array, file.words) as Row, file.texts).id === claim
  const home = rows.find(of)
  if (!home) return undefined
  const row = file.sql(BY_NUMBER).get(Number(home['event'])) as Row | undefined
  return row && toEvent(file, row)
}

const BY_NUMBER = `SELECT ${EVENT} FROM ${EVENTS} WHERE event.n = ?`

type Value = string | number
interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** What an event's own row and its sentences must hold. A word that the database has never seen is the number -1, which nothing has. */
function conditions({ words }: File, query: EventQuery): Condition {
  const parts: string[] = ['TRUE']
  const values: Value[] = []
  const add = (sql: string, ...more: Value[]): void => {
    parts.push(sql)
    values.push(...more)
  }
  const word = (text: string): number => words.find(text) ?? -1
  if (query.type !== undefined) add('event.type = ?', word(query.type))
  if (query.status !== undefined) add('event.status = ?', STATUSES.indexOf(query.status as (typeof STATUSES)[number]))
  if (query.historical !== undefined) add('event.historical = ?', query.historical ? 1 : 0)
  if (query.from !== undefined) add('event.last >= ?', dayNumber(query.from) ?? 0)
  if (query.to !== undefined) add('event.first <= ? AND event.first > ?', dayNumber(query.to) ?? 0, UNDATED)
  if (query.place !== undefined) add('(event.place = ? OR event.country = ?)', word(query.place), word(query.place))
  if (query.text !== undefined) {
    // As known on a day, the words must stand in a document of that day or before it.
    const [early, days] =
      query.knownAt === undefined
        ? ['', []]
        : ['JOIN coded ON coded.n = claim.document AND coded.known <= ?', [dayNumber(query.knownAt) ?? 0]]
    add(
      `event.n IN (SELECT coalesce(claim.event, claim.n) FROM sentence JOIN claim ON claim.n = sentence.rowid ${early} WHERE sentence MATCH ?)`,
      ...days,
      ftsQuery(query.text),
    )
  }
  return { sql: parts.join(' AND '), values }
}

/** The indexes in which a query's events lie, each in order of day and key: one a party, one a pair, else all events. */
function* sources({ words }: File, { actor, pair }: EventQuery): Generator<{ table: string; where: string; values: Value[] }> {
  const numbers = (ids: readonly string[]): number[] => ids.flatMap((id) => words.find(id) ?? [])
  if (pair) {
    const seen = new Set<string>()
    for (const a of numbers(pair[0])) {
      for (const b of numbers(pair[1])) {
        const values = ordered(a, b)
        if (seen.has(values.join())) continue
        seen.add(values.join())
        yield { table: 'event_pair', where: 'place.a = ? AND place.b = ?', values }
      }
    }
  } else if (actor) {
    for (const id of numbers(actor))
      yield { table: 'event_party', where: `place.party = ? AND place.sides & ${ACTOR | RECIPIENT} > 0`, values: [id] }
  } else yield { table: 'event', where: 'TRUE', values: [] }
}

/** Sentences with the words of a query up to which it is cheaper to look at their events than at all events, newest first, until enough have the words. */
const FEW = 5000
const HITS =
  'SELECT coalesce(claim.event, claim.n) AS n FROM sentence JOIN claim ON claim.n = sentence.rowid WHERE sentence MATCH ? LIMIT ?'

/** Numbers of the newest events with rare words, in order; undefined where the words are not rare. */
function rare({ sql }: File, text: string, own: Condition, after: Condition, limit: number): number[] | undefined {
  const hits = sql(HITS).all(ftsQuery(text), FEW + 1)
  if (hits.length > FEW) return undefined
  const events = JSON.stringify([...new Set(hits.map((row) => Number(row['n'])))])
  return sql(
    `SELECT place.n FROM json_each(?) AS hit CROSS JOIN event AS place ON place.n = hit.value CROSS JOIN event ON event.n = place.n WHERE ${own.sql} ${after.sql} ORDER BY place.first DESC, place.key DESC LIMIT ?`,
  )
    .all(events, ...own.values, ...after.values, limit)
    .map((row) => Number(row['n']))
}

function newest(file: File, query: EventQuery): Events {
  const limit = query.limit ?? 100
  const cursor = cursorOf(query)
  const own = conditions(file, query)
  const after: Condition = cursor
    ? {
        sql: 'AND (place.first, place.key) < (?, ?)',
        values: [cursor[0] === '' ? UNDATED : (dayNumber(cursor[0]) ?? UNDATED), keyOf(cursor[1])],
      }
    : { sql: '', values: [] }
  if (query.text !== undefined && !query.actor && !query.pair) {
    const { text, ...others } = query
    const numbers = rare(file, text, conditions(file, others), after, limit + 1)
    if (numbers)
      return cut(
        numbers.map((n) => toEvent(file, file.sql(BY_NUMBER).get(n) as Row) as EventRow),
        limit,
      )
  }
  const rows: Row[] = []
  for (const { table, where, values } of sources(file, query)) {
    const same = table === 'event' ? 'n' : 'event'
    rows.push(
      ...(file
        .sql(
          `SELECT place.first, place.key, ${EVENT} FROM ${table} AS place CROSS JOIN ${EVENTS} WHERE ${where} ${after.sql} AND event.n = place.${same} AND ${own.sql} ORDER BY place.first DESC, place.key DESC LIMIT ?`,
        )
        .all(...values, ...after.values, ...own.values, limit + 1) as Row[]),
    )
  }
  const both = query.actor && query.pair ? new Set(query.actor) : undefined
  const events = once(rows)
    .slice(0, limit + 1)
    .map((row) => toEvent(file, row) as EventRow)
  return cut(both ? events.filter((it) => [...it.actors, ...it.recipients].some(({ id }) => both.has(id))) : events, limit)
}

/** Rows of several indexes in one order, each event once. */
function once(rows: readonly Row[]): Row[] {
  const byPlace = (a: Row, b: Row): number => Number(b['first']) - Number(a['first']) || Number(b['key']) - Number(a['key'])
  return [...new Map(rows.map((row) => [row['event'], row])).values()].toSorted(byPlace)
}

/**
 * The events as they were known on a day. Merging goes in order of knowledge, so they are the stored events without their later reports: nothing is merged anew, and
 * only what concerns the query is read.
 */
function* known(file: File, knownAt: string, query: Pick<EventQuery, 'actor' | 'pair' | 'text'>): Generator<EventRow> {
  const day = dayNumber(knownAt) ?? 0
  const text = conditions(file, query.text === undefined ? {} : { text: query.text, knownAt })
  const seen = new Set<unknown>()
  for (const { table, where, values } of sources(file, query)) {
    const same = table === 'event' ? 'n' : 'event'
    const rows = each(
      file.db,
      `SELECT ${EVENT} FROM ${table} AS place CROSS JOIN ${EVENTS} WHERE ${where} AND event.n = place.${same} AND event.known <= ? AND ${text.sql} ORDER BY place.first, place.key`,
      ...values,
      day,
      ...text.values,
    )
    for (const row of rows) {
      if (seen.has(row['event'])) continue
      if (query.pair || query.actor) seen.add(row['event'])
      yield toEvent(file, row, Number(row['told']) > day ? day : undefined) as EventRow
    }
  }
}

function entries({ sql, words }: File, sides: readonly (readonly string[])[]): EntryRow[] {
  const lists = sides.map((ids) => ids.flatMap((id) => words.find(id) ?? []))
  const [a, b] = lists
  // Two sides that differ are one look-up; else each list narrows what the others leave.
  const pair = lists.length === 2 && !a!.some((id) => b!.includes(id))
  const where = pair
    ? `n IN (SELECT entry FROM entry_side WHERE side IN (${list(a!)}) AND other IN (${list(b!)}))`
    : lists.map((ids) => `n IN (SELECT entry FROM entry_side WHERE side IN (${list(ids)}))`).join(' AND ') || 'TRUE'
  return sql(`SELECT n, relation, row FROM entry WHERE ${where}`)
    .all(...lists.flat())
    .map((it) => ({
      n: Number(it['n']),
      relation: words.textOf(Number(it['relation'])),
      row: unpack(it['row'] as Uint8Array, words) as EntryRow,
    }))
    .toSorted((x, y) => byCodeUnit(x.row.since ?? '', y.row.since ?? '') || byCodeUnit(x.relation, y.relation) || x.n - y.n)
    .map(({ row }) => row)
}

const list = (numbers: readonly number[]): string => numbers.map(() => '?').join(', ')

/** Entries as known on a day. Whatever changes a relation has all its sides among its parties, so the events of one list hold all that is needed. */
function entriesAt(file: File, sides: readonly (readonly string[])[], knownAt: string): EntryRow[] {
  const day = dayNumber(knownAt) ?? 0
  if (sides.length === 0) return fold([...known(file, knownAt, {})], file.effects)
  const ids = sides.map((list) => list.flatMap((id) => file.words.find(id) ?? []))
  const concerned = ids.map((numbers) => `SELECT event FROM event_party WHERE party IN (${list(numbers)})`).join(' INTERSECT ')
  const rows = file
    .sql(`SELECT ${EVENT} FROM (${concerned}) AS place CROSS JOIN ${EVENTS} WHERE event.n = place.event AND event.known <= ?`)
    .all(...ids.flat(), day) as Row[]
  const events = rows.map((row) => toEvent(file, row, Number(row['told']) > day ? day : undefined) as EventRow)
  return concerning(fold(events, file.effects), sides)
}
