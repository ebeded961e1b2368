import { createReadStream } from 'node:fs'
import type { Day } from '../time/index.js'
import { once, type Bytes } from './bytes.js'
import { LIMITS, type Limits } from '../limits/index.js'
import type { FailureRow } from '../spec/index.js'
import type { Item } from './item.js'
import { kindOfType } from './kinds.js'
import { isAddress, locate } from './locate.js'
import { createClient, type Client, type ClientOptions } from './net/client.js'
import { isPending, readPending, type Pending } from './pending.js'
import { readStream, type Given } from './read-stream.js'
import { failureFrom, failureRow } from './reasons.js'

export interface ReadOptions {
  /** Publication day of documents that carry none. */
  readonly date?: Day
  /** What `-` stands for; standard input unless given. */
  readonly stdin?: Bytes
  /** How addresses are fetched; nothing is fetched unless an input is an address, a sitemap or a list of addresses. */
  readonly web?: ClientOptions
  readonly limits?: Limits
}

/** How deep sitemaps may name sitemaps. */
const MAX_DEPTH = 3

/**
 * Reads inputs as they are named on a command line (files, folders, globs, addresses, `-`) and gives their articles in order: files by name, items as they
 * stand. What cannot be read comes as a failure row; nothing that an input holds makes this throw or stop. Archives and tables are streamed.
 */
export async function* readInputs(specs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Item> {
  for await (const it of pendingInputs(specs, options)) yield isPending(it) ? await readPending(it, options.limits) : it
}

/** The same documents, found and not yet read: whoever codes many of them reads them in other threads. */
export async function* pendingInputs(specs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Pending | FailureRow> {
  let client: Client | undefined
  const web = (): Client => (client ??= createClient(options.web))
  try {
    for (const spec of specs) {
      if (spec === '-')
        yield* expanded(readStream({ bytes: options.stdin ?? process.stdin, path: '-', ...howTo(options) }), web, options, 0)
      else if (isAddress(spec)) yield* fromAddress(spec, web, options, 0)
      else yield* fromFiles(spec, web, options)
    }
  } finally {
    await client?.close()
  }
}

const howTo = ({ date, limits = LIMITS }: ReadOptions): { readonly date: Day | undefined; readonly limits: Limits } => ({ date, limits })

async function* fromFiles(spec: string, web: () => Client, options: ReadOptions): AsyncGenerator<Pending | FailureRow> {
  let some = false
  try {
    for await (const path of locate(spec)) {
      some = true
      yield* expanded(readStream({ bytes: createReadStream(path, { highWaterMark: 1 << 18 }), path, ...howTo(options) }), web, options, 0)
    }
  } catch (error) {
    yield failureFrom(error, { path: spec }, 'unreadable')
    return
  }
  if (!some) yield failureRow({ path: spec }, 'missing', 'no such file, and no file matches')
}

/** Items as they come; addresses that an input only names are fetched. */
async function* expanded(
  items: AsyncIterable<Given>,
  web: () => Client,
  options: ReadOptions,
  depth: number,
): AsyncGenerator<Pending | FailureRow> {
  for await (const it of items) {
    if (!('further' in it)) yield it
    else if (depth < MAX_DEPTH) yield* fromAddress(it.further, web, options, depth + 1)
    else yield failureRow({ path: it.further }, 'unsupported', 'stands too deep in sitemaps of sitemaps')
  }
}

async function* fromAddress(address: string, web: () => Client, options: ReadOptions, depth: number): AsyncGenerator<Pending | FailureRow> {
  try {
    const answer = await web().get(address)
    const charset = /charset=["']?([\w:.-]+)/i.exec(answer.type)?.[1]
    const source = { bytes: once(answer.body), path: address, kind: kindOfType(answer.type), charset, uri: answer.uri, ...howTo(options) }
    for await (const it of expanded(readStream(source), web, options, depth)) {
      yield isPending(it) && it.from === undefined ? { ...it, from: answer.uri } : it
    }
  } catch (error) {
    yield failureFrom(error, { path: address }, 'unreachable')
  }
}
