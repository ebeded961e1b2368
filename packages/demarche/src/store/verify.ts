import { fold, type Effects } from '../ledger/index.js'
import type { EventRow } from '../spec/index.js'
import { mergeReports, type Report } from '../story/index.js'
import { sha256 } from '../text/index.js'

type Rows<T> = Iterable<T> | AsyncIterable<T>

/** A batch of the chain. */
export interface Batch {
  readonly n: number
  readonly previous: string
  readonly digest: string
  readonly documents: string
  /** Digest of what was numbered since the batch before; where it stands, the digests of rows are those of what is stored, else those of their JSON. */
  readonly words?: string
}

/** What a store holds, laid open for checking. */
export interface Evidence {
  /** The JSON of raw articles (null for what cannot be unpacked) with the hash that they came in with, or its first half. */
  documents(): Rows<{ readonly id: string; readonly hash: string; readonly text: string | null }>
  /** The chain, in its order; `documents` is the JSON of pairs of id and digest. */
  batches(): Rows<Batch>
  /** What was made of each document: the JSON of its row or of its failure; null for what cannot be unpacked. `packed` is the digest of its row as it is stored. */
  results(): Rows<{ readonly id: string; readonly result: string | null; readonly packed?: string }>
  events(): Rows<{ readonly id: string; readonly row: string }>
  /** Reports of one block after the other. */
  blocks(): Rows<readonly Report[]>
  entries(): Rows<{ readonly n: number; readonly row: string }>
  /** How many blocks and relations wait to be settled: until they are, what is derived is behind what was committed. */
  unsettled?(): number | Promise<number>
}

/** What does not fit, each with its place; nothing when nothing was altered. Everything derived is derived again and compared. */
export async function* faultsIn(evidence: Evidence, effects: Effects): AsyncGenerator<string> {
  for await (const { id, hash, text } of evidence.documents())
    if (text === null || !sha256(text).startsWith(hash)) yield `document ${id}: the raw document is not the one that came in`
  yield* chain(evidence)
  yield* derived(evidence, effects)
}

/** The digest of a result in the chain. */
export const resultDigest = (text: string): string => sha256(text, 32)

/** The digest of a batch: it covers the one before. */
export const batchDigest = (previous: string, documents: string, words?: string): string =>
  sha256([previous, documents, ...(words === undefined ? [] : [words])].join('\n'))

async function* chain(evidence: Evidence): AsyncGenerator<string> {
  let last = ''
  const made = new Map<string, { readonly digest: string; readonly packed: boolean }>()
  for await (const { n, previous, digest, documents, words } of evidence.batches()) {
    if (previous !== last || digest !== batchDigest(last, documents, words)) yield `batch ${n}: does not fit the chain`
    last = digest
    for (const [id, one] of JSON.parse(documents) as [string, string][]) made.set(id, { digest: one, packed: words !== undefined })
  }
  for await (const { id, result, packed } of evidence.results()) {
    const there = made.get(id)
    const now = result === null ? undefined : there?.packed && packed !== undefined ? packed : resultDigest(result)
    if (there === undefined || there.digest !== now) yield `document ${id}: what was coded from it is not what was committed`
  }
}

async function* derived(evidence: Evidence, effects: Effects): AsyncGenerator<string> {
  if (((await evidence.unsettled?.()) ?? 0) > 0) return
  const stored = new Map<string, string>()
  for await (const { id, row } of evidence.events()) stored.set(id, row)
  const all = [...stored.values()].flatMap((row) => (JSON.parse(row) as EventRow | null) ?? [])
  for await (const reports of evidence.blocks()) {
    for (const event of mergeReports(reports)) {
      if (stored.get(event.id) !== JSON.stringify(event)) yield `event ${event.id}: is not what its claims give`
      stored.delete(event.id)
    }
  }
  for (const id of stored.keys()) yield `event ${id}: has no claims`
  const entries = new Set(fold(all, effects).map((entry) => JSON.stringify(entry)))
  for await (const { n, row } of evidence.entries()) if (!entries.delete(row)) yield `entry ${n}: is not what its events give`
  for (const row of entries) yield `entry ${row}: is missing`
}
