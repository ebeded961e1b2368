import type { DocumentRow } from '../../spec/index.js'
import { inForce, readCorrection, type Correction } from '../../story/index.js'
import { Problem } from '../../text/index.js'
import type { Coded } from '../ports.js'
import { chain, type Result } from './chain.js'
import { addClaims, dropClaims, indexSentences, type Sentence, type Shared } from './claims.js'
import { packRow, rowOf } from './documents.js'
import type { File } from './file.js'

/** Writes claims, marker and dirty blocks of a batch; what an older version of the coder gave is replaced. */
export function commit(file: File, batch: readonly Coded[], coder: string): void {
  const { sql, words } = file
  const corrections = byDocument(inForce(corrected(file)))
  const version = words.numberOf(coder)
  const results: Result[] = []
  const sentences: Sentence[] = []
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
      write(file, n, version, text, NOTHING, null)
      results.push({ n, id, text })
    } else {
      const row = packRow(file, coded.row, found['hash'])
      write(file, n, version, null, addClaims(file, n, coded.row, corrections.get(id) ?? [], sentences), row)
      results.push({ n, id, text: JSON.stringify(coded.row) })
    }
  }
  chain(file, results)
  indexSentences(file, sentences)
}

const NOTHING: Shared = [null, null, 0, 0, null]

const write = ({ sql }: File, n: number, coder: number, failure: string | null, shared: Shared, row: Uint8Array | null): void =>
  void sql('INSERT OR REPLACE INTO coded VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(n, coder, failure, ...shared, row)

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
  const sentences: Sentence[] = []
  const shared = addClaims(file, n, row, byDocument(inForce(corrected(file))).get(row.id) ?? [], sentences)
  sql('UPDATE coded SET known = ?, source = ?, first = ?, claims = ?, sketch = ? WHERE n = ?').run(...shared, n)
  indexSentences(file, sentences)
}
