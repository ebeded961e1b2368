import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import { type Applied, type Migration, migrationsIn, missingIn } from '../migrations.js'

const FOLDER = new URL('../../../migrations/sqlite/', import.meta.url)

/** The numbered migrations of this version of the program. */
export const migrations = (): Migration[] => migrationsIn(FOLDER)

/**
 * Brings a database to the newest schema, all in one exclusive transaction. Refuses, as a `Problem`, a database of a newer program and one whose
 * applied migrations are not those of this program.
 */
export function migrate(db: DatabaseSync, place: string, all: readonly Migration[] = migrations()): void {
  db.exec('BEGIN EXCLUSIVE')
  try {
    db.exec('CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT')
    for (const { version, name, sql, checksum } of missingIn(appliedIn(db), all, place)) {
      db.exec(sql)
      db.prepare('INSERT INTO schema_migration VALUES (?, ?, ?)').run(version, name, checksum)
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** The migrations that were applied to a database. */
export function appliedIn(db: DatabaseSync): Applied[] {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'").get()
  return there === undefined
    ? []
    : (db.prepare('SELECT version, name, checksum FROM schema_migration ORDER BY version').all() as unknown as Applied[])
}
