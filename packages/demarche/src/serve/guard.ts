import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/** Names under which a server on this machine is asked for. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

// The page takes its scripts and styles from its own origin, runs none from text, and asks nobody else.
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), camera=(), microphone=()',
}

/** Headers on every answer, errors too. */
export const headers: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/**
 * Keeps foreign pages out. A page elsewhere can make a browser ask this server, by a name of its own that leads here (DNS rebinding) or by a form: so the host must
 * be one of ours on every request, and what is not a plain read must come from our own origin.
 */
export function ownOrigin(hosts: readonly string[] | 'any'): MiddlewareHandler {
  const ours = (host: string): boolean => hosts === 'any' || hosts.includes(nameOf(host))
  return async (c, next) => {
    const asked = c.req.header('host')
    const url = new URL(c.req.url)
    if (!ours(url.host) || (asked !== undefined && !ours(asked))) return c.json({ error: 'this server does not answer to that name' }, 421)
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if (origin !== undefined && origin !== `http://${asked ?? url.host}` && origin !== `https://${asked ?? url.host}`)
      return c.json({ error: 'asked from another origin' }, 403)
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return c.json({ error: 'asked from another site' }, 403)
    if (c.req.method === 'POST' && !/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return c.json({ error: 'the body must be application/json' }, 415)
    return next()
  }
}

/** Whether a request shows the token, compared in constant time. */
export function showsToken(authorization: string | undefined, token: string): boolean {
  const shown = Buffer.from(authorization?.replace(/^Bearer /, '') ?? '')
  const wanted = Buffer.from(token)
  return shown.length === wanted.length && timingSafeEqual(shown, wanted)
}

/** Asks for the token on every request: for servers that others can reach. */
export function withToken(token: string): MiddlewareHandler {
  return async (c, next) =>
    showsToken(c.req.header('authorization'), token) ? next() : c.json({ error: 'show the token: Authorization: Bearer …' }, 401)
}
