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
  /** JSON of its row or its failure. */
  readonly text: string
}

/** Adds a batch to the hash chain: its digest covers the one before and each document's result. */
export function chain({ sql }: File, batch: readonly Result[]): void {
  const last = sql('SELECT digest FROM batch ORDER BY n DESC LIMIT 1').get()
  const previous = last === undefined ? '' : hex(last['digest'])
  const packed = new Writer()
  const documents = batch.map(({ n, id, text }) => {
    const digest = resultDigest(text)
    packed.whole(n)
    packed.raw(Buffer.from(digest, 'hex'))
    return [id, digest]
  })
  const digest = batchDigest(previous, JSON.stringify(documents))
  sql('INSERT INTO batch (previous, digest, documents) VALUES (?, ?, ?)').run(
    Buffer.from(previous, 'hex'),
    Buffer.from(digest, 'hex'),
    packed.taken(),
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
