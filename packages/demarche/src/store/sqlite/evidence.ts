import { each } from './each.js'
import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import type { EventRow } from '../../spec/index.js'
import { unpack } from '../pack/index.js'
import type { Evidence } from '../verify.js'
import { ARTICLE, BODY } from './bodies.js'
import { batchText, packedDigest, wordsDigest } from './chain.js'
import { REPORT, TELLERS, toReport } from './claims.js'
import { hex, ROW, ROWS, unpackRow } from './documents.js'
import { columnsOf, EVENT, EVENTS, OTHER, sidesIn, toEvent } from './events.js'
import type { File, Row } from './file.js'

/** What SQLite itself finds wrong with the file. */
export const damage = (db: DatabaseSync): string[] =>
  db
    .prepare('PRAGMA integrity_check')
    .all()
    .map((it) => String(it['integrity_check']))
    .filter((it) => it !== 'ok')
    .map((it) => `database: ${it}`)

/** The embedded store, laid open for checking. What cannot be unpacked is not what was committed. */
export function evidenceOf(file: File): Evidence {
  const { db, sql, words } = file
  const rows = (text: string): Iterable<Row> => each(db, text)
  const sound = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch {
      return undefined
    }
  }
  return {
    unsettled: () => Number(sql('SELECT (SELECT count(*) FROM unsettled) + (SELECT count(*) FROM dirty_relation) AS n').get()?.['n']),
    *documents() {
      for (const row of rows(`SELECT id, hash, ${ARTICLE} FROM document CROSS JOIN ${BODY} ORDER BY document.n`))
        yield { id: String(row['id']), hash: hex(row['hash']), text: sound(() => file.bodies.text(row)) ?? null }
    },
    *batches() {
      let from = 0
      for (const { n, previous, digest, documents, words } of rows('SELECT * FROM batch ORDER BY n')) {
        const to = words === null ? undefined : Number(words)
        yield {
          n: Number(n),
          previous: hex(previous),
          digest: hex(digest),
          documents: sound(() => batchText(file, documents)) ?? '[]',
          ...(to === undefined ? {} : { words: sound(() => wordsDigest(file, from, to)) ?? '' }),
        }
        from = to ?? from
      }
    },
    *results() {
      const claims = 'SELECT claim FROM claim WHERE n >= ? AND n < ? ORDER BY n'
      for (const found of rows(`SELECT ${ROW}, hash, failure FROM ${ROWS}`)) {
        const { id, hash, row, first, claims: count } = found
        const result = (row === null ? String(found['failure']) : sound(() => JSON.stringify(unpackRow(file, found)))) ?? null
        if (row === null) yield { id: String(id), result }
        else {
          const own = sql(claims).all(Number(first), Number(first) + Number(count))
          yield {
            id: String(id),
            result,
            packed: packedDigest(
              hash,
              row as Uint8Array,
              own.map(({ claim }) => claim as Uint8Array),
            ),
          }
        }
      }
    },
    *events() {
      for (const row of rows(
        `SELECT ${EVENT}, event.key, event.first, event.last, event.type, event.status, event.historical, event.place, event.country, event.known AS early FROM ${EVENTS}`,
      )) {
        const event = sound(() => found(file, row))
        yield { id: event?.id ?? `number ${Number(row['event'])}`, row: JSON.stringify(event ?? null) }
      }
    },
    *blocks() {
      const reports = `SELECT ${REPORT} FROM block_claim CROSS JOIN claim ON claim.n = block_claim.claim ${TELLERS} WHERE block_claim.block = ? AND claim.gone = 0`
      for (const { block } of rows('SELECT DISTINCT block FROM block_claim')) {
        const found = sound(() => (sql(reports).all(Number(block)) as Row[]).map((row) => toReport(file, row)))
        if (found && found.length > 0) yield found
      }
    },
    *entries() {
      for (const { n, row } of rows('SELECT n, row FROM entry ORDER BY n'))
        yield { n: Number(n), row: JSON.stringify(sound(() => unpack(row as Uint8Array, words)) ?? null) }
    },
  }
}

/** An event; one that is not found by all that it holds says so. */
function found(file: File, row: Row): EventRow & { misplaced?: true } {
  const event = toEvent(file, row) as EventRow
  const { sql, words } = file
  // A reader numbers no words: one that is missing here was never written, and what is looked for is not there.
  const known = { ...words, numberOf: (text: string): number => words.find(text) ?? -1 }
  const columns = ['key', 'first', 'last', 'early', 'told', 'type', 'status', 'historical', 'place', 'country'].map((it) => row[it])
  const parties = [
    ...sidesIn({ actors: event.actors, recipients: event.recipients, others: event.others, place: event.where }, known.numberOf),
  ].every(
    ([party, sides]) =>
      sides === OTHER ||
      sql('SELECT sides FROM event_party WHERE party = ? AND first = ? AND key = ? AND event = ?').get(
        party,
        Number(row['first']),
        Number(row['key']),
        Number(row['event']),
      )?.['sides'] === sides,
  )
  return !parties || columnsOf(event, known).some((it, i) => it !== columns[i]) ? { ...event, misplaced: true } : event
}
