import { each } from './each.js'
import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import type { FailureRow } from '../../spec/index.js'

/** Keeps why inputs failed; the newest failure of an input stands. */
export function refuse(db: DatabaseSync, failures: readonly FailureRow[]): void {
  const insert = db.prepare(
    'INSERT INTO refusal (id, path, item, failure) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET failure = excluded.failure',
  )
  for (const { id, input, failure } of failures) insert.run(id, input.path, input.item ?? null, JSON.stringify(failure))
}

export function* refusals(db: DatabaseSync): Generator<FailureRow> {
  for (const row of each(db, 'SELECT id, path, item, failure FROM refusal ORDER BY id')) {
    const { id, path, item, failure } = row as { id: string; path: string; item: number | null; failure: string }
    yield { schema: 1, id, input: { path, ...(item === null ? {} : { item }) }, failure: JSON.parse(failure) as FailureRow['failure'] }
  }
}

/** Forgets failures of inputs and lets refused documents wait again. Returns how many there were. */
export function release(db: DatabaseSync, ids: readonly string[]): number {
  const forget = db.prepare('DELETE FROM refusal WHERE id = ?')
  const fewer = db.prepare(
    'UPDATE coder SET documents = documents - 1 WHERE coder = (SELECT coder FROM coded WHERE failure IS NOT NULL AND n = (SELECT n FROM document WHERE id = ?))',
  )
  const again = db.prepare('DELETE FROM coded WHERE failure IS NOT NULL AND n = (SELECT n FROM document WHERE id = ?)')
  let released = 0
  for (const id of ids) {
    fewer.run(id)
    released += Number(forget.run(id).changes) + Number(again.run(id).changes)
  }
  return released
}
