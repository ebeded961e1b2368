import type { OpenAPIHono } from '@hono/zod-openapi'
import { calendar } from '../export/index.js'
import type { Store } from '../store/index.js'
import { type Asked, queryOf } from './answers.js'
import { atom } from './feeds.js'
import { eventsPage } from './pages.js'
import { ROUTES } from './routes.js'
import type { Saved, Served } from './served.js'

export const ATOM = { 'Content-Type': 'application/atom+xml; charset=utf-8' } as const
export const ICS = { 'Content-Type': 'text/calendar; charset=utf-8' } as const
/** Events of a feed and of a calendar, at most. */
const [FEED, CALENDAR] = [200, 1000]

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
  api.openapi(ROUTES.saved, (c) => c.json({ saved: all().map(({ name, filters, posted }) => ({ name, filters, posted })) } as never, 200))
  api.openapi(ROUTES.savedEvents, async (c) => {
    const query = find(c.req.valid('param').name)
    return query ? ((await eventsPage(store, { ...query.filters, ...c.req.valid('query') }, c)) as never) : c.json(UNKNOWN, 404)
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
