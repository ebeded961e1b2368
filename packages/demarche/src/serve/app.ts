import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createApi } from './api.js'
import { headers, LOOPBACK, ownOrigin, withToken } from './guard.js'
import { mcpHandler } from './mcp.js'
import { servePage } from './page.js'
import type { Served } from './served.js'
import { sqlRoute } from './sql/route.js'
import { unchanged } from './unchanged.js'

export interface AppOptions {
  /**
   * Asked for on every request of the API and of MCP. Needed when others than this machine can reach the server; it then answers to any name, for a page elsewhere
   * that makes a browser ask here cannot show it.
   */
  readonly guarded?: string
}

const MIB = 2 ** 20

/** The whole server as a function of requests: page, API, feeds, MCP. Tests call it without a socket. */
export function createApp(served: Served, { guarded }: AppOptions = {}): Hono {
  const app = new Hono()
  app.use(
    headers,
    ownOrigin(guarded === undefined ? LOOPBACK : 'any'),
    bodyLimit({ maxSize: MIB, onError: (c) => c.json({ error: 'the body is larger than 1 MiB' }, 413) }),
  )
  // For whoever watches the server; they tell nothing of the ledger, so they ask for no token.
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    await served.store.events({ limit: 1 })
    return c.text('ready\n')
  })
  if (guarded !== undefined) for (const path of ['/api/*', '/mcp']) app.use(path, withToken(guarded))
  app.use('/api/*', unchanged)
  app.route('/', createApi(served))
  if (served.sql && served.correcting) app.post('/api/sql', withToken(served.correcting.token), sqlRoute(served.sql))
  app.all('/api/*', (c) => c.json({ error: 'no such question; see /api/openapi.json' }, 404))
  const mcp = mcpHandler(served)
  app.all('/mcp', (c) => mcp(c.req.raw))
  if (served.page) app.get('*', servePage(served.page))
  return app
}
