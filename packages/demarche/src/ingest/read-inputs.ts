import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { isProblem } from '../text/index.js'
import type { Day } from '../time/index.js'
import { collect, peek, type Bytes } from './bytes.js'
import { readWarc } from './archive/items.js'
import { articleFromHtml } from './article-html.js'
import { articleFromText } from './article-text.js'
import { decode } from './charset.js'
import { readFeed, type Feed } from './feeds/feed.js'
import { feedItems } from './feeds/items.js'
import { isJsonFeed, readJsonFeed } from './feeds/json-feed.js'
import { found, type Item } from './item.js'
import { isGzip, kindOfBytes, kindOfName, type Kind } from './kinds.js'
import { isAddress, locate } from './locate.js'
import { failureFrom, failureRow, problem } from './reasons.js'
import { itemFromRow } from './record.js'
import { readDocument } from './documents.js'
import { readJsonl, readTable } from './rows.js'

export interface ReadOptions {
  /** Publication day of documents that carry none. */
  readonly date?: Day
  /** What `-` stands for; standard input unless given. */
  readonly stdin?: Bytes
}

/**
 * Reads inputs as they are named on a command line (files, folders, globs, `-`) and gives their articles in order: files by name, items as they stand.
 * What cannot be read comes as a failure row; nothing that an input holds makes this throw or stop. Archives and tables are streamed.
 */
export async function* readInputs(specs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Item> {
  for (const spec of specs) {
    if (spec === '-') yield* readStream(options.stdin ?? process.stdin, '-', options)
    else if (isAddress(spec)) yield failureRow({ path: spec }, 'unsupported', 'addresses are not read yet')
    else yield* readFiles(spec, options)
  }
}

async function* readFiles(spec: string, options: ReadOptions): AsyncGenerator<Item> {
  let some = false
  try {
    for await (const path of locate(spec)) {
      some = true
      yield* readStream(createReadStream(path, { highWaterMark: 1 << 18 }), path, options)
    }
  } catch (error) {
    yield failureFrom(error, { path: spec }, 'unreadable')
    return
  }
  if (!some) yield failureRow({ path: spec }, 'missing', 'no such file, and no file matches')
}

/** Reads one stream of bytes; `path` names it in rows, and its ending tells what it is where the bytes do not. */
export async function* readStream(bytes: Bytes, path: string, options: ReadOptions): AsyncGenerator<Item> {
  try {
    const named = kindOfName(path)
    const first = await peek(bytes, 4096)
    if (first.head.length === 0) {
      yield failureRow({ path }, 'empty', 'has no bytes')
      return
    }
    if (named.kind === 'warc' || (!isGzip(first.head) && kindOfBytes(first.head) === 'warc'))
      yield* readWarc(first.all, path, isGzip(first.head), options.date)
    else if (isGzip(first.head)) {
      const inner = await peek(unpack(first.all, 'gz', path), 4096)
      yield* readKind(inner.all, named.kind ?? kindOfBytes(inner.head), path, options)
    } else if (named.packed === 'br') {
      const inner = await peek(unpack(first.all, 'br', path), 4096)
      yield* readKind(inner.all, named.kind ?? kindOfBytes(inner.head), path, options)
    } else yield* readKind(first.all, named.kind ?? kindOfBytes(first.head), path, options)
  } catch (error) {
    yield failureFrom(error, { path }, 'unreadable')
  }
}

async function* unpack(bytes: Bytes, packed: 'gz' | 'br', path: string): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes)
  const inflate = packed === 'gz' ? createGunzip() : createBrotliDecompress()
  source.on('error', (error) => inflate.destroy(error))
  try {
    yield* source.pipe(inflate)
  } catch (error) {
    throw isProblem(error) ? error : problem('damaged-gzip', path, error instanceof Error ? error.message : String(error))
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

async function* readKind(bytes: Bytes, kind: Kind, path: string, options: ReadOptions): AsyncGenerator<Item> {
  if (kind === 'jsonl') yield* readJsonl(bytes, path, options.date)
  else if (kind === 'csv' || kind === 'tsv') yield* readTable(bytes, path, kind, options.date)
  else if (kind === 'eml' || kind === 'pdf' || kind === 'docx')
    yield await readDocument(await collect(bytes, path), kind, { path }, options.date)
  else {
    const { text } = decode(await collect(bytes, path))
    if (text.trim() === '') yield failureRow({ path }, 'empty', 'holds white space alone')
    else if (kind === 'xml') yield* readXml(text, path, options)
    else if (kind === 'json') yield* readJson(text, path, options)
    else yield found({ path }, kind === 'html' ? articleFromHtml(text) : articleFromText(text), {}, options.date)
  }
}

function* readXml(text: string, path: string, options: ReadOptions): Generator<Item> {
  let feed: Feed
  try {
    feed = readFeed(text, path)
  } catch (error) {
    if (!/<(?:html|body)\b/i.test(text.slice(0, 10_000))) throw error
    yield found({ path }, articleFromHtml(text), {}, options.date)
    return
  }
  if (feed.items.length > 0) yield* feedItems(feed, path, options.date)
  else if (feed.addresses.length > 0)
    yield failureRow({ path }, 'unsupported', 'is a sitemap; give its address, so that its pages can be fetched')
  else yield failureRow({ path }, 'empty', 'the feed has no items')
}

function* readJson(text: string, path: string, options: ReadOptions): Generator<Item> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw problem('not-json', path, error instanceof Error ? error.message.slice(0, 200) : String(error))
  }
  if (isJsonFeed(value)) yield* feedItems(readJsonFeed(value), path, options.date)
  else if (Array.isArray(value)) for (const [item, row] of value.entries()) yield itemFromRow(row, { path, item }, options.date)
  else yield itemFromRow(value, { path }, options.date)
}
