import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import { concerning, fold, type Effects } from '../../ledger/index.js'
import type { EntryRow, EventRow, PartyRow } from '../../spec/index.js'
import { mergeReports, type Report } from '../../story/index.js'
import { cursorOf, cut, page } from '../paging.js'
import type { EventQuery, Events, Store } from '../ports.js'

type Value = string | number
type Reading = Pick<Store, 'event' | 'eventOfClaim' | 'events' | 'allEvents' | 'entries' | 'parties'>

/** The reading half of the embedded store. */
export function queries(db: DatabaseSync, effects: Effects): Reading {
  const eventRow = (row: unknown): EventRow => JSON.parse(String((row as { row: string }).row)) as EventRow
  return {
    event: async (id) => maybe(db.prepare('SELECT row FROM event WHERE id = ?').get(id), eventRow),
    eventOfClaim: async (claim, document) =>
      maybe(
        document === undefined
          ? db
              .prepare('SELECT row FROM event WHERE n = (SELECT event FROM event_claim WHERE claim = ? ORDER BY document LIMIT 1)')
              .get(claim)
          : db
              .prepare('SELECT row FROM event WHERE n = (SELECT event FROM event_claim WHERE claim = ? AND document = ?)')
              .get(claim, document),
        eventRow,
      ),
    events: async (query) => (query.knownAt === undefined ? newest(db, query) : page(known(db, query.knownAt), query)),
    async *allEvents(knownAt) {
      if (knownAt === undefined) for (const row of db.prepare('SELECT row FROM event ORDER BY first, id').iterate()) yield eventRow(row)
      else yield* known(db, knownAt)
    },
    entries: async (sides, knownAt) => (knownAt === undefined ? entries(db, sides) : concerning(fold(known(db, knownAt), effects), sides)),
    parties: async () => db.prepare('SELECT id, name, country, sector FROM party ORDER BY id').all().map(toParty),
  }
}

const maybe = <T>(row: unknown, to: (row: unknown) => T): T | undefined => (row === undefined ? undefined : to(row))

function toParty(row: unknown): PartyRow {
  const { id, name, country, sector } = row as { id: string; name: string; country: string | null; sector: string | null }
  return { id, name, ...(country === null ? {} : { country }), ...(sector === null ? {} : { sector }) }
}

/** The events as they were known on a day: only the reports of documents up to that day are merged. */
function known(db: DatabaseSync, day: string): EventRow[] {
  const reports = db
    .prepare('SELECT report FROM claim JOIN document ON document.n = claim.document WHERE document.known <= ?')
    .all(day)
    .map((it) => JSON.parse(String(it['report'])) as Report)
  return mergeReports(reports)
}

const list = (values: readonly Value[]): string => values.map(() => '?').join(', ')

/** Joins and conditions of a query, as SQL with its values. */
function where(query: EventQuery): { sql: string; values: Value[] } {
  const parts: string[] = []
  const values: Value[] = []
  const add = (sql: string, ...more: Value[]): void => {
    parts.push(sql)
    values.push(...more)
  }
  if (query.actor) add(`event.n IN (SELECT event FROM event_party WHERE party IN (${list(query.actor)}))`, ...query.actor)
  if (query.pair) {
    const [a, b] = query.pair
    add(
      `event.n IN (SELECT event FROM event_pair WHERE (a IN (${list(a)}) AND b IN (${list(b)})) OR (a IN (${list(b)}) AND b IN (${list(a)})))`,
      ...a,
      ...b,
      ...b,
      ...a,
    )
  }
  if (query.type !== undefined) add('type = ?', query.type)
  if (query.status !== undefined) add('status = ?', query.status)
  if (query.historical !== undefined) add('historical = ?', query.historical ? 1 : 0)
  if (query.from !== undefined) add('last >= ?', query.from)
  if (query.to !== undefined) add('first <= ?', query.to)
  if (query.place !== undefined) add("(row ->> '$.where.name' = ? OR row ->> '$.where.country' = ?)", query.place, query.place)
  if (query.text !== undefined) {
    add(
      'event.n IN (SELECT event FROM event_claim JOIN claim ON claim.id = event_claim.claim WHERE claim.n IN (SELECT rowid FROM sentence WHERE sentence MATCH ?))',
      ftsQuery(query.text),
    )
  }
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'TRUE', values }
}

/** User words as a query of FTS5 that can only match words: operators of its language are quoted away; phrases in double quotes stay phrases. */
export function ftsQuery(text: string): string {
  const parts = [...text.matchAll(/"([^"]+)"|(\S+)/g)].map((match) => (match[1] ?? match[2] ?? '').replaceAll('"', ''))
  return (
    parts
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
      .map((part) => `"${part}"`)
      .join(' ') || '""'
  )
}

function newest(db: DatabaseSync, query: EventQuery): Events {
  const { sql, values } = where(query)
  const limit = query.limit ?? 100
  const cursor = cursorOf(query)
  const rows = db
    .prepare(
      `SELECT row FROM event WHERE ${sql}${cursor ? " AND (coalesce(first, ''), id) < (?, ?)" : ''} ORDER BY coalesce(first, '') DESC, id DESC LIMIT ?`,
    )
    .all(...values, ...(cursor ?? []), limit + 1)
    .map((it) => JSON.parse(String(it['row'])) as EventRow)
  return cut(rows, limit)
}

function entries(db: DatabaseSync, sides: readonly (readonly string[])[]): EntryRow[] {
  const sql = sides.map((ids) => `n IN (SELECT entry FROM entry_side WHERE side IN (${list(ids)}))`).join(' AND ') || 'TRUE'
  return db
    .prepare(`SELECT row FROM entry WHERE ${sql} ORDER BY since, relation, n`)
    .all(...sides.flat())
    .map((it) => JSON.parse(String(it['row'])) as EntryRow)
}
