import type { Handler } from 'hono'
import { z } from 'zod'
import type { Served } from '../served.js'

const Asked = z.strictObject({ sql: z.string().min(1).max(20_000) })

/** `POST /api/sql` with `{"sql": "SELECT …"}`: columns and at most a thousand rows. */
export function sqlRoute(ask: NonNullable<Served['sql']>): Handler {
  return async (c) => {
    const asked = Asked.safeParse(await c.req.json().catch(() => undefined))
    if (!asked.success) return c.json({ error: 'send {"sql": "SELECT …"}' }, 400)
    const answer = await ask(asked.data.sql)
    if (answer === 'busy') return c.json({ error: 'other questions are still running' }, 429, { 'Retry-After': '2' })
    return 'error' in answer ? c.json({ error: answer.error }, 400) : c.json(answer, 200)
  }
}
