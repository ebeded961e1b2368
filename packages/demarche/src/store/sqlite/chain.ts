import { sha256 } from '../../text/index.js'
import { batchDigest, resultDigest } from '../verify.js'
import { Reader, Writer } from '../pack/index.js'
import { hex } from './documents.js'
import type { File } from './file.js'

/** Bytes of a result's digest. */
const DIGEST = 16

/** What a batch made of a document. */
export interface Result {
  readonly n: number
  readonly id: string
  /** What its digest covers, in hexadecimal digits. */
  readonly digest: string
}

export const failureDigest = (json: string): string => resultDigest(json)

/** The digest of a row as it is stored: the hash of its raw article, and its claims with it. Numbers of texts stand for what `wordsDigest` covers. */
export function packedDigest(hash: unknown, row: Uint8Array, claims: readonly Uint8Array[]): string {
  const out = new Writer()
  for (const part of [hash as Uint8Array, row, ...claims]) {
    out.whole(part.length)
    out.raw(part)
  }
  return sha256(out.taken(), 2 * DIGEST)
}

/** The digest of the texts that have the numbers after one, up to another. */
export function wordsDigest({ sql }: File, after: number, to: number): string {
  const words = sql('SELECT n, text FROM word WHERE n > ? AND n <= ? ORDER BY n').all(after, to)
  return sha256(JSON.stringify(words.map(({ n, text }) => [n, text])))
}

/** Adds a batch to the hash chain: its digest covers the one before and each document's result. */
export function chain(file: File, batch: readonly Result[]): void {
  const { sql } = file
  const last = sql('SELECT digest, words FROM batch ORDER BY n DESC LIMIT 1').get()
  const previous = last === undefined ? '' : hex(last['digest'])
  const newest = Number(sql('SELECT coalesce(max(n), 0) AS n FROM word').get()!['n'])
  const packed = new Writer()
  const documents = batch.map(({ n, id, digest }) => {
    packed.whole(n)
    packed.raw(Buffer.from(digest, 'hex'))
    return [id, digest]
  })
  const digest = batchDigest(previous, JSON.stringify(documents), wordsDigest(file, Number(last?.['words'] ?? 0), newest))
  sql('INSERT INTO batch (previous, digest, documents, words) VALUES (?, ?, ?, ?)').run(
    Buffer.from(previous, 'hex'),
    Buffer.from(digest, 'hex'),
    packed.taken(),
    newest,
  )
}

/** The documents of a batch, as its digest covers them: JSON of pairs of id and digest. */
export function batchText({ sql }: File, documents: unknown): string {
  const from = new Reader(documents as Uint8Array)
  const pairs: [string, string][] = []
  while (!from.done) {
    const id = sql('SELECT id FROM document WHERE n = ?').get(from.whole())?.['id']
    pairs.push([String(id), hex(from.raw(DIGEST))])
  }
  return JSON.stringify(pairs)
}
