import { inflateRawSync } from 'node:zlib'
import { fold, type Effects } from '../ledger/index.js'
import type { EventRow } from '../spec/index.js'
import { mergeReports, type Report } from '../story/index.js'
import { sha256 } from '../text/index.js'

type Rows<T> = Iterable<T> | AsyncIterable<T>

/** What a store holds, laid open for checking. Raw documents are deflated JSON. */
export interface Evidence {
  /** Raw documents with the hash that they came in with, or its first half. */
  documents(): Rows<{ readonly id: string; readonly hash: string; readonly raw: Uint8Array }>
  /** The chain, in its order; `documents` is the JSON of pairs of id and digest. */
  batches(): Rows<{ readonly n: number; readonly previous: string; readonly digest: string; readonly documents: string }>
  /** What was made of each document: the JSON of its row or of its failure; null for what cannot be unpacked. */
  results(): Rows<{ readonly id: string; readonly result: string | null }>
  events(): Rows<{ readonly id: string; readonly row: string }>
  /** Reports of one block after the other. */
  blocks(): Rows<readonly Report[]>
  entries(): Rows<{ readonly n: number; readonly row: string }>
  /** How many blocks and relations wait to be settled: until they are, what is derived is behind what was committed. */
  unsettled?(): number | Promise<number>
}

/** What does not fit, each with its place; nothing when nothing was altered. Everything derived is derived again and compared. */
export async function* faultsIn(evidence: Evidence, effects: Effects): AsyncGenerator<string> {
  for await (const { id, hash, raw } of evidence.documents())
    if (!digestOf(raw).startsWith(hash)) yield `document ${id}: the raw document is not the one that came in`
  yield* chain(evidence)
  yield* derived(evidence, effects)
}

/** The digest of a result in the chain. */
export const resultDigest = (text: string): string => sha256(text, 32)

/** The digest of a batch: it covers the one before. */
export const batchDigest = (previous: string, documents: string): string => sha256(`${previous}\n${documents}`)

function digestOf(packed: Uint8Array): string {
  try {
    return sha256(inflateRawSync(packed).toString('utf8'))
  } catch {
    return 'cannot be unpacked'
  }
}

async function* chain(evidence: Evidence): AsyncGenerator<string> {
  let last = ''
  const made = new Map<string, string>()
  for await (const { n, previous, digest, documents } of evidence.batches()) {
    if (previous !== last || digest !== batchDigest(last, documents)) yield `batch ${n}: does not fit the chain`
    last = digest
    for (const [id, result] of JSON.parse(documents) as [string, string][]) made.set(id, result)
  }
  for await (const { id, result } of evidence.results()) {
    if (result === null || made.get(id) !== resultDigest(result)) yield `document ${id}: what was coded from it is not what was committed`
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
