import { OpenAPIHono } from '@hono/zod-openapi'
import { EVENT_COLUMNS } from '../export/index.js'
import { isProblem } from '../text/index.js'
import { explain } from './answers.js'
import { codebookOf } from './codebook.js'
import { documents, NOT_HERE } from './documents.js'
import { eventsPage, eventsTable, isCursor, listed, NO_CURSOR } from './pages.js'
import { relations } from './relations.js'
import { ROUTES } from './routes.js'
import { runsOf } from './runs.js'
import { search } from './search.js'
import { ATOM, calendarOf, feedOf, ICS, saved } from './saved.js'
import type { Served } from './served.js'

/** The API over one ledger, with its OpenAPI document. */
export function createApi(served: Served): OpenAPIHono {
  const { version } = served
  const api = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : c.json({ error: result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }, 400),
  })
  api.onError((error, c) => {
    if (isProblem(error)) return c.json({ error: error.fault.fault, cure: error.fault.cure }, 500)
    process.stderr.write(`demarche: ${c.req.method} ${new URL(c.req.url).pathname}: ${error.stack ?? error.message}\n`)
    return c.json({ error: 'the server failed; its log says how' }, 500)
  })
  events(api, served)
  saved(api, served)
  relations(api, served)
  documents(api, served)
  api.openapi(ROUTES.codebook, (c) => c.json(codebookOf(served) as never, 200))
  api.openapi(ROUTES.counts, async (c) => c.json({ counts: { ...(await served.store.counts()) } }, 200))
  api.openapi(ROUTES.runs, async (c) => {
    const found = await runsOf(served)
    return listed(c, found, found.failures, FAILURES) as never
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'printed when the server starts',
  })
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'demarche',
      version,
      description: 'Events and relations, each traceable to the words that say so.',
      license: { name: 'Apache-2.0' },
    },
  })
  return api
}

const FAILURES = (['id', 'path', 'reason', 'place', 'cure'] as const).map((name) => ({
  name,
  of: (it: Readonly<Record<typeof name, string>>) => it[name],
}))

const news = (historical: 'true' | 'false' | undefined): { readonly historical?: boolean } =>
  historical === undefined ? {} : { historical: historical === 'true' }

function events(api: OpenAPIHono, served: Served): void {
  const { store } = served
  api.openapi(ROUTES.events, async (c) => {
    const { historical, ...asked } = c.req.valid('query')
    return (await eventsPage(store, { ...asked, ...news(historical) }, c)) as never
  })
  api.openapi(ROUTES.csv, async (c) => {
    const { historical, ...asked } = c.req.valid('query')
    return (await eventsTable(store, { ...asked, ...news(historical) }, c)) as never
  })
  api.openapi(ROUTES.search, async (c) => {
    const { historical, after, ...asked } = c.req.valid('query')
    if (after !== undefined && !isCursor(after)) return c.json(NO_CURSOR, 400)
    const found = await search(store, { ...asked, after, ...news(historical) })
    return listed(c, found, found.events, EVENT_COLUMNS, found.next) as never
  })
  api.openapi(ROUTES.atom, async (c) => {
    const { historical, ...asked } = c.req.valid('query')
    return c.body(await feedOf(store, { ...asked, ...news(historical) }, c.req.url), 200, ATOM)
  })
  api.openapi(ROUTES.ics, async (c) => {
    const { historical, ...asked } = c.req.valid('query')
    return c.body(await calendarOf(store, { ...asked, ...news(historical) }), 200, ICS)
  })
  api.openapi(ROUTES.event, async (c) => {
    const { id } = c.req.valid('param')
    const event = (await store.event(id)) ?? (await store.eventOfClaim(id))
    return event ? c.json(event, 200) : c.json(NOT_HERE, 404)
  })
  api.openapi(ROUTES.explanation, async (c) => {
    const found = await explain(served, c.req.valid('param').id)
    return found
      ? c.json(
          { ...found, told: [...found.told], entries: [...found.entries], ...(found.rule ? { rule: { ...found.rule } } : {}) } as never,
          200,
        )
      : c.json(NOT_HERE, 404)
  })
}
