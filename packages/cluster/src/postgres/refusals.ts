import type { FailureRow } from 'demarche/spec'
import { storable } from './copy.js'
import type { Database, Row } from './database.js'

/** Keeps why inputs failed; the newest failure of an input stands. */
export async function refuse(db: Database, failures: readonly FailureRow[]): Promise<void> {
  const newest = new Map(failures.map((it) => [it.id, it]))
  if (newest.size === 0) return
  const all = [...newest.values()]
  await db.query(
    `INSERT INTO refusal SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[])
     ON CONFLICT (id) DO UPDATE SET failure = excluded.failure`,
    [
      all.map(({ id }) => storable(id)),
      all.map(({ input }) => storable(input.path)),
      all.map(({ input }) => input.item ?? null),
      all.map(({ failure }) => JSON.stringify(failure)),
    ],
  )
}

export const REFUSALS = 'SELECT id, path, item, failure FROM refusal ORDER BY id'

export const toRefusal = ({ id, path, item, failure }: Row): FailureRow => ({
  schema: 1,
  id: String(id),
  input: { path: String(path), ...(item === null ? {} : { item: Number(item) }) },
  failure: JSON.parse(String(failure)) as FailureRow['failure'],
})

/** Forgets failures of inputs and lets refused documents wait again. Returns how many there were. */
export function release(db: Database, ids: readonly string[]): Promise<number> {
  return db.transaction(async (sql) => {
    const forgotten = await sql.query('DELETE FROM refusal WHERE id = ANY($1) RETURNING id', [ids])
    const again = await sql.query(
      "UPDATE document SET state = 'waiting', coder = NULL, failure = NULL WHERE id = ANY($1) AND state = 'refused' RETURNING id",
      [ids],
    )
    return forgotten.length + again.length
  })
}
