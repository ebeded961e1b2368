import type { Context } from 'hono'
import { csvLine, EVENT_COLUMNS, table } from '../export/index.js'
import type { Store } from '../store/index.js'
import { type Asked, queryOf } from './answers.js'

const NO_CURSOR = { error: 'after: this is no cursor; take `next` of the page before' } as const

/** A page of events as JSON, or as CSV where that is asked for, with the address of the next page in `Link`. */
export async function eventsPage(store: Store, asked: Asked, c: Context): Promise<Response> {
  if (asked.after !== undefined && !isCursor(asked.after)) return c.json(NO_CURSOR, 400)
  const found = await store.events(await queryOf(store, asked))
  c.header('Vary', 'Accept')
  if (found.next !== undefined) c.header('Link', `<${withCursor(c.req.url, found.next)}>; rel="next"`)
  if (!/\btext\/csv\b/.test(c.req.header('accept') ?? '')) return c.json(found, 200)
  return c.body([...table(found.events, EVENT_COLUMNS, csvLine)].join(''), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
}

export function isCursor(text: string): boolean {
  try {
    const it: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(it) && it.length === 2 && it.every((part) => typeof part === 'string')
  } catch {
    return false
  }
}

function withCursor(address: string, next: string): string {
  const url = new URL(address)
  url.searchParams.set('after', next)
  return url.pathname + url.search
}
