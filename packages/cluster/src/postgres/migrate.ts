import { type Applied, checkNewest, type Migration, migrationsIn, missingIn } from 'demarche/store'
import type { Database } from './database.js'

const FOLDER = new URL('../../migrations/postgres/', import.meta.url)
/** One number for all programs that migrate: whoever comes second waits, and then finds the work done. */
const LOCK = 4_477_001
const APPLIED = 'SELECT version, name, checksum FROM schema_migration ORDER BY version'

/** The numbered migrations of this version of the program. */
export const migrations = (): Migration[] => migrationsIn(FOLDER)

/** Brings a database to the newest schema, in one transaction under an advisory lock. Refuses one of a newer program and one whose migrations are not ours. */
export async function migrate(db: Database, place: string, all: readonly Migration[] = migrations()): Promise<void> {
  await db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await sql.query('CREATE TABLE IF NOT EXISTS schema_migration (version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL)')
    const applied = (await sql.query(APPLIED)) as unknown as Applied[]
    for (const { version, name, sql: text, checksum } of missingIn(applied, all, place)) {
      await sql.query(text)
      await sql.query('INSERT INTO schema_migration VALUES ($1, $2, $3)', [version, name, checksum])
    }
  })
}

/** Checks a database that is opened for reading alone: it must have exactly the schema of this program. */
export async function checkSchema(db: Database, place: string, all: readonly Migration[] = migrations()): Promise<void> {
  const applied = (await db.query(APPLIED)) as unknown as Applied[]
  checkNewest(applied, all, place, 'start one `demarche worker` of this version on it, which upgrades it')
}
