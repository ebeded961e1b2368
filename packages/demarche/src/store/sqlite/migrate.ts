import { readdirSync, readFileSync } from 'node:fs'
import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import { byCodeUnit, Problem, sha256 } from '../../text/index.js'

const FOLDER = new URL('../../../migrations/sqlite/', import.meta.url)

interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The numbered migrations of this version of the program. */
export function migrations(folder: URL = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .toSorted(byCodeUnit)
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { version: Number(name.slice(0, 4)), name, sql, checksum: sha256(sql) }
    })
}

/**
 * Brings a database to the newest schema, all in one exclusive transaction. Refuses, as a `Problem`, a database of a newer program and one whose
 * applied migrations are not those of this program.
 */
export function migrate(db: DatabaseSync, place: string, all: readonly Migration[] = migrations()): void {
  db.exec('BEGIN EXCLUSIVE')
  try {
    db.exec('CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT')
    const applied = appliedIn(db)
    check(applied, all, place)
    for (const { version, name, sql, checksum } of all) {
      if (applied.some((it) => it.version === version)) continue
      db.exec(sql)
      db.prepare('INSERT INTO schema_migration VALUES (?, ?, ?)').run(version, name, checksum)
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** Checks a database that is opened for reading alone: it must have exactly the schema of this program. */
export function checkSchema(db: DatabaseSync, place: string, all: readonly Migration[] = migrations()): void {
  const applied = appliedIn(db)
  check(applied, all, place)
  if (applied.length < all.length)
    throw new Problem({
      reason: 'old-schema',
      place,
      fault: `its schema is of version ${applied.length}, this program needs ${all.length}`,
      cure: 'run `demarche ingest` or `demarche recode` on it once, which upgrades it',
    })
}

interface Applied {
  readonly version: number
  readonly name: string
  readonly checksum: string
}

function appliedIn(db: DatabaseSync): Applied[] {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'").get()
  return there === undefined
    ? []
    : (db.prepare('SELECT version, name, checksum FROM schema_migration ORDER BY version').all() as unknown as Applied[])
}

function check(applied: readonly Applied[], all: readonly Migration[], place: string): void {
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
