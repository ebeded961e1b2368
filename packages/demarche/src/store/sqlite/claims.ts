import type { ClaimRow, DocumentRow, PartyRow } from '../../spec/index.js'
import { blockOf, reportsOf, type Correction, type Report } from '../../story/index.js'
import { compactClaim, dayNumber, dayOf, expandClaim, pack, Reader, unpack, Writer } from '../pack/index.js'
import type { File, Row } from './file.js'
import { type Cell, insertRows } from './rows.js'
import { packSketch, unpackSketch } from './sketch.js'
import { blockKey } from './words.js'

/** The columns that a report is made of. */
export const REPORT = 'claim.n, claim.claim, claim.report, document.id, coded.known, coded.source, coded.sketch'
/** The tables of a report beside its claim. */
export const TELLERS = 'CROSS JOIN document ON document.n = claim.document CROSS JOIN coded ON coded.n = claim.document'

/** What a document's reports have in common, in the order of the columns of `coded` from `known` to `sketch`. */
export type Shared = readonly [known: number | null, source: number | null, first: number, claims: number, sketch: Uint8Array | null]

/** Rows that a transaction adds. */
export class NewRows {
  readonly claims: Cell[][] = []
  readonly unsettled: Cell[][] = []
  readonly sentences: Cell[][] = []
  readonly coded: Cell[][] = []
  /** Number of the next claim. */
  next: number

  constructor({ sql }: File) {
    this.next = Number(sql('SELECT coalesce(max(n), 0) + 1 AS n FROM claim').get()!['n'])
  }

  /** Sentences come last: every other statement that could fail half-way makes FTS5 write out what it has. */
  write({ sql }: File): void {
    insertRows(sql, 'INSERT INTO claim (n, document, block, claim, report)', this.claims)
    insertRows(sql, 'INSERT INTO unsettled', this.unsettled)
    insertRows(sql, 'INSERT OR REPLACE INTO coded', this.coded)
    insertRows(sql, 'INSERT INTO sentence (rowid, text)', this.sentences)
    for (const rows of [this.claims, this.unsettled, this.sentences, this.coded]) rows.length = 0
  }
}

/** The packed claim of a new row of `claim`. */
export const packedOf = (row: readonly Cell[]): Uint8Array => row[3] as Uint8Array

/** Adds the claims of a document, as they are after its corrections, and what must be settled for them. */
export function addClaims(file: File, document: number, row: DocumentRow, corrections: readonly Correction[], rows: NewRows): Shared {
  const { words, texts, pending } = file
  const first = rows.next
  const own = reportsOf(row, corrections)
  const { text, published, publisher } = row.article
  let at = 0
  for (const claim of row.claims) {
    const n = rows.next++
    // Reports stand in the order of their claims; some claims have none.
    const report = own[at]?.claim.id === claim.id ? own[at++] : undefined
    const block = report === undefined ? null : blockKey(blockOf(report))
    const packed = pack(compactClaim(claim, texts), words)
    rows.claims.push([n, document, block, packed, report === undefined ? null : packReport(file, report, claim)])
    if (report === undefined) continue
    // A sentence is indexed for each of its claims: the search finds claims.
    rows.sentences.push([n, text.slice(report.claim.sentence.from, report.claim.sentence.to)])
    rows.unsettled.push([n])
    pending.add(n, report, block!, file)
  }
  const sketch = own[0]?.sketch
  return [
    published ? (dayNumber(published.day) ?? null) : null,
    publisher === undefined ? null : words.numberOf(publisher),
    first,
    row.claims.length,
    sketch === undefined || sketch === '' ? null : packSketch(sketch),
  ]
}

/** Marks so many claims from the first one on as replaced; they go when their blocks are settled. */
export function dropClaims({ sql }: File, first: number, claims: number): void {
  const range = [first, first + claims] as const
  sql('INSERT OR IGNORE INTO unsettled SELECT n FROM claim WHERE n >= ? AND n < ? AND block IS NOT NULL').run(...range)
  sql('DELETE FROM claim WHERE n >= ? AND n < ? AND block IS NULL').run(...range)
  sql('UPDATE claim SET gone = 1 WHERE n >= ? AND n < ?').run(...range)
}

/** What a report adds to its claim: numbers of words for its parties and its place, its words as steps, and the claim itself where people changed it. */
function packReport(file: File, report: Report, coded: ClaimRow): Uint8Array {
  const { words, texts } = file
  const out = new Writer()
  const word = (value: Named): void => {
    const { number, id } = texts.numbered(value, value.id ?? `place:${value.name}`, words)
    out.whole(number)
    addParty(file, number, id, value)
  }
  const list = (items: readonly Named[]): void => {
    out.whole(items.length)
    items.forEach(word)
  }
  list(report.actors)
  list(report.recipients)
  list(report.others)
  if (report.place === undefined) out.whole(0)
  else word(report.place)
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

/** What has a name: a party, who takes part otherwise, a place. */
type Named = Omit<PartyRow, 'id'> & { readonly id?: string }

/** Names a party that this process has not named so yet. Of several names the first by code unit stands, so that the order of input changes nothing. */
function addParty({ sql, parties }: File, n: number, id: number, { name, country, sector }: Named): void {
  if (parties.has(n)) return
  parties.add(n)
  sql(
    `INSERT INTO party VALUES (?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET name = excluded.name, country = excluded.country, sector = excluded.sector
      WHERE (excluded.name, coalesce(excluded.country, '~'), coalesce(excluded.sector, '~')) < (name, coalesce(country, '~'), coalesce(sector, '~'))`,
  ).run(id, JSON.stringify(name), country ?? null, sector ?? null)
}

const ONE = `SELECT ${REPORT} FROM claim ${TELLERS} WHERE claim.n = ?`

/** The reports of claims, by number. */
export function* reportsAt(file: File, claims: readonly number[]): Generator<[number, Report]> {
  const one = file.sql(ONE)
  for (const n of claims) {
    const row = one.get(n) as Row | undefined
    if (row) yield [n, toReport(file, row)]
  }
}

/** The report of a claim. */
export function toReport({ words, texts }: File, row: Row): Report {
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
    claim: human.claim ?? expandClaim(unpack(row['claim'] as Uint8Array, words) as Record<string, unknown>, texts),
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
