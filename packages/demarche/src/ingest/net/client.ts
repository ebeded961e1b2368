import { setTimeout as wait } from 'node:timers/promises'
import type * as Undici from 'undici'
import { isProblem } from '../../text/index.js'
import { problem } from '../reasons.js'
import { Cache, type Kept } from './cache.js'
import { checkedAddress, openLookup } from './guard.js'
import { NAME, request, undici, type Step } from './request.js'
import { isAllowed, readRobots, type Robots } from './robots.js'

export interface ClientOptions {
  /** Lets addresses of the own machine and network through. */
  readonly allowPrivate?: boolean
  /** Folder where answers are kept, for conditional requests. */
  readonly cache?: string
  /** Milliseconds between two requests to one host; 1000 unless given. A longer `Crawl-delay` of the site wins. */
  readonly interval?: number
  /** How often a request that failed for a passing reason is sent again; 3 unless given. */
  readonly retries?: number
  readonly sleep?: (milliseconds: number) => Promise<unknown>
  readonly now?: () => number
}
export interface Answer extends Kept {
  /** Whether the server said that nothing has changed since it was kept. */
  readonly unchanged: boolean
}
export interface Client {
  /** The document at an address. Throws a `Problem` for everything that goes wrong. */
  get(address: string): Promise<Answer>
  close(): Promise<void>
}

const MAX_HOPS = 5
const MAX_WAIT = 120_000

/** A polite reader of the net: robots.txt, one request a second and host, retries that wait longer each time, a cache, no private addresses on any hop. */
export function createClient(options: ClientOptions = {}): Client {
  return new PoliteClient(options)
}

class PoliteClient implements Client {
  private readonly agent: Undici.Agent
  private readonly cache: Cache | undefined
  private readonly next = new Map<string, number>()
  private readonly robots = new Map<string, Promise<Robots>>()
  private readonly allowPrivate: boolean
  private readonly sleep: (milliseconds: number) => Promise<unknown>
  private readonly now: () => number
  constructor(private readonly options: ClientOptions) {
    this.allowPrivate = options.allowPrivate ?? false
    this.sleep = options.sleep ?? wait
    this.now = options.now ?? Date.now
    this.agent = new (undici().Agent)({
      connect: { timeout: 15_000, ...(this.allowPrivate ? {} : { lookup: openLookup }) },
      headersTimeout: 30_000,
      bodyTimeout: 30_000,
      maxHeaderSize: 32_768,
    })
    this.cache = options.cache === undefined ? undefined : new Cache(options.cache)
  }
  async get(address: string): Promise<Answer> {
    let url = checkedAddress(address, undefined, this.allowPrivate)
    const kept = await this.cache?.get(url.href)
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
      const rules = await this.rulesOf(url)
      if (!isAllowed(rules, url.pathname + url.search)) throw problem('robots', url.href, 'robots.txt disallows it')
      const answer = await this.patient(url, kept, rules.delay * 1000)
      if ('location' in answer) {
        const target = checkedAddress(answer.location, url.href, this.allowPrivate)
        if (url.protocol === 'https:' && target.protocol === 'http:')
          throw problem('blocked-address', target.href, 'leads from https to http')
        url = target
        continue
      }
      if ('unchanged' in answer && kept) return { ...kept, unchanged: true }
      const { kept: fresh } = answer as { kept: Kept }
      if (this.cache && (fresh.etag || fresh.modified)) await this.cache.put(new URL(address).href, fresh)
      return { ...fresh, unchanged: false }
    }
    throw problem('too-many-redirects', address, `more than ${MAX_HOPS} redirects`)
  }
  close(): Promise<void> {
    return this.agent.close()
  }

  private rulesOf(url: URL): Promise<Robots> {
    const known = this.robots.get(url.origin)
    if (known) return known
    const asked = this.askRobots(url)
    this.robots.set(url.origin, asked)
    return asked
  }
  /** No robots.txt allows everything; a server that fails allows nothing, as RFC 9309 asks. Redirects of it are followed as for pages. */
  private async askRobots(url: URL): Promise<Robots> {
    let at = new URL('/robots.txt', url)
    try {
      for (let hop = 0; hop <= MAX_HOPS; hop++) {
        const answer = await this.patient(at, undefined, 0)
        if ('kept' in answer) return readRobots(Buffer.from(answer.kept.body).toString('utf8'), NAME)
        if (!('location' in answer)) break
        at = checkedAddress(answer.location, at.href, this.allowPrivate)
      }
    } catch (error) {
      if (isProblem(error) && error.fault.reason === 'http-status' && / 5\d\d$/.test(error.fault.fault))
        return { rules: [{ path: '/', allow: false }], delay: 0 }
      if (isProblem(error) && error.fault.reason !== 'http-status') throw error
    }
    return { rules: [], delay: 0 }
  }

  private async turn(host: string, delay: number): Promise<void> {
    const now = this.now()
    const at = Math.max(now, this.next.get(host) ?? 0)
    this.next.set(host, at + Math.max(delay, this.options.interval ?? 1000))
    if (at > now) await this.sleep(at - now)
  }
  private async patient(url: URL, kept: Kept | undefined, delay: number): Promise<Step> {
    const retries = this.options.retries ?? 3
    for (let attempt = 0; ; attempt++) {
      await this.turn(url.host, delay)
      const result = await request(url, kept, this.agent, this.now)
      if (!('again' in result)) return result
      if (attempt >= retries) throw result.again
      await this.sleep(Math.min(MAX_WAIT, result.after ?? 1000 * 2 ** attempt))
    }
  }
}
