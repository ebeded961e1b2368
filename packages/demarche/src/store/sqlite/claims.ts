import type { ClaimRow, DocumentRow, PartyRow } from '../../spec/index.js'
import { blockOf, reportsOf, type Correction, type Report } from '../../story/index.js'
import { compactClaim, dayNumber, dayOf, expandClaim, pack, Reader, unpack, Writer } from '../pack/index.js'
import type { File, Row } from './file.js'
import { packSketch, unpackSketch } from './sketch.js'
import { blockKey, hashOf } from './words.js'

/** The columns that a report is made of. */
export const REPORT = 'claim.n, claim.claim, claim.report, document.id, coded.known, coded.source, coded.sketch'
/** The tables of a report beside its claim. */
export const TELLERS = 'CROSS JOIN document ON document.n = claim.document CROSS JOIN coded ON coded.n = claim.document'

/** What a document's reports have in common, in the order of the columns of `coded` from `known` to `sketch`. */
export type Shared = readonly [known: number | null, source: number | null, first: number, claims: number, sketch: Uint8Array | null]

/** A sentence to be indexed, with the number of its claim. */
export type Sentence = readonly [claim: number, text: string]

/** Indexes sentences for search. They come last in a transaction: every other statement that could fail half-way makes FTS5 write out what it has. */
export function indexSentences({ sql }: File, sentences: readonly Sentence[]): void {
  const index = sql('INSERT INTO sentence (rowid, text) VALUES (?, ?)')
  for (const [claim, text] of sentences) index.run(claim, text)
}

/** Adds the claims of a document, as they are after its corrections, and what must be settled for them; its sentences are added to those to be indexed. */
export function addClaims(
  file: File,
  document: number,
  row: DocumentRow,
  corrections: readonly Correction[],
  sentences: Sentence[],
): Shared {
  const { sql, words } = file
  const insert = sql('INSERT INTO claim (n, document, block, key, claim, report) VALUES (?, ?, ?, ?, ?, ?)')
  const fresh = sql('INSERT OR IGNORE INTO unsettled VALUES (?)')
  const first = Number(sql('SELECT coalesce(max(n), 0) + 1 AS n FROM claim').get()!['n'])
  const own = reportsOf(row, corrections)
  const byClaim = new Map(own.map((report) => [report.claim.id, report]))
  // A sentence is indexed for each of its claims: the search finds claims.
  row.claims.forEach((claim, i) => {
    const report = byClaim.get(claim.id)
    const block = report === undefined ? null : blockKey(blockOf(report))
    insert.run(
      first + i,
      document,
      block,
      hashOf(claim.id),
      pack(compactClaim(claim), words),
      report === undefined ? null : packReport(file, report, claim),
    )
    if (report === undefined || block === null) return
    sentences.push([first + i, row.article.text.slice(report.claim.sentence.from, report.claim.sentence.to)])
    fresh.run(first + i)
  })
  const { published, publisher } = row.article
  const sketch = own[0]?.sketch
  return [
    published ? (dayNumber(published.day) ?? null) : null,
    publisher === undefined ? null : words.numberOf(publisher),
    first,
    row.claims.length,
    sketch === undefined || sketch === '' ? null : packSketch(sketch),
  ]
}

/** Marks the claims of a document as replaced; they go when their blocks are settled. */
export function dropClaims({ sql }: File, document: number): void {
  const { first, claims } = sql('SELECT first, claims FROM coded WHERE n = ?').get(document) ?? {}
  if (!claims) return
  const range = [Number(first), Number(first) + Number(claims)] as const
  sql('INSERT OR IGNORE INTO unsettled SELECT n FROM claim WHERE n >= ? AND n < ? AND block IS NOT NULL').run(...range)
  sql('DELETE FROM claim WHERE n >= ? AND n < ? AND block IS NULL').run(...range)
  sql('UPDATE claim SET gone = 1 WHERE n >= ? AND n < ?').run(...range)
}

/** What a report adds to its claim: numbers of words for its parties and its place, its words as steps, and the claim itself where people changed it. */
function packReport({ words }: File, report: Report, coded: ClaimRow): Uint8Array {
  const out = new Writer()
  const word = (value: unknown): void => out.whole(value === undefined ? 0 : words.numberOf(JSON.stringify(value)))
  const list = (items: readonly unknown[]): void => {
    out.whole(items.length)
    items.forEach(word)
  }
  list(report.actors)
  list(report.recipients)
  list(report.others)
  word(report.place)
  out.whole(report.words.length)
  report.words.forEach((it, i) => out.whole(it - (report.words[i - 1] ?? 0)))
  const human = {
    ...(report.claim === coded ? {} : { claim: report.claim }),
    ...(report.merge === undefined ? {} : { merge: report.merge }),
    ...(report.split === undefined ? {} : { split: report.split }),
  }
  if (Object.keys(human).length > 0) out.raw(pack(human, words))
  return out.taken()
}

/** The report of a claim. */
export function toReport({ words }: File, row: Row): Report {
  const from = new Reader(row['report'] as Uint8Array)
  const word = (): unknown => {
    const n = from.whole()
    return n === 0 ? undefined : words.valueOf(n)
  }
  const list = <T>(): T[] => Array.from({ length: from.whole() }, () => word() as T)
  const actors = list<PartyRow>()
  const recipients = list<PartyRow>()
  const others = list<Report['others'][number]>()
  const place = word() as Report['place']
  let last = 0
  const hashes = Array.from({ length: from.whole() }, () => (last += from.whole()))
  const human = from.done ? {} : (unpack(from.rest(), words) as Partial<Pick<Report, 'claim' | 'merge' | 'split'>>)
  const document = String(row['id'])
  return {
    document,
    known: row['known'] === null ? null : dayOf(Number(row['known'])),
    source: row['source'] === null ? document : words.textOf(Number(row['source'])),
    claim: human.claim ?? expandClaim(unpack(row['claim'] as Uint8Array, words) as Record<string, unknown>),
    actors,
    recipients,
    others,
    ...(place === undefined ? {} : { place }),
    words: hashes,
    sketch: row['sketch'] === null ? '' : unpackSketch(row['sketch'] as Uint8Array),
    ...(human.merge === undefined ? {} : { merge: human.merge }),
    ...(human.split === undefined ? {} : { split: human.split }),
  }
}
