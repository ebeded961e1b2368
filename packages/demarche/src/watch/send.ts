import { createRequire } from 'node:module'
import type * as Undici from 'undici'
import { checkedAddress, openLookup, retryAfter } from '../ingest/index.js'
import { isProblem } from '../text/index.js'
import { signed } from './sign.js'
import type { Watch } from './watch.js'

/** What came of sending a message. `again`: for a reason that passes. */
export interface Sent {
  readonly is: 'delivered' | 'again' | 'failed'
  /** In words, for the log. */
  readonly answer: string
  /** The server asked to wait so many milliseconds. */
  readonly after?: number
}

// Loaded when something is sent: most programs send nothing.
const undici = (): typeof Undici => createRequire(import.meta.url)('undici') as typeof Undici
const PASSING = new Set([408, 425, 429])
/** From the first byte sent to the answer, in milliseconds. */
const MAX_ANSWER = 30_000

/**
 * Posts one message. The address is checked here and once more when it is connected to, by the guard of the client that reads the net; redirects are not followed,
 * for they could lead anywhere.
 */
export async function send(watch: Watch, id: string, body: string, now: number): Promise<Sent> {
  const agent = new (undici().Agent)({
    connect: { timeout: 10_000, ...(watch.allowPrivate ? {} : { lookup: openLookup }) },
    maxHeaderSize: 32_768,
  })
  try {
    const url = checkedAddress(watch.address ?? '', undefined, watch.allowPrivate)
    const answer = await undici().request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        'user-agent': 'demarche/0.1 (event coder)',
        'content-type': 'application/json',
        ...signed(id, Math.floor(now / 1000), body, watch.secret),
      },
      body,
      signal: AbortSignal.timeout(MAX_ANSWER),
    })
    const { statusCode: status, headers } = answer
    await answer.body.dump({ limit: 65_536 }).catch(() => undefined)
    if (status >= 200 && status <= 299) return { is: 'delivered', answer: String(status) }
    if (status >= 300 && status <= 399)
      return { is: 'failed', answer: `${status}: redirects are not followed; give the address that it leads to` }
    if (status < 500 && !PASSING.has(status)) return { is: 'failed', answer: String(status) }
    const after = retryAfter([headers['retry-after']].flat()[0], now)
    return { is: 'again', answer: String(status), ...(after === undefined ? {} : { after }) }
  } catch (error) {
    const refused = isProblem(error) ? error : error instanceof Error && isProblem(error.cause) ? error.cause : undefined
    if (refused) return { is: 'failed', answer: refused.message }
    return { is: 'again', answer: error instanceof Error ? error.message || error.name : String(error) }
  } finally {
    await agent.destroy()
  }
}
