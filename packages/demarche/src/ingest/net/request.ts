import { createRequire } from 'node:module'
import type * as Undici from 'undici'
import { isProblem } from '../../text/index.js'
import { unpacked } from '../archive/record.js'
import { collect } from '../bytes.js'
import { problem } from '../reasons.js'
import type { Kept } from './cache.js'

// Loaded when something is fetched: most programs fetch nothing.
export const undici = (): typeof Undici => createRequire(import.meta.url)('undici') as typeof Undici

/** What the client calls itself, to servers and in robots.txt. */
export const NAME = 'demarche'
const HEADERS = {
  'user-agent': `${NAME}/0.1 (event coder)`,
  accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, br',
}
/** An answer, from the first byte asked to the last byte read, in milliseconds. */
const MAX_ANSWER = 60_000
const PASSING = new Set([408, 429, 500, 502, 503, 504])

/** What one request came to: another address, nothing new, or a document. */
export type Step = { readonly location: string } | { readonly unchanged: true } | { readonly kept: Kept }

/** Sends one request and reads its answer. Throws a `Problem` for what asking again does not mend. `now` is in milliseconds. */
export async function request(
  url: URL,
  kept: Kept | undefined,
  agent: Undici.Agent,
  now: () => number,
): Promise<Step | { readonly again: Error; readonly after?: number }> {
  let answer: Undici.Dispatcher.ResponseData
  try {
    const conditions = {
      ...(kept?.etag ? { 'if-none-match': kept.etag } : {}),
      ...(kept?.modified ? { 'if-modified-since': kept.modified } : {}),
    }
    answer = await undici().request(url, {
      dispatcher: agent,
      headers: { ...HEADERS, ...conditions },
      signal: AbortSignal.timeout(MAX_ANSWER),
    })
  } catch (error) {
    const cause = isProblem(error) ? error : error instanceof Error && isProblem(error.cause) ? error.cause : undefined
    if (cause) throw cause
    return { again: problem('unreachable', url.href, error instanceof Error ? error.message || String(error) : String(error)) }
  }
  const { statusCode: status, headers, body } = answer
  const header = (name: string): string | undefined => [headers[name]].flat()[0]
  const discard = async (): Promise<void> => void (await body.dump({ limit: 65_536 }).catch(() => undefined))
  const location = header('location')
  if (status >= 300 && status < 400 && status !== 304 && location) {
    await discard()
    return { location }
  }
  if (status === 304) {
    await discard()
    return { unchanged: true }
  }
  if (status < 200 || status > 299) {
    await discard()
    const failed = problem('http-status', url.href, `the server answered ${status}`)
    if (!PASSING.has(status)) throw failed
    const after = retryAfter(header('retry-after'), now())
    return { again: failed, ...(after === undefined ? {} : { after }) }
  }
  try {
    const [etag, modified] = [header('etag'), header('last-modified')]
    const raw = await collect(body, url.href)
    return {
      kept: {
        uri: url.href,
        type: header('content-type') ?? '',
        body: unpacked(raw, header('content-encoding') ?? ''),
        ...(etag ? { etag } : {}),
        ...(modified ? { modified } : {}),
      },
    }
  } catch (error) {
    if (isProblem(error)) throw error
    return { again: problem('unreachable', url.href, error instanceof Error ? error.message : String(error)) }
  }
}

/** `Retry-After` in milliseconds: seconds or a date. */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,6}$/.test(value.trim())) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
