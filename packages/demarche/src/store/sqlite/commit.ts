import type { DocumentRow } from '../../spec/index.js'
import { inForce, readCorrection, type Correction } from '../../story/index.js'
import { Problem } from '../../text/index.js'
import type { Coded } from '../ports.js'
import { chain, failureDigest, packedDigest, type Result } from './chain.js'
import { addClaims, dropClaims, NewRows, packedOf, type Shared } from './claims.js'
import { packRow, rowOf } from './documents.js'
import type { File, Row } from './file.js'

/** Writes claims, marker and dirty blocks of a batch; what an older version of the coder gave is replaced. */
export function commit(file: File, batch: readonly Coded[], coder: string): void {
  const { sql, words } = file
  const corrections = byDocument(inForce(corrected(file)))
  const version = words.numberOf(coder)
  sql('INSERT INTO coder VALUES (?, ?) ON CONFLICT (coder) DO UPDATE SET documents = documents + excluded.documents').run(
    version,
    batch.length,
  )
  const results: Result[] = []
  const rows = new NewRows(file)
  const seen = new Set<string>()
  const stored = storedOf(file, batch)
  for (const coded of batch) {
    const { id } = coded
    // A document that comes twice replaces what it gave the first time.
    const again = seen.has(id)
    if (again) rows.write(file)
    seen.add(id)
    const found = again ? sql(`${FIND} WHERE id = ?`).get(id) : stored.get(id)
    if (!found)
      throw new Problem({
        reason: 'unknown-document',
        place: id,
        fault: 'was never stored, so nothing that was made of it can be',
        cure: 'store documents before they are coded',
      })
    const n = Number(found['n'])
    if (found['coder'] !== null) sql('UPDATE coder SET documents = documents - 1 WHERE coder = ?').run(Number(found['coder']))
    if (found['claims']) dropClaims(file, Number(found['first']), Number(found['claims']))
    if ('failure' in coded) {
      const text = JSON.stringify(coded.failure)
      rows.coded.push([n, version, text, ...NOTHING, null])
      results.push({ n, id, digest: failureDigest(text) })
    } else {
      const { hash } = found
      const row = packRow(file, coded.row, hash)
      const from = rows.claims.length
      const shared = addClaims(file, n, coded.row, corrections.get(id) ?? [], rows)
      rows.coded.push([n, version, null, ...shared, row])
      results.push({ n, id, digest: packedDigest(hash, row, rows.claims.slice(from).map(packedOf)) })
    }
  }
  chain(file, results)
  rows.write(file)
}

const FIND = 'SELECT id, document.n, hash, coder, first, claims FROM document LEFT JOIN coded ON coded.n = document.n'

/** How the documents of a batch stand, by id: asked for at once, for each question costs more than its answer. */
function storedOf({ sql }: File, batch: readonly Coded[]): Map<string, Row> {
  const all = sql(`${FIND} WHERE id IN (SELECT value FROM json_each(?))`).all(JSON.stringify(batch.map(({ id }) => id)))
  return new Map(all.map((row) => [String(row['id']), row]))
}

const NOTHING: Shared = [null, null, 0, 0, null]

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
  const { n, first, claims } = sql(`${FIND} WHERE id = ?`).get(row.id)!
  if (claims) dropClaims(file, Number(first), Number(claims))
  const rows = new NewRows(file)
  const shared = addClaims(file, Number(n), row, byDocument(inForce(corrected(file))).get(row.id) ?? [], rows)
  sql('UPDATE coded SET known = ?, source = ?, first = ?, claims = ?, sketch = ? WHERE n = ?').run(...shared, Number(n))
  rows.write(file)
}
