import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import type * as Undici from 'undici'
import { z } from 'zod'
import { checkedAddress, openLookup, retryAfter } from '../ingest/index.js'
import { isProblem, Problem } from '../text/index.js'
import type { Prompt } from './question.js'

/** The environment variable that holds the key: one of our own, so that no other service's key is sent anywhere by mistake. */
export const KEY = 'DEMARCHE_ADJUDICATOR_KEY'

export interface EndpointOptions {
  /** Base address of an OpenAI-compatible service, such as `https://host/v1`. */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
  /** Lets addresses of the own machine and network through, and a key over http. */
  readonly allowPrivate?: boolean
  /** How often a request that failed for a passing reason is sent again; 3 unless given. */
  readonly retries?: number
  readonly sleep?: (milliseconds: number) => Promise<unknown>
  readonly now?: () => number
}

export interface Endpoint {
  /** What the model answers. Throws a `Problem` for everything that goes wrong. */
  ask(prompt: Prompt): Promise<string>
  close(): Promise<void>
}

const PASSING = new Set([408, 429, 500, 502, 503, 504])
const MAX_WAIT = 120_000
/** An answer, from the first byte asked to the last byte read, in milliseconds. */
const MAX_ANSWER = 120_000
const MAX_BYTES = 1_048_576
/** A letter is asked for. */
const MAX_TOKENS = 16

const Reply = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1) })

const CURES = {
  'endpoint-key': 'give an https address, or --allow-private for a service of your own network',
  'endpoint-status': `check --endpoint, --model and the key in ${KEY}`,
  'endpoint-answer': 'name an endpoint that serves OpenAI’s chat completions',
  'endpoint-unreachable': 'check the connection and the name of the host, then run it again: what was answered is kept',
} as const
const problem = (reason: keyof typeof CURES, place: string, fault: string): Problem =>
  new Problem({ reason, place, fault, cure: CURES[reason] })

/** A client of one endpoint. It goes to that address alone: no redirect is followed, and names that lead into the own network are refused. */
export function openEndpoint(options: EndpointOptions): Endpoint {
  const { allowPrivate = false, key, model, retries = 3, sleep = wait, now = Date.now } = options
  const url = checkedAddress(options.url, undefined, allowPrivate)
  url.pathname += url.pathname.endsWith('/') ? 'chat/completions' : '/chat/completions'
  if (key !== undefined && url.protocol !== 'https:' && !allowPrivate)
    throw problem('endpoint-key', url.host, 'the key would go unencrypted')
  const { Agent, request } = createRequire(import.meta.url)('undici') as typeof Undici
  const agent = new Agent({
    connect: { timeout: 15_000, ...(allowPrivate ? {} : { lookup: openLookup }) },
    maxResponseSize: MAX_BYTES,
    maxHeaderSize: 32_768,
  })
  const headers = { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) }

  async function once(body: string): Promise<{ answer: string } | { again: Problem; after?: number | undefined }> {
    try {
      const reply = await request(url, { method: 'POST', headers, body, dispatcher: agent, signal: AbortSignal.timeout(MAX_ANSWER) })
      if (reply.statusCode === 200) return { answer: contentOf(await reply.body.text(), url.href) }
      await reply.body.dump({ limit: 65_536 }).catch(() => undefined)
      const failed = problem('endpoint-status', url.href, `the server answered ${reply.statusCode}`)
      if (!PASSING.has(reply.statusCode)) throw failed
      return { again: failed, after: retryAfter([reply.headers['retry-after']].flat()[0], now()) }
    } catch (error) {
      const known = isProblem(error) ? error : error instanceof Error && isProblem(error.cause) ? error.cause : undefined
      if (known) throw known
      return { again: problem('endpoint-unreachable', url.href, error instanceof Error ? error.message || error.name : String(error)) }
    }
  }

  return {
    async ask(messages) {
      const body = JSON.stringify({ model, messages, temperature: 0, max_tokens: MAX_TOKENS })
      for (let attempt = 0; ; attempt++) {
        const result = await once(body)
        if ('answer' in result) return result.answer
        if (attempt >= retries) throw result.again
        await sleep(Math.min(MAX_WAIT, result.after ?? 1000 * 2 ** attempt))
      }
    },
    close: () => agent.close(),
  }
}

/** The text of the first choice; a model that writes none has abstained. */
function contentOf(text: string, place: string): string {
  try {
    return Reply.parse(JSON.parse(text)).choices[0]!.message.content ?? ''
  } catch {
    throw problem('endpoint-answer', place, 'the answer is no chat completion')
  }
}
