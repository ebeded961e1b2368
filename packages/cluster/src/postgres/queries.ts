import { concerning, fold, type Effects } from 'demarche/ledger'
import type { EntryRow, EventRow } from 'demarche/spec'
import { cursorOf, cut, page, type EventQuery, type Events, type Store } from 'demarche/store'
import { byDay } from 'demarche/story'
import { byCodeUnit } from 'demarche/text'
import { toParty } from './changes.js'
import { keyOf } from './copy.js'
import type { Database } from './database.js'
import { eventRow, known } from './known.js'
import { queryFor } from './words.js'

type Reading = Pick<Store, 'event' | 'eventOfClaim' | 'events' | 'allEvents' | 'entries' | 'parties' | 'party'>

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
    events: async (query) => {
      if (query.knownAt === undefined) return newest(db, query)
      // What was known then may differ from what is known now: only conditions that later reports cannot change narrow the question.
      const { sql, values } = where({ actor: query.actor, pair: query.pair, text: query.text, knownAt: query.knownAt })
      return page(await collected(known(db, query.knownAt, sql, values)), query)
    },
    async *allEvents(knownAt) {
      if (knownAt !== undefined) yield* (await collected(known(db, knownAt, 'TRUE', []))).toSorted(byDay)
      else for await (const row of db.stream('SELECT row FROM event ORDER BY first NULLS FIRST, id')) yield eventRow(row)
    },
    entries: async (sides, knownAt) => {
      if (knownAt === undefined) return entries(db, sides)
      // Whatever changes a relation has all its sides among its parties, its others and its place.
      const sql = sides.map((_, i) => `(parties && $${i + 1}::text[] OR others && $${i + 1}::text[])`).join(' AND ') || 'TRUE'
      const events = await collected(
        known(
          db,
          knownAt,
          sql,
          sides.map((ids) => ids.map(keyOf)),
        ),
      )
      return concerning(fold(events, effects), sides)
    },
    parties: async () => (await db.query('SELECT id, name, country, sector FROM party ORDER BY id')).map(toParty),
    party: async (id) => (await db.query('SELECT id, name, country, sector FROM party WHERE id = $1', [keyOf(id)])).map(toParty)[0],
  }
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const it of items) found.push(it)
  return found
}

type Conditions = { readonly [key in keyof EventQuery]: EventQuery[key] | undefined }

/** Conditions of a query, as SQL with its values. */
function where(query: Conditions): { sql: string; values: unknown[] } {
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
    else {
      const day = query.knownAt === undefined ? '' : ' AND c.known <= ?1'
      add(
        `block IN (SELECT block FROM claim WHERE words @@ ?0::tsquery) AND EXISTS (SELECT FROM claim c JOIN document d ON d.n = c.document WHERE c.block = event.block AND c.words @@ ?0::tsquery${day} AND event.claims @> ARRAY[d.id || E'\\t' || c.id])`,
        words,
        ...(query.knownAt === undefined ? [] : [query.knownAt]),
      )
    }
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
