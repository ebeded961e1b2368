import { pairs } from 'demarche/ledger'
import type { EventRow } from 'demarche/spec'
import type { Report } from 'demarche/story'
import { byCodeUnit } from 'demarche/text'
import { keyOf, type Cell } from './copy.js'
import type { Sql } from './database.js'
import { monthOf } from './partitions.js'

/** The columns of an event, in the order of `eventCells`. */
export const COLUMNS =
  'id text, month date, block text, type text, status text, historical boolean, first text, last text, place text, country text, parties text[], pairs text[], claims text[], relations text[], others text[], known text, told text, members bigint[], row text'

/** Later than any day that an event can be known on. */
export const NEVER = '9999-12-31'

/** `members`: the numbers of its claims, in their order. */
export function eventCells(block: string, event: EventRow, relations: readonly string[], members: readonly number[]): Cell[] {
  return [
    event.id,
    monthOf(event.when.from),
    block,
    event.type,
    event.status,
    event.historical,
    event.when.from ?? null,
    event.when.to ?? null,
    event.where === undefined ? null : event.where.name,
    event.where?.country ?? null,
    [...new Set([...event.actors, ...event.recipients].map(({ id }) => keyOf(id)))],
    pairs(event).map((pair) => keyOf(pair.join('\t'))),
    event.claims.flatMap(({ id, document }) => [id, keyOf(`${document}\t${id}`)]),
    relations,
    othersIn(event).map(keyOf),
    event.known,
    event.claims.at(-1)?.known ?? NEVER,
    members,
    JSON.stringify(event),
  ]
}

const othersIn = ({ others, where }: EventRow): string[] => [
  ...new Set([...others.map(({ id }) => id), ...(where === undefined ? [] : [`place:${where.name}`])]),
]

type Party = readonly [id: string, name: string, country: string | null, sector: string | null]

function* partiesOf({ actors, recipients, others, place }: Report): Generator<Party> {
  for (const { id, name, country, sector } of [...actors, ...recipients]) yield [keyOf(id), keyOf(name), country ?? null, sector ?? null]
  for (const { id, name } of others) yield [keyOf(id), keyOf(name), null, null]
  if (place) yield [keyOf(`place:${place.name}`), keyOf(place.name), place.country ?? null, null]
}

const byName = (a: Party, b: Party): number =>
  byCodeUnit(a[1], b[1]) || byCodeUnit(a[2] ?? '~', b[2] ?? '~') || byCodeUnit(a[3] ?? '~', b[3] ?? '~')

/**
 * Writes whom reports name, and returns the ids of those that are new or called otherwise than before. Of several names the first by code unit stands, so that no order of input
 * changes anything. Most are known: asking first spares their rows a lock. Others go in sorted, so that two never wait for each other crosswise.
 */
export async function addParties(sql: Sql, reports: Iterable<Report>): Promise<string[]> {
  const first = new Map<string, Party>()
  for (const report of reports)
    for (const it of partiesOf(report)) {
      const there = first.get(it[0])
      if (!there || byName(it, there) < 0) first.set(it[0], it)
    }
  const known = await sql.query('SELECT id, name, country, sector FROM party WHERE id = ANY($1)', [[...first.keys()]])
  for (const { id, name, country, sector } of known) {
    const ours = first.get(String(id))
    if (ours && byName(ours, [ours[0], String(name), country as string | null, sector as string | null]) >= 0) first.delete(String(id))
  }
  const fresh = [...first.values()].toSorted((a, b) => byCodeUnit(a[0], b[0]))
  if (fresh.length > 0)
    await sql.query(
      `INSERT INTO party SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, country = excluded.country, sector = excluded.sector
        WHERE (excluded.name, coalesce(excluded.country, '~'), coalesce(excluded.sector, '~')) < (party.name, coalesce(party.country, '~'), coalesce(party.sector, '~'))`,
      [0, 1, 2, 3].map((column) => fresh.map((row) => row[column] ?? null)),
    )
  return fresh.map(([id]) => id)
}
