import type { DocumentRow } from '../../spec/index.js'
import { inForce, readCorrection, type Correction } from '../../story/index.js'
import { Problem } from '../../text/index.js'
import type { Coded } from '../ports.js'
import { chain, type Result } from './chain.js'
import { addClaims, dropClaims } from './claims.js'
import { packRow, rowOf } from './documents.js'
import type { File } from './file.js'

/** Writes claims, marker and dirty blocks of a batch; what an older version of the coder gave is replaced. */
export function commit(file: File, batch: readonly Coded[], coder: string): void {
  const { sql, words } = file
  const corrections = byDocument(inForce(corrected(file)))
  const version = words.numberOf(coder)
  const results: Result[] = []
  for (const coded of batch) {
    const { id } = coded
    const found = sql('SELECT n, hash FROM document WHERE id = ?').get(id)
    if (!found)
      throw new Problem({
        reason: 'unknown-document',
        place: id,
        fault: 'was never stored, so nothing that was made of it can be',
        cure: 'store documents before they are coded',
      })
    const n = Number(found['n'])
    dropClaims(file, n)
    if ('failure' in coded) {
      const text = JSON.stringify(coded.failure)
      sql('UPDATE document SET state = 2, coder = ?, failure = ? WHERE n = ?').run(version, text, n)
      sql('DELETE FROM coded WHERE n = ?').run(n)
      results.push({ n, id, text })
    } else {
      sql('UPDATE document SET state = 1, coder = ?, failure = NULL WHERE n = ?').run(version, n)
      sql('INSERT INTO coded VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET row = excluded.row').run(
        n,
        packRow(file, coded.row, found['hash']),
      )
      addClaims(file, n, coded.row, corrections.get(id) ?? [])
      results.push({ n, id, text: JSON.stringify(coded.row) })
    }
  }
  chain(file, results)
}

/** The log of corrections, in its order. */
export const correctionLines = ({ sql }: File): string[] =>
  sql('SELECT line FROM correction ORDER BY n')
    .all()
    .map((it) => String(it['line']))

const corrected = (file: File): Correction[] => correctionLines(file).map((line, i) => readCorrection(line, i + 1))

function byDocument(corrections: readonly Correction[]): Map<string, Correction[]> {
  const found = new Map<string, Correction[]>()
  for (const it of corrections) {
    const there = found.get(it.document)
    if (there) there.push(it)
    else found.set(it.document, [it])
  }
  return found
}

/** Adds a line to the log and derives its document again. A line that is there already changes nothing. */
export function correct(file: File, line: string): void {
  const { sql } = file
  const correction = readCorrection(line, 1)
  if (sql('INSERT INTO correction (id, line) VALUES (?, ?) ON CONFLICT (id) DO NOTHING').run(correction.id, line).changes === 0) return
  const row: DocumentRow | undefined = rowOf(file, correction.document)
  if (!row) return
  const n = Number(sql('SELECT n FROM document WHERE id = ?').get(row.id)!['n'])
  dropClaims(file, n)
  addClaims(file, n, row, byDocument(inForce(corrected(file))).get(row.id) ?? [])
}
