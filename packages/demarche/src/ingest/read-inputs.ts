import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { isProblem } from '../text/index.js'
import type { Day } from '../time/index.js'
import { collect, peek, type Bytes } from './bytes.js'
import { articleFromHtml } from './article-html.js'
import { articleFromText } from './article-text.js'
import { decode } from './charset.js'
import { found, type Item } from './item.js'
import { isGzip, kindOfBytes, kindOfName, type Kind } from './kinds.js'
import { isAddress, locate } from './locate.js'
import { failureFrom, failureRow, problem } from './reasons.js'
import { itemFromRow } from './record.js'
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
    if (isGzip(first.head) && named.kind !== 'warc') {
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
  else if (kind === 'text' || kind === 'html' || kind === 'xml') {
    const { text } = decode(await collect(bytes, path))
    if (text.trim() === '') yield failureRow({ path }, 'empty', 'holds white space alone')
    else yield found({ path }, kind === 'text' ? articleFromText(text) : articleFromHtml(text), {}, options.date)
  } else if (kind === 'json') yield itemFromRow(JSON.parse(decode(await collect(bytes, path)).text), { path }, options.date)
  else yield failureRow({ path }, 'unsupported', `is ${kind}, which is not read yet`)
}
