import { setTimeout as pause } from 'node:timers/promises'
import type { EntryRow, EventRow, PartyRow } from 'demarche/spec'
import type { Changes, EventChange, Feed } from 'demarche/store'
import { reportKey, versionsOf } from 'demarche/story'
import type { Database, Sql } from './database.js'
import { claimsOf } from './reports.js'
import { orderOf } from './words.js'

type Kind = 'event' | 'relation' | 'party'
const KINDS: readonly Kind[] = ['event', 'relation', 'party']

/** Notes what changed, where somebody follows. */
export async function note(sql: Sql, changed: Partial<Record<Kind, readonly string[]>>): Promise<void> {
  const names = KINDS.flatMap((kind) => (changed[kind] ?? []).map((name) => [kind, name] as const))
  if (names.length === 0) return
  await sql.query(
    'INSERT INTO change (kind, name) SELECT * FROM unnest($1::text[], $2::text[]) AS it WHERE EXISTS (SELECT FROM follower)',
    [names.map(([kind]) => kind), names.map(([, name]) => name)],
  )
}

/** Where a follower stands. Transactions before `from` are followed; of the next ones, those of changes up to `at`. While it copies: which kind, after which name. */
interface Place {
  /** The server that numbers the transactions. */
  readonly server: string
  readonly from: string
  readonly at?: readonly [transaction: string, n: number]
  readonly copy?: { readonly kind: Kind; readonly after: string; readonly number: number }
}

/** Whoever reads a part holds this lock, so that parts have numbers in the order of what they tell. */
const LOCK = 4_477_003
const WAIT_MS = 20

/** Tells followers what changed. */
export function feedOf(db: Database): Feed {
  return {
    changes: async (follower, place, limit) => {
      const known = place === undefined ? undefined : (JSON.parse(place) as Place)
      const start = (await stands(db, follower, known)) ? known! : await begin(db, follower)
      return start.copy ? copied(db, start, start.copy, limit) : followed(db, start, limit)
    },
    unfollow: (follower) =>
      db.transaction(async (sql) => {
        await sql.query('DELETE FROM follower WHERE name = $1', [follower])
        await sql.query('DELETE FROM change WHERE NOT EXISTS (SELECT FROM follower)')
      }),
  }
}

const SERVER =
  "(SELECT system_identifier FROM pg_control_system()) || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())"

/** Whether all that changed since a place is still noted; notes that everybody has followed are struck off. */
async function stands(db: Database, follower: string, place: Place | undefined): Promise<boolean> {
  if (!place) return false
  const [row] = await db.query(`SELECT ${SERVER} AS server, place <= $2::xid8 AS there FROM follower WHERE name = $1`, [
    follower,
    place.from,
  ])
  if (row?.['server'] !== place.server || row['there'] !== true) return false
  const moved = await db.query('UPDATE follower SET place = $2::xid8 WHERE name = $1 AND place < $2::xid8 RETURNING name', [
    follower,
    place.from,
  ])
  if (moved.length > 0) await db.query('DELETE FROM change WHERE transaction < (SELECT min(place) FROM follower)')
  return true
}

/** Registers a follower, and waits for those who began before they could know of it. */
async function begin(db: Database, follower: string): Promise<Place> {
  await db.query('INSERT INTO follower VALUES ($1, pg_snapshot_xmin(pg_current_snapshot())) ON CONFLICT (name) DO NOTHING', [follower])
  const [now] = await db.query(`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS from, ${SERVER} AS server`)
  const { from, server } = now as { from: string; server: string }
  while (!(await db.query('SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS past', [from]))[0]?.['past']) await pause(WAIT_MS)
  const number = await numbered(db, async (_, it) => it)
  return { server, from, copy: { kind: 'event', after: '', number } }
}

// What is read is of one moment, and that moment lies after the lock was had: hence a transaction inside another.
const numbered = <T>(db: Database, work: (sql: Sql, number: number) => Promise<T>): Promise<T> =>
  db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const [row] = await sql.query("SELECT nextval('change_number') AS number")
    return db.transaction((inner) => work(inner, Number(row!['number'])), 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  })

const NAMES: Readonly<Record<Kind, string>> = {
  event: 'SELECT id AS name FROM event WHERE id > $1 ORDER BY id LIMIT $2',
  relation: 'SELECT DISTINCT relation AS name FROM entry WHERE relation > $1 ORDER BY relation LIMIT $2',
  party: 'SELECT id AS name FROM party WHERE id > $1 ORDER BY id LIMIT $2',
}

/** The next part of a first copy. What changes meanwhile is noted, and comes after it. */
const copied = (db: Database, place: Place, { kind, after, number: first }: NonNullable<Place['copy']>, limit: number): Promise<Changes> =>
  numbered(db, async (sql, number) => {
    const names = (await sql.query(NAMES[kind], [after, limit])).map(({ name }) => String(name))
    const next = KINDS[KINDS.indexOf(kind) + 1]
    const { copy: _, ...rest } = place
    const more = names.length === limit ? { kind, after: names.at(-1)! } : next === undefined ? undefined : { kind: next, after: '' }
    return {
      number,
      ...(await told(sql, { [kind]: names })),
      place: JSON.stringify(more ? { ...rest, copy: { ...more, number: first } } : rest),
      last: false,
      ...(more ? {} : { since: first }),
    }
  })

/** The next changes. Only transactions before the oldest that still runs are told: none can be added before them any more. */
const followed = (db: Database, place: Place, limit: number): Promise<Changes> =>
  numbered(db, async (sql, number) => {
    const [at, n] = place.at ?? [place.from, 0]
    const rows = await sql.query(
      `SELECT kind, name, transaction::text AS transaction, n, bound::text AS bound
        FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS bound) AS it
        LEFT JOIN LATERAL (SELECT * FROM change WHERE (transaction, n) > ($1::xid8, $2) AND transaction < bound ORDER BY transaction, n LIMIT $3) AS c ON TRUE`,
      [at, n, limit],
    )
    const found = rows.filter(({ kind }) => kind !== null)
    const names = (kind: Kind): string[] => [...new Set(found.filter((it) => it['kind'] === kind).map(({ name }) => String(name)))]
    const end = found.at(-1)
    const all = found.length < limit
    return {
      number,
      ...(await told(sql, { event: names('event'), relation: names('relation'), party: names('party') })),
      place: JSON.stringify(
        all
          ? { server: place.server, from: String(rows[0]!['bound']) }
          : { server: place.server, from: String(end!['transaction']), at: [String(end!['transaction']), Number(end!['n'])] },
      ),
      last: all,
    }
  })

/** Things as they are now. */
async function told(sql: Sql, names: Partial<Record<Kind, readonly string[]>>): Promise<Pick<Changes, 'events' | 'relations' | 'parties'>> {
  const { event = [], relation = [], party = [] } = names
  const entries = await sql.query('SELECT relation, row FROM entry WHERE relation = ANY($1) ORDER BY relation, n', [relation])
  const byRelation = new Map<string, EntryRow[]>(relation.map((it) => [it, []]))
  for (const it of entries) byRelation.get(String(it['relation']))?.push(JSON.parse(String(it['row'])) as EntryRow)
  const parties = await sql.query('SELECT id, name, country, sector FROM party WHERE id = ANY($1)', [party])
  return {
    events: await eventsTold(sql, event),
    relations: [...byRelation].map(([relation, entries]) => ({ relation, entries })),
    parties: parties.map(toParty),
  }
}

async function eventsTold(sql: Sql, ids: readonly string[]): Promise<EventChange[]> {
  if (ids.length === 0) return []
  const rows = await sql.query('SELECT id, row FROM event WHERE id = ANY($1)', [ids])
  const events = new Map(rows.map(({ id, row }) => [String(id), JSON.parse(String(row)) as EventRow]))
  const claims = await claimsOf(
    sql,
    [...events.values()].flatMap((it) => it.claims),
  )
  const reports = new Map([...claims].map(([key, { report }]) => [key, report]))
  return ids.map((id) => {
    const event = events.get(id)
    if (!event) return { id, versions: [], sentences: [] }
    return {
      id,
      versions: versionsOf(event, reports),
      sentences: event.claims.map((it) => orderOf(claims.get(reportKey(it.document, it.id))?.words ?? '')),
    }
  })
}

export function toParty(row: Readonly<Record<string, unknown>>): PartyRow {
  const { id, name, country, sector } = row as { id: string; name: string; country: string | null; sector: string | null }
  return { id, name, ...(country === null ? {} : { country }), ...(sector === null ? {} : { sector }) }
}
