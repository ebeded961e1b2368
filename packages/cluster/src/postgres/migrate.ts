import { readdirSync, readFileSync } from 'node:fs'
import { Problem, sha256 } from 'demarche/text'
import type { Database } from './database.js'

const FOLDER = new URL('../../migrations/postgres/', import.meta.url)
/** One number for all programs that migrate: whoever comes second waits, and then finds the work done. */
const LOCK = 4_477_001

interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The numbered migrations of this version of the program. */
export const migrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      return { version: Number(name.slice(0, 4)), name, sql, checksum: sha256(sql) }
    })

/** Brings a database to the newest schema, in one transaction under an advisory lock. Refuses one of a newer program and one whose migrations are not ours. */
export async function migrate(db: Database, place: string, all: readonly Migration[] = migrations()): Promise<void> {
  await db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await sql.query('CREATE TABLE IF NOT EXISTS schema_migration (version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL)')
    const applied = (await sql.query('SELECT version, name, checksum FROM schema_migration ORDER BY version')) as unknown as Migration[]
    check(applied, all, place)
    for (const { version, name, sql: text, checksum } of all) {
      if (applied.some((it) => it.version === version)) continue
      await sql.query(text)
      await sql.query('INSERT INTO schema_migration VALUES ($1, $2, $3)', [version, name, checksum])
    }
  })
}

/** Checks a database that is opened for reading alone: it must have exactly the schema of this program. */
export async function checkSchema(db: Database, place: string, all: readonly Migration[] = migrations()): Promise<void> {
  const applied = (await db.query('SELECT version, name, checksum FROM schema_migration ORDER BY version')) as unknown as Migration[]
  check(applied, all, place)
  if (applied.length < all.length)
    throw new Problem({
      reason: 'old-schema',
      place,
      fault: `its schema is of version ${applied.length}, this program needs ${all.length}`,
      cure: 'start one `demarche worker` of this version on it, which upgrades it',
    })
}

function check(applied: readonly Pick<Migration, 'version' | 'name' | 'checksum'>[], all: readonly Migration[], place: string): void {
  for (const { version, name, checksum } of applied) {
    const ours = all.find((it) => it.version === version)
    if (!ours)
      throw new Problem({
        reason: 'newer-schema',
        place,
        fault: `it was written by a newer version of demarche (${name})`,
        cure: 'update demarche; a downgrade is not possible',
      })
    if (ours.checksum !== checksum)
      throw new Problem({
        reason: 'changed-schema',
        place,
        fault: `its migration ${name} is not the one of this program`,
        cure: 'use the version of demarche that made it, and export from there',
      })
  }
}
