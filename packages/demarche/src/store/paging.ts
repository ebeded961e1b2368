import type { EventRow } from '../spec/index.js'
import { byCodeUnit } from '../text/index.js'
import type { EventQuery, Events } from './ports.js'

/** The place in the order of pages that a cursor names: first day and id of the last event before it. */
export const cursorOf = ({ after }: EventQuery): readonly [first: string, id: string] | undefined =>
  after === undefined ? undefined : (JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [string, string])

/** A page of rows of which one more was asked for than it may hold. */
export function cut(rows: readonly EventRow[], limit: number): Events {
  const events = rows.slice(0, limit)
  const last = events.at(-1)
  if (rows.length <= limit || !last) return { events }
  return { events, next: Buffer.from(JSON.stringify([last.when.from ?? '', last.id])).toString('base64url') }
}

/** The same conditions over events in memory, for what was known on a day. Words are not looked for: who gives the events has done so. */
export function page(all: readonly EventRow[], query: EventQuery): Events {
  const takesPart = (event: EventRow, ids: readonly string[]): boolean =>
    [...event.actors, ...event.recipients].some(({ id }) => ids.includes(id))
  const matches = all.filter(
    (event) =>
      (!query.actor || takesPart(event, query.actor)) &&
      (!query.pair || (takesPart(event, query.pair[0]) && takesPart(event, query.pair[1]))) &&
      (query.type === undefined || event.type === query.type) &&
      (query.status === undefined || event.status === query.status) &&
      (query.historical === undefined || event.historical === query.historical) &&
      (query.from === undefined || (event.when.to ?? '') >= query.from) &&
      (query.to === undefined || (event.when.from ?? '9999') <= query.to) &&
      (query.place === undefined || event.where?.name === query.place || event.where?.country === query.place),
  )
  const ordered = matches.toSorted((a, b) => byCodeUnit(b.when.from ?? '', a.when.from ?? '') || byCodeUnit(b.id, a.id))
  const cursor = cursorOf(query)
  const rest = cursor
    ? ordered.filter((it) => byCodeUnit(it.when.from ?? '', cursor[0]) < 0 || (it.when.from === cursor[0] && it.id < cursor[1]))
    : ordered
  return cut(rest, query.limit ?? 100)
}
