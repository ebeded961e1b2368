import type { OpenAPIHono } from '@hono/zod-openapi'
import { calendar, type Column } from '../export/index.js'
import type { Store } from '../store/index.js'
import { type Asked, queryOf } from './answers.js'
import { atom } from './feeds.js'
import { eventsPage, eventsTable, listed } from './pages.js'
import { ROUTES } from './routes.js'
import type { Saved, Served } from './served.js'

export const ATOM = { 'Content-Type': 'application/atom+xml; charset=utf-8' } as const
export const ICS = { 'Content-Type': 'text/calendar; charset=utf-8' } as const
/** Events of a feed, of a calendar and of a table, at most. */
const [FEED, CALENDAR, TABLE] = [200, 1000, 10_000]

const SAVED_COLUMNS: readonly Column<Saved>[] = [
  { name: 'name', of: ({ name }) => name },
  {
    name: 'filters',
    of: ({ filters }) =>
      Object.entries(filters)
        .map(([filter, value]) => `${filter}=${String(value)}`)
        .join(' '),
  },
  { name: 'posted', of: ({ posted }) => posted },
]

/** The newest events of a query as Atom. `address` is the one asked for. */
export async function feedOf(store: Store, asked: Asked, address: string): Promise<string> {
  const url = new URL(address)
  const { events } = await store.events({ ...(await queryOf(store, asked)), limit: FEED })
  return atom(events, url.href, `${url.origin}/`)
}

export async function calendarOf(store: Store, asked: Asked): Promise<string> {
  const { events } = await store.events({ ...(await queryOf(store, asked)), limit: CALENDAR })
  return [...calendar(events)].join('')
}

const UNKNOWN = {
  error: 'there is no saved query of that name',
  cure: 'GET /api/saved lists them; `demarche watch add` makes one',
} as const

/** Saved queries and their feeds, by name. Addresses and secrets of webhooks are not told. */
export function saved(api: OpenAPIHono, { store, saved: all = () => [] }: Served): void {
  const find = (name: string): Saved | undefined => all().find((it) => it.name === name)
  api.openapi(ROUTES.saved, (c) => {
    const rows = all().map(({ name, filters, posted }) => ({ name, filters, posted }))
    return listed(c, { saved: rows }, rows, SAVED_COLUMNS) as never
  })
  api.openapi(ROUTES.savedEvents, async (c) => {
    const query = find(c.req.valid('param').name)
    return query ? ((await eventsPage(store, { ...query.filters, ...c.req.valid('query') }, c)) as never) : c.json(UNKNOWN, 404)
  })
  api.openapi(ROUTES.savedCsv, async (c) => {
    const query = find(c.req.valid('param').name)
    return query ? ((await eventsTable(store, { limit: TABLE, ...query.filters }, c)) as never) : c.json(UNKNOWN, 404)
  })
  api.openapi(ROUTES.savedAtom, async (c) => {
    const query = find(c.req.valid('param').name)
    return query ? c.body(await feedOf(store, query.filters, c.req.url), 200, ATOM) : c.json(UNKNOWN, 404)
  })
  api.openapi(ROUTES.savedIcs, async (c) => {
    const query = find(c.req.valid('param').name)
    return query ? c.body(await calendarOf(store, query.filters), 200, ICS) : c.json(UNKNOWN, 404)
  })
}
