import { LIMITS } from '../limits/index.js'
import { problem } from './reasons.js'

/** Bytes as they come: a file, standard input, an answer from the net, a member of an archive. */
export type Bytes = AsyncIterable<Uint8Array>

/** One document may not be larger than this, decompressed; archives, tables and rows of documents may. */
const DOCUMENT_LIMIT = LIMITS.documentBytes

/** All bytes in one piece. Throws a `Problem` (`too-big`) beyond `limit`. */
export async function collect(bytes: Bytes, place: string, limit = DOCUMENT_LIMIT): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > limit) throw problem('too-big', place, `has more than ${limit} bytes`)
    parts.push(part)
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

/** The first bytes (at least `size` where there are so many), and the whole stream again. */
export async function peek(bytes: Bytes, size: number): Promise<{ readonly head: Uint8Array; readonly all: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const next = await iterator.next()
    if (next.done) break
    parts.push(next.value)
    length += next.value.length
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* parts
      for (;;) {
        const next = await iterator.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(parts).subarray(0, size), all: all() }
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A line of bytes without its end, or the number of bytes of a line that was longer than the limit and is skipped. */
export type Line = { readonly bytes: Uint8Array } | { readonly tooLong: number }

/** Splits at LF (a CR before it goes too). A line above `limit` bytes is skipped without being held in memory. */
export async function* lines(bytes: Bytes, limit = DOCUMENT_LIMIT): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  const take = (): Line => {
    const line = size > limit ? { tooLong: size } : { bytes: withoutReturn(parts.length === 1 ? parts[0]! : Buffer.concat(parts)) }
    parts = []
    size = 0
    return line
  }
  const push = (part: Uint8Array): void => {
    size += part.length
    if (size > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      push(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    push(chunk.subarray(from))
  }
  if (size > 0) yield take()
}

const withoutReturn = (line: Uint8Array): Uint8Array => (line.at(-1) === 13 ? line.subarray(0, -1) : line)
