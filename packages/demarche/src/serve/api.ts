import { OpenAPIHono } from '@hono/zod-openapi'
import { isProblem } from '../text/index.js'
import { actorsFor, explain, pairOf, pairsOf } from './answers.js'
import { codebookOf } from './codebook.js'
import { diffOf } from './diff.js'
import { documents, NOT_HERE } from './documents.js'
import { graphOf } from './graph.js'
import { eventsPage } from './pages.js'
import { ROUTES } from './routes.js'
import { runsOf } from './runs.js'
import { ATOM, calendarOf, feedOf, ICS, saved } from './saved.js'
import type { Served } from './served.js'

/** The API over one ledger, with its OpenAPI document. */
export function createApi(served: Served): OpenAPIHono {
  const { store, version } = served
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
  api.openapi(ROUTES.pair, async (c) => {
    const { a, b, asOf, knownAt } = c.req.valid('query')
    const answer = await pairOf(store, a, b, asOf, knownAt)
    return answer
      ? c.json(
          {
            ...answer,
            pair: [...answer.pair],
            state: [...answer.state],
            entries: [...answer.entries],
            events: [...answer.events],
            months: answer.months.map((it) => ({ ...it, quads: [...it.quads] })),
          },
          200,
        )
      : c.json(NOT_HERE, 404)
  })
  api.openapi(ROUTES.pairs, async (c) =>
    c.json({ pairs: await pairsOf(store, c.req.valid('query').limit, c.req.valid('query').actor) }, 200),
  )
  api.openapi(ROUTES.graph, async (c) => {
    const { a, b, knownAt, limit } = c.req.valid('query')
    return c.json(
      (await graphOf(
        store,
        [a, b].filter((it) => it !== undefined),
        knownAt,
        limit,
      )) as never,
      200,
    )
  })
  api.openapi(ROUTES.diff, async (c) => {
    const { before, after, a, b } = c.req.valid('query')
    if ((a === undefined) !== (b === undefined)) return c.json({ error: 'a and b: name both sides of the pair, or none' }, 400)
    const found = await diffOf(store, before, after, a === undefined || b === undefined ? undefined : [a, b])
    if (found === 'nobody') return c.json(NOT_HERE, 404)
    if (found === 'too-large')
      return c.json({ error: 'the ledger is too large to be compared as a whole', cure: 'name a pair with a and b' }, 400)
    return c.json(found as never, 200)
  })
  documents(api, served)
  api.openapi(ROUTES.actors, async (c) =>
    c.json({ actors: await actorsFor(store, c.req.valid('query').q, c.req.valid('query').limit) }, 200),
  )
  api.openapi(ROUTES.search, async (c) => {
    const { q, after } = c.req.valid('query')
    const found = await store.events({ text: q, limit: 100, ...(after === undefined ? {} : { after }) })
    return c.json({ actors: await actorsFor(store, q, 20), ...found, events: [...found.events] }, 200)
  })
  api.openapi(ROUTES.codebook, (c) => c.json(codebookOf(served), 200))
  api.openapi(ROUTES.runs, async (c) => c.json(await runsOf(served), 200))
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

function events(api: OpenAPIHono, served: Served): void {
  const { store } = served
  api.openapi(ROUTES.events, async (c) => {
    const { historical, ...asked } = c.req.valid('query')
    return (await eventsPage(store, { ...asked, historical: historical === undefined ? undefined : historical === 'true' }, c)) as never
  })
  api.openapi(ROUTES.atom, async (c) => c.body(await feedOf(store, c.req.valid('query'), c.req.url), 200, ATOM))
  api.openapi(ROUTES.ics, async (c) => c.body(await calendarOf(store, c.req.valid('query')), 200, ICS))
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
