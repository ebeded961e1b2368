import type { OpenAPIHono } from '@hono/zod-openapi'
import { readCorrection } from '../story/index.js'
import { lineOf, record } from './correct.js'
import { showsToken } from './guard.js'
import { reasonsOf } from './reasons.js'
import { ROUTES } from './routes.js'
import type { Served } from './served.js'

export const NOT_HERE = { error: 'the ledger has nothing of that name' } as const

/** What was read from a document, why, and what people corrected. */
export function documents(api: OpenAPIHono, served: Served): void {
  const { store } = served
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
  corrections(api, served)
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
