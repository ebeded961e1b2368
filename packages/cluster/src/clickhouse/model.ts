import { concerning, fold, type Effects } from 'demarche/ledger'
import type { EntryRow, EventRow, PartyRow } from 'demarche/spec'
import { cursorOf, cut, type Changes, type LookUps, type ReadModel } from 'demarche/store'
import { byCodeUnit } from 'demarche/text'
import { readAddress } from './address.js'
import { openClient, type Client } from './client.js'
import { questionOf } from './question.js'
import { eventRow, keyOf, partyRow, relationRow, toParty } from './rows.js'
import { checkSchema, setUp } from './schema.js'
import { tallyIn } from './tally.js'

export interface ClickHouseOptions {
  /** `clickhouse://user:password@host:8123/database`. */
  readonly url: string
  /** Whoever fills it sets it up; a reader never does. */
  readonly access: 'read' | 'write'
  /** What each rule does to the ledger. */
  readonly effects: Effects
}

/** The read model: events and entries of a store in one ClickHouse database, for any number of readers. Close it when done. */
export async function openClickHouse({ url, access, effects }: ClickHouseOptions): Promise<ReadModel> {
  const address = readAddress(url)
  if (access === 'write') await setUp(address)
  const client = openClient(address)
  try {
    await checkSchema(client, address)
  } catch (error) {
    await client.close()
    throw error
  }
  return {
    ...lookUps(client, effects),
    place: async () => (await client.rows<{ place: string }>('SELECT place FROM place FINAL'))[0]?.place,
    apply: (changes) => apply(client, changes),
    close: () => client.close(),
  }
}

/** The place comes last: whoever dies before it writes the same again. */
async function apply(client: Client, { number, events, relations, parties, place, since }: Changes): Promise<void> {
  await client.insert(
    'event',
    events.map((it) => eventRow(it, number)),
  )
  await client.insert(
    'relation',
    relations.map((it) => relationRow(it, number)),
  )
  await client.insert(
    'party',
    parties.map((it) => partyRow(it, number)),
  )
  if (since !== undefined)
    for (const [table, key] of [
      ['event', 'id'],
      ['relation', 'relation'],
      ['party', 'id'],
    ] as const)
      await client.run(
        `INSERT INTO ${table} (${key}, version, gone) SELECT ${key}, {number:UInt64}, 1 FROM ${table} FINAL WHERE version < {since:UInt64}`,
        { number, since },
      )
  await client.insert('place', [{ one: 1, version: number, place }])
}

const parsed = ({ row }: { readonly row: string }): EventRow => JSON.parse(row) as EventRow

function lookUps(client: Client, effects: Effects): LookUps {
  const one = async (sql: string, params: Record<string, string>): Promise<EventRow[]> =>
    (await client.rows<{ row: string }>(`SELECT row FROM event FINAL WHERE ${sql}`, params)).map(parsed)
  async function* all(knownAt: string | undefined, sides: readonly (readonly string[])[] = []): AsyncGenerator<EventRow> {
    const { sql, params } = questionOf({ knownAt }, sides)
    for await (const row of client.stream<{ row: string }>(`SELECT row FROM ${sql} ORDER BY first, id`, params)) yield parsed(row)
  }
  return {
    event: async (id) => (await one('id = {id:String}', { id: keyOf(id) }))[0],
    eventOfClaim: async (claim, document) => {
      const key = keyOf(document === undefined ? claim : `${document}\t${claim}`)
      const found = await one('id IN (SELECT id FROM event_claim WHERE claim = {key:String}) AND has(claims, {key:String})', { key })
      const home = (event: EventRow): string => event.claims.find(({ id }) => id === claim)?.document ?? ''
      return found.toSorted((a, b) => byCodeUnit(home(a), home(b)))[0]
    },
    events: async (query) => {
      const { sql, params } = questionOf(query)
      const limit = query.limit ?? 100
      const [first, id] = cursorOf(query) ?? []
      const after = first === undefined || id === undefined ? {} : { after: first, afterId: id }
      const place = first === undefined ? '' : 'AND (first, id) < ({after:String}, {afterId:String})'
      const rows = await client.rows<{ row: string }>(`SELECT row FROM ${sql} ${place} ORDER BY first DESC, id DESC LIMIT {limit:UInt32}`, {
        ...params,
        ...after,
        limit: limit + 1,
      })
      return cut(rows.map(parsed), limit)
    },
    allEvents: (knownAt) => all(knownAt),
    entries: async (sides, knownAt) => {
      if (knownAt === undefined) return entries(client, sides)
      const events: EventRow[] = []
      for await (const event of all(knownAt, sides)) events.push(event)
      return concerning(fold(events, effects), sides)
    },
    parties: async () => (await client.rows<Required<PartyRow>>(`${PARTY} ORDER BY id`)).map(toParty),
    party: async (id) => (await client.rows<Required<PartyRow>>(`${PARTY} WHERE id = {id:String}`, { id: keyOf(id) })).map(toParty)[0],
    tally: (query) => tallyIn(client, questionOf(query)),
  }
}

const PARTY = 'SELECT id, name, country, sector FROM party FINAL'

async function entries(client: Client, sides: readonly (readonly string[])[]): Promise<EntryRow[]> {
  const all = sides.map((_, i) => `hasAny(sides, {side${i}:Array(String)})`).join(' AND ') || 'TRUE'
  const found = await client.rows<{ relation: string; rows: string[] }>(
    `SELECT relation, rows FROM relation FINAL WHERE relation IN (SELECT relation FROM relation WHERE ${all}) AND ${all}`,
    Object.fromEntries(sides.map((ids, i) => [`side${i}`, ids.map(keyOf)])),
  )
  return found
    .flatMap(({ relation, rows }) => rows.map((row, n) => ({ relation, n, entry: JSON.parse(row) as EntryRow })))
    .toSorted((a, b) => byCodeUnit(a.entry.since ?? '', b.entry.since ?? '') || byCodeUnit(a.relation, b.relation) || a.n - b.n)
    .map(({ entry }) => entry)
}
