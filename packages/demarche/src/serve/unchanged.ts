import { hash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

/** Whether a client holds an answer with this tag already (RFC 9110, 13.1.2: a list of tags, weak ones too, or a star for any). */
export function holds(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((part) => {
    const given = part.trim()
    return given === '*' || given === tag || given === `W/${tag}`
  })
}

/** Headers that say how an answer may be kept; an unchanged answer is sent with them alone. */
const KEPT = ['etag', 'cache-control', 'content-location', 'content-security-policy', 'date', 'expires', 'vary']

/**
 * Gives whole answers the digest of their bytes as ETag, and sends none that the client has. Hono's own does the same over a copied stream, which takes a fifth of the CPU time of a question
 * on a pair; all answers here are whole in memory when they are sent.
 */
export const unchanged: MiddlewareHandler = async (c: Context, next) => {
  await next()
  const { res } = c
  if (c.req.method !== 'GET' || res.status !== 200 || res.headers.has('etag')) return
  const bytes = new Uint8Array(await res.arrayBuffer())
  const tag = `"${hash('sha1', bytes)}"`
  const headers = new Headers(res.headers)
  headers.set('etag', tag)
  // Without this Hono adds the old answer's headers to the new one's.
  c.res = undefined
  if (!holds(c.req.header('if-none-match'), tag)) {
    c.res = new Response(bytes, { status: 200, headers })
    return
  }
  c.res = new Response(null, { status: 304, headers: [...headers].filter(([name]) => KEPT.includes(name)) })
}
