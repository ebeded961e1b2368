import { Readable } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib'
import { isProblem } from '../text/index.js'
import type { Day } from '../time/index.js'
import { readWarc } from './archive/items.js'
import { collect, peek, type Bytes } from './bytes.js'
import { decode } from './charset.js'
import { readFeed, type Feed } from './feeds/feed.js'
import { feedItems } from './feeds/items.js'
import { isJsonFeed, readJsonFeed } from './feeds/json-feed.js'
import { addressesIn, isAddressList } from './gdelt.js'
import type { FailureRow } from '../spec/index.js'
import type { Limits } from '../limits/index.js'
import type { Content, Pending } from './pending.js'
import { isGzip, kindOfBytes, kindOfName, type Kind } from './kinds.js'
import { failureFrom, failureRow, problem } from './reasons.js'
import { itemFromRow } from './record.js'
import { readJsonl, readTable } from './rows.js'

/** An address that an input names instead of holding an article: of a sitemap or a list. */
export interface Further {
  readonly further: string
}
/** One stream of bytes: `path` names it in rows; `kind` and `charset` are what its sender says of it, `uri` where it came from. */
export interface Source {
  readonly bytes: Bytes
  readonly path: string
  readonly kind?: Kind | undefined
  readonly charset?: string | undefined
  readonly uri?: string | undefined
  readonly date?: Day | undefined
  readonly limits: Limits
}
/** What a stream gives: documents to be read, what cannot be, addresses to go on with. */
export type Given = Pending | FailureRow | Further

const MIB = 2 ** 20

/** Reads one stream: what it is, its ending, its sender or its first bytes tell. Never throws for what it holds. */
export async function* readStream(source: Source): AsyncGenerator<Given> {
  const { path, limits } = source
  try {
    const named = kindOfName(path)
    const first = await peek(source.bytes, 4096)
    if (first.head.length === 0) {
      yield failureRow({ path }, 'empty', 'has no bytes')
      return
    }
    const gzip = isGzip(first.head)
    if (named.kind === 'warc' || source.kind === 'warc' || kindOfBytes(gzip ? unpackedHead(first.head) : first.head) === 'warc') {
      yield* readWarc(first.all, path, gzip, source.date, limits)
      return
    }
    const packed = gzip ? 'gz' : named.packed === 'br' ? 'br' : undefined
    const inner = packed ? await peek(unpack(first.all, packed, path, limits.ratio), 4096) : first
    if (isAddressList(path)) for await (const further of addressesIn(inner.all)) yield { further }
    else yield* readKind(inner.all, source.kind ?? named.kind ?? kindOfBytes(inner.head), source)
  } catch (error) {
    yield failureFrom(error, { path }, 'unreadable')
  }
}

/** What the first bytes of a gzip stream become, as far as they go: at most a thousand times as many. */
function unpackedHead(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head.subarray(0, 4096), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return new Uint8Array()
  }
}

/** Unpacks as it comes. What grows out of all proportion is stopped, whatever it is: a dump of honest text grows tenfold. */
async function* unpack(bytes: Bytes, packed: 'gz' | 'br', path: string, ratio: number): AsyncGenerator<Uint8Array> {
  let [taken, given] = [0, 0]
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const part of bytes) {
      taken += part.length
      yield part
    }
  }
  const source = Readable.from(counted())
  const inflate = packed === 'gz' ? createGunzip() : createBrotliDecompress()
  source.on('error', (error) => inflate.destroy(error))
  try {
    for await (const part of source.pipe(inflate) as AsyncIterable<Uint8Array>) {
      given += part.length
      if (given > MIB + taken * ratio) throw problem('bomb', path, `${taken} bytes become more than ${given}`)
      yield part
    }
  } catch (error) {
    throw isProblem(error) ? error : problem('damaged-gzip', path, error instanceof Error ? error.message : String(error))
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

async function* readKind(bytes: Bytes, kind: Kind, source: Source): AsyncGenerator<Given> {
  const { path, date, uri, limits } = source
  const pending = (content: Content): Pending => ({ input: { path }, known: { uri }, content, date })
  const whole = (): Promise<Uint8Array> => collect(bytes, path, limits.documentBytes)
  if (kind === 'jsonl') yield* readJsonl(bytes, path, date, limits.documentBytes)
  else if (kind === 'csv' || kind === 'tsv') yield* readTable(bytes, path, kind, date, limits.documentBytes)
  else if (kind === 'eml' || kind === 'pdf' || kind === 'docx') yield pending({ kind, bytes: await whole() })
  else if (kind === 'html' || kind === 'text') yield pending({ kind, bytes: await whole(), label: source.charset })
  else {
    const { text } = decode(await whole(), source.charset)
    if (text.trim() === '') yield failureRow({ path }, 'empty', 'holds white space alone')
    else if (kind === 'xml') yield* readXml(text, source)
    else yield* readJson(text, path, date, limits.documentBytes)
  }
}

function* readXml(text: string, { path, uri, date }: Source): Generator<Given> {
  let feed: Feed
  try {
    feed = readFeed(text, path)
  } catch (error) {
    if (!/<(?:html|body)\b/i.test(text.slice(0, 10_000))) throw error
    yield { input: { path }, known: { uri }, content: { kind: 'html', text }, date }
    return
  }
  if (feed.items.length > 0) yield* feedItems(feed, path, date)
  else if (feed.addresses.length > 0) for (const it of feed.addresses) yield { further: it.uri }
  else yield failureRow({ path }, 'empty', 'the feed has no items')
}

function* readJson(text: string, path: string, date: Day | undefined, limit: number): Generator<Given> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw problem('not-json', path, error instanceof Error ? error.message.slice(0, 200) : String(error))
  }
  if (isJsonFeed(value)) yield* feedItems(readJsonFeed(value), path, date)
  else if (Array.isArray(value)) for (const [item, row] of value.entries()) yield itemFromRow(row, { path, item }, date, limit)
  else yield itemFromRow(value, { path }, date, limit)
}
