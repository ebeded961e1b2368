import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'

type Statement = ReturnType<DatabaseSync['prepare']>
/** A prepared statement. Not for iterating: one that is asked again while it is being read would start anew. */
export type Statements = (sql: string) => Statement

/** Prepares each statement once; of those whose text varies too much, anew. */
export function statements(db: DatabaseSync): Statements {
  const prepared = new Map<string, Statement>()
  return (sql) => {
    const there = prepared.get(sql)
    if (there) return there
    if (prepared.size > 300) prepared.clear()
    const made = db.prepare(sql)
    prepared.set(sql, made)
    return made
  }
}
