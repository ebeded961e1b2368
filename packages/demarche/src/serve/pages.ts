import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { type Column, csvLine, EVENT_COLUMNS, table } from '../export/index.js'
import type { Store } from '../store/index.js'
import { byCodeUnit } from '../text/index.js'
import { type Asked, queryOf } from './answers.js'

export const NO_CURSOR = { error: 'after: this is no cursor; take `next` of the page before' } as const
const CSV = { 'Content-Type': 'text/csv; charset=utf-8' } as const

/** A page of events as JSON, or as CSV where that is asked for, with the address of the next page in `Link`. */
export async function eventsPage(store: Store, asked: Asked, c: Context): Promise<Response> {
  if (asked.after !== undefined && !isCursor(asked.after)) return c.json(NO_CURSOR, 400)
  const found = await store.events(await queryOf(store, asked))
  return listed(c, found, found.events, EVENT_COLUMNS, found.next)
}

/** The same as a file of a table. */
export async function eventsTable(store: Store, asked: Asked, c: Context): Promise<Response> {
  if (asked.after !== undefined && !isCursor(asked.after)) return c.json(NO_CURSOR, 400)
  const { events, next } = await store.events(await queryOf(store, asked))
  if (next !== undefined) c.header('Link', nextLink(c, next))
  return c.body([...table(events, EVENT_COLUMNS, csvLine)].join(''), 200, {
    ...CSV,
    'Content-Disposition': 'attachment; filename="events.csv"',
  })
}

/** An answer that holds a list: itself as JSON, or the rows of the list as CSV for whoever accepts that rather. The next page stands in `Link`. */
export function listed<R>(c: Context, answer: object, rows: readonly R[], columns: readonly Column<R>[], next?: string): Response {
  c.header('Vary', 'Accept')
  if (next !== undefined) c.header('Link', nextLink(c, next))
  const wants = accepts(c, { header: 'Accept', supports: ['application/json', 'text/csv'], default: 'application/json' })
  if (wants !== 'text/csv') return c.json(answer)
  return c.body([...table(rows, columns, csvLine)].join(''), 200, CSV)
}

/** A page of a list that is ordered by a key: what comes after the key that the cursor holds, so that rows that are added never shift a page. */
export function pageBy<R>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  limit: number,
  after?: string,
): { readonly rows: R[]; readonly next?: string } {
  const from = after === undefined ? undefined : Buffer.from(after, 'base64url').toString('utf8')
  const keyed = rows.map((row) => ({ row, key: keyOf(row) })).toSorted((a, b) => byCodeUnit(a.key, b.key))
  const rest = from === undefined ? keyed : keyed.filter(({ key }) => byCodeUnit(key, from) > 0)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ row }) => row),
    ...(rest.length > limit && last ? { next: Buffer.from(last.key).toString('base64url') } : {}),
  }
}

export function isCursor(text: string): boolean {
  try {
    const it: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(it) && it.length === 2 && it.every((part) => typeof part === 'string')
  } catch {
    return false
  }
}

function nextLink(c: Context, next: string): string {
  const url = new URL(c.req.url)
  url.searchParams.set('after', next)
  return `<${url.pathname}${url.search}>; rel="next"`
}
