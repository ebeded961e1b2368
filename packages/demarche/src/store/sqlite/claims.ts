import type { ClaimRow, DocumentRow, PartyRow } from '../../spec/index.js'
import { blockOf, reportsOf, type Correction, type Report } from '../../story/index.js'
import { dayNumber, dayOf, pack, Reader, unpack, Writer } from '../pack/index.js'
import type { File, Row } from './file.js'
import { hashOf } from './words.js'

/** The columns that a report is made of. */
export const REPORT = 'claim.n, claim.claim, claim.report, document.id, document.known, document.source, document.sketch'

/** Adds the claims of a document, as they are after its corrections, and what must be settled for them. Returns the number of the first. */
export function addClaims(file: File, document: number, row: DocumentRow, corrections: readonly Correction[]): number {
  const { sql, words } = file
  const insert = sql('INSERT INTO claim (n, document, block, key, claim, report) VALUES (?, ?, ?, ?, ?, ?)')
  const index = sql('INSERT INTO sentence (rowid, text) VALUES (?, ?)')
  const dirty = sql('INSERT OR IGNORE INTO dirty_block VALUES (?)')
  const first = Number(sql('SELECT coalesce(max(n), 0) + 1 AS n FROM claim').get()!['n'])
  const own = reportsOf(row, corrections)
  const byClaim = new Map(own.map((report) => [report.claim.id, report]))
  // A sentence is indexed for each of its claims: the search finds claims.
  row.claims.forEach((claim, i) => {
    const report = byClaim.get(claim.id)
    const block = report === undefined ? null : blockNumber(file, blockOf(report))
    insert.run(
      first + i,
      document,
      block,
      hashOf(claim.id),
      pack(claim, words),
      report === undefined ? null : packReport(file, report, claim),
    )
    if (report === undefined || block === null) return
    index.run(first + i, row.article.text.slice(report.claim.sentence.from, report.claim.sentence.to))
    dirty.run(block)
  })
  const { published, publisher } = row.article
  sql('UPDATE document SET known = ?, source = ?, first = ?, claims = ?, sketch = ? WHERE n = ?').run(
    published ? (dayNumber(published.day) ?? null) : null,
    publisher === undefined ? null : words.numberOf(publisher),
    first,
    row.claims.length,
    own[0] === undefined || own[0].sketch === '' ? null : Buffer.from(own[0].sketch, 'hex'),
    document,
  )
  return first
}

/** Marks the claims of a document as replaced; they go when their blocks are settled. */
export function dropClaims({ sql }: File, document: number): void {
  const { first, claims } = sql('SELECT first, claims FROM document WHERE n = ?').get(document) ?? {}
  if (!claims) return
  const range = [Number(first), Number(first) + Number(claims)] as const
  sql('INSERT OR IGNORE INTO dirty_block SELECT DISTINCT block FROM claim WHERE n >= ? AND n < ? AND block IS NOT NULL').run(...range)
  sql('DELETE FROM claim WHERE n >= ? AND n < ? AND block IS NULL').run(...range)
  sql('UPDATE claim SET gone = 1 WHERE n >= ? AND n < ?').run(...range)
  sql('UPDATE document SET claims = 0 WHERE n = ?').run(document)
}

function blockNumber({ sql }: File, name: string): number {
  const stored = JSON.stringify(name)
  const hash = hashOf(stored)
  const there = sql('SELECT n FROM block WHERE hash = ? AND name = ?').get(hash, stored)
  return Number(there?.['n'] ?? sql('INSERT INTO block (name, hash) VALUES (?, ?)').run(stored, hash).lastInsertRowid)
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
    claim: human.claim ?? (unpack(row['claim'] as Uint8Array, words) as ClaimRow),
    actors,
    recipients,
    others,
    ...(place === undefined ? {} : { place }),
    words: hashes,
    sketch: row['sketch'] === null ? '' : Buffer.from(row['sketch'] as Uint8Array).toString('hex'),
    ...(human.merge === undefined ? {} : { merge: human.merge }),
    ...(human.split === undefined ? {} : { split: human.split }),
  }
}
