import { readdirSync, readFileSync } from 'node:fs'
import { byCodeUnit, Problem, sha256 } from '../text/index.js'

/** A numbered step from one schema to the next. It is applied once, and never changed after a release. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The numbered migrations of a folder, in their order: files named as `0001-ledger.sql`. */
export const migrationsIn = (folder: URL): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .toSorted(byCodeUnit)
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { version: Number(name.slice(0, 4)), name, sql, checksum: sha256(sql) }
    })

/** What a database says of a migration that was applied to it. */
export type Applied = Pick<Migration, 'version' | 'name' | 'checksum'>

/**
 * The migrations that a database still needs. Refuses, as a `Problem`, a database of a newer program and one whose applied migrations are not those of this program.
 */
export function missingIn(applied: readonly Applied[], all: readonly Migration[], place: string): Migration[] {
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
  return all.filter(({ version }) => !applied.some((it) => it.version === version))
}

/** Checks a database that is opened for reading alone: it must have exactly the schema of this program. `cure` says who upgrades it. */
export function checkNewest(applied: readonly Applied[], all: readonly Migration[], place: string, cure: string): void {
  if (missingIn(applied, all, place).length > 0)
    throw new Problem({
      reason: 'old-schema',
      place,
      fault: `its schema is of version ${applied.length}, this program needs ${all.length}`,
      cure,
    })
}
