import { OpenAPIHono } from '@hono/zod-openapi'
import { isProblem } from '../text/index.js'
import { readCorrection } from '../story/index.js'
import { actorsFor, explain, pairOf, pairsOf } from './answers.js'
import { codebookOf } from './codebook.js'
import { lineOf, record } from './correct.js'
import { diffOf } from './diff.js'
import { graphOf } from './graph.js'
import { showsToken } from './guard.js'
import { eventsPage } from './pages.js'
import { reasonsOf } from './reasons.js'
import { ROUTES } from './routes.js'
import { runsOf } from './runs.js'
import { ATOM, calendarOf, feedOf, ICS, saved } from './saved.js'
import type { Served } from './served.js'

const NOT_HERE = { error: 'the ledger has nothing of that name' } as const

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
  api.openapi(ROUTES.document, async (c) => {
    const found = await store.document(c.req.valid('param').id)
    if (!found) return c.json(NOT_HERE, 404)
    const { id, state, coder, failure } = found
    const row = await store.row(id)
    const homes: Record<string, string> = {}
    for (const claim of row?.claims ?? []) {
      const event = await store.eventOfClaim(claim.id, id)
      if (event) homes[claim.id] = event.id
    }
    const corrections = (await store.corrections()).map(readCorrection).filter((it) => it.document === id)
    return c.json(
      {
        id,
        state,
        ...(coder === undefined ? {} : { coder }),
        ...(failure ? { failure } : {}),
        ...(row ? { row } : {}),
        events: homes,
        corrections,
      },
      200,
    )
  })
  api.openapi(ROUTES.reasons, async (c) => {
    const found = await reasonsOf(served, c.req.valid('param').id)
    if (!found) return c.json(NOT_HERE, 404)
    if ('failure' in found) return c.json({ error: found.failure.fault ?? found.failure.reason, cure: found.failure.cure }, 422)
    return c.json(found as never, 200)
  })
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
  corrections(api, served)
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

function corrections(api: OpenAPIHono, { store, correcting }: Served): void {
  api.openapi(ROUTES.correct, async (c) => {
    if (!correcting || !showsToken(c.req.header('authorization'), correcting.token))
      return c.json(
        {
          error: 'corrections need the token that the server printed',
          cure: 'open the address with the token, or send Authorization: Bearer …',
        },
        401,
      )
    const line = await lineOf(store, c.req.valid('json'), correcting.now())
    if (!line) return c.json(NOT_HERE, 404)
    await correcting.write((writer) => record(writer, line))
    return c.json(line, 201)
  })
}
