import { concerning, fold, type Effects } from 'demarche/ledger'
import type { EntryRow, EventRow, PartyRow } from 'demarche/spec'
import { cursorOf, cut, page, type EventQuery, type Events, type Store } from 'demarche/store'
import { mergeReports, type Report } from 'demarche/story'
import { byCodeUnit } from 'demarche/text'
import { keyOf } from './copy.js'
import type { Database, Row } from './database.js'
import { queryFor } from './words.js'

type Reading = Pick<Store, 'event' | 'eventOfClaim' | 'events' | 'allEvents' | 'entries' | 'parties'>

const eventRow = ({ row }: Row): EventRow => JSON.parse(String(row)) as EventRow

/** The reading half of the shared store. */
export function queries(db: Database, effects: Effects): Reading {
  return {
    event: async (id) => (await db.query('SELECT row FROM event WHERE id = $1', [id])).map(eventRow)[0],
    eventOfClaim: async (claim, document) => {
      const keys = [claim, ...(document === undefined ? [] : [document])]
      const own = document === undefined ? '' : ' AND document = (SELECT n FROM document WHERE id = $2)'
      const key = keyOf(document === undefined ? claim : `${document}\t${claim}`)
      const rows = await db.query(
        `SELECT row FROM event WHERE block IN (SELECT block FROM claim WHERE id = $1${own}) AND claims @> ARRAY[$${keys.length + 1}::text]`,
        [...keys, key],
      )
      const home = (event: EventRow): string => event.claims.find(({ id }) => id === claim)?.document ?? ''
      return rows.map(eventRow).toSorted((a, b) => byCodeUnit(home(a), home(b)))[0]
    },
    events: async (query) => (query.knownAt === undefined ? newest(db, query) : page(await known(db, query.knownAt), query)),
    async *allEvents(knownAt) {
      if (knownAt !== undefined) yield* await known(db, knownAt)
      else for await (const row of db.stream('SELECT row FROM event ORDER BY first NULLS FIRST, id')) yield eventRow(row)
    },
    entries: async (sides, knownAt) =>
      knownAt === undefined ? entries(db, sides) : concerning(fold(await known(db, knownAt), effects), sides),
    parties: async () => (await db.query('SELECT id, name, country, sector FROM party ORDER BY id')).map(toParty),
  }
}

function toParty(row: Row): PartyRow {
  const { id, name, country, sector } = row as { id: string; name: string; country: string | null; sector: string | null }
  return { id, name, ...(country === null ? {} : { country }), ...(sector === null ? {} : { sector }) }
}

/** The events as they were known on a day: only the reports of documents up to that day are merged. */
async function known(db: Database, day: string): Promise<EventRow[]> {
  const rows = await db.query('SELECT report FROM claim WHERE known <= $1', [day])
  return mergeReports(rows.map(({ report }) => JSON.parse(String(report)) as Report))
}

/** Conditions of a query, as SQL with its values. */
function where(query: EventQuery): { sql: string; values: unknown[] } {
  const parts: string[] = []
  const values: unknown[] = []
  const add = (sql: string, ...more: readonly unknown[]): void => {
    parts.push(more.reduce<string>((text, _, i) => text.replaceAll(`?${i}`, `$${values.length + i + 1}`), sql))
    values.push(...more)
  }
  if (query.actor) add('parties && ?0::text[]', query.actor.map(keyOf))
  if (query.pair) {
    const [a, b] = query.pair
    // The parties have an index; the pairs say which of those are meant.
    add('parties && ?0::text[] AND parties && ?1::text[]', a.map(keyOf), b.map(keyOf))
    add(
      'pairs && ?0::text[]',
      a.flatMap((x) => b.map((y) => keyOf([x, y].toSorted(byCodeUnit).join('\t')))),
    )
  }
  if (query.type !== undefined) add('type = ?0', query.type)
  if (query.status !== undefined) add('status = ?0', query.status)
  if (query.historical !== undefined) add('historical = ?0', query.historical)
  if (query.from !== undefined) add('last >= ?0', query.from)
  if (query.to !== undefined) add('first <= ?0', query.to)
  if (query.place !== undefined) add('(place = ?0 OR country = ?0)', query.place)
  if (query.text !== undefined) {
    const words = queryFor(query.text)
    if (words === undefined) parts.push('FALSE')
    else
      add(
        "block IN (SELECT block FROM claim WHERE words @@ ?0::tsquery) AND EXISTS (SELECT FROM claim c JOIN document d ON d.n = c.document WHERE c.block = event.block AND c.words @@ ?0::tsquery AND event.claims @> ARRAY[d.id || E'\\t' || c.id])",
        words,
      )
  }
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'TRUE', values }
}

async function newest(db: Database, query: EventQuery): Promise<Events> {
  const { sql, values } = where(query)
  const limit = query.limit ?? 100
  const cursor = cursorOf(query)
  const place = cursor ? ` AND (coalesce(first, ''), id) < ($${values.length + 1}, $${values.length + 2})` : ''
  const rows = await db.query(
    `SELECT row FROM event WHERE ${sql}${place} ORDER BY coalesce(first, '') DESC, id DESC LIMIT ${Number(limit) + 1}`,
    [...values, ...(cursor ?? [])],
  )
  return cut(rows.map(eventRow), limit)
}

async function entries(db: Database, sides: readonly (readonly string[])[]): Promise<EntryRow[]> {
  const sql = sides.map((_, i) => `sides && $${i + 1}::text[]`).join(' AND ') || 'TRUE'
  const rows = await db.query(
    `SELECT row FROM entry WHERE ${sql} ORDER BY since NULLS FIRST, relation, n`,
    sides.map((ids) => ids.map(keyOf)),
  )
  return rows.map(({ row }) => JSON.parse(String(row)) as EntryRow)
}
