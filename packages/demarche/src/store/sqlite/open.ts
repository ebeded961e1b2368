import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { Problem } from '../../text/index.js'
import { checkNewest, type Migration } from '../migrations.js'
import { appliedIn, migrate, migrations } from './migrate.js'

/** Before 3.51.3 a WAL database could be damaged by a checkpoint that raced a reset. */
const OLDEST = [3, 51, 3] as const

/** The migrations of a kind of database, and who upgrades one that is old. */
export interface Schema {
  readonly all: readonly Migration[]
  readonly upgrade: string
}

const ledger = (): Schema => ({
  all: migrations(),
  upgrade: 'run `demarche ingest` or `demarche recode` on it once, which upgrades it',
})

/** Opens (and makes, when writing) a database: a ledger, or one of another schema. Throws a `Problem` when it cannot be opened, is locked, damaged, or of another version. */
export function openDatabase(path: string, access: 'read' | 'write', { all, upgrade }: Schema = ledger()): DatabaseSyncInstance {
  try {
    const db = new DatabaseSync(path, { readOnly: access === 'read', timeout: 5000 })
    checkVersion(db)
    // Not through the system's memory (mmap): where a file is cut short while a question runs, that ends the process by SIGBUS instead of an error.
    db.exec('PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -65536')
    if (access === 'read') {
      // Up to 256 MiB of pages, as far as questions read them: at a million events a question on a pair takes .8 of the CPU time that it takes with 64.
      db.exec('PRAGMA cache_size = -262144')
      checkNewest(appliedIn(db), all, path, upgrade)
      return db
    }
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000')
    migrate(db, path, all)
    return db
  } catch (error) {
    throw asProblem(error, path, access)
  }
}

/** The version of SQLite that this program carries. */
export function sqliteVersion(): string {
  const db = new DatabaseSync(':memory:')
  try {
    return versionOf(db)
  } finally {
    db.close()
  }
}

const versionOf = (db: DatabaseSyncInstance): string => String(db.prepare('SELECT sqlite_version() AS version').get()?.['version'])

function checkVersion(db: DatabaseSyncInstance): void {
  const version = versionOf(db)
  const parts = version.split('.').map(Number)
  const older = OLDEST.findIndex((least, i) => (parts[i] ?? 0) !== least)
  if (older >= 0 && (parts[older] ?? 0) < OLDEST[older]!)
    throw new Problem({
      reason: 'old-sqlite',
      place: 'SQLite',
      fault: `version ${version} can damage a database`,
      cure: `install @photostructure/sqlite with SQLite ${OLDEST.join('.')} or newer`,
    })
}

/** What went wrong with a database, in words and with a cure; problems pass as they are. */
export function asProblem(error: unknown, path: string, access: 'read' | 'write'): unknown {
  if (!(error instanceof Error) || error.name === 'Problem') return error
  const make = (reason: string, fault: string, cure: string): Problem => new Problem({ reason, place: path, fault, cure }, { cause: error })
  const text = error.message
  if (/locked|busy/i.test(text)) return make('locked-store', 'another process is writing to it', 'wait until it has finished, or stop it')
  if (/malformed|not a database|corrupt/i.test(text))
    return make(
      'damaged-store',
      `it is no sound database (${text})`,
      'restore a backup, or rebuild it from the raw documents with `demarche rebuild`',
    )
  if (/readonly|read-only|permission/i.test(text))
    return make('read-only-store', 'it cannot be written to', 'check the rights on the file and its folder')
  if (/full/i.test(text))
    return make('full-disk', 'the disk is full; nothing that was acknowledged is lost', 'make room and run the same command again')
  if (/unable to open|cannot open|no such file/i.test(text))
    return make(
      'no-store',
      access === 'read' ? 'there is no such database' : 'it cannot be made there',
      access === 'read' ? 'run `demarche ingest` first, or name another with --db' : 'name a folder that exists and may be written to',
    )
  if (/sqlite/i.test(`${(error as { code?: unknown }).code ?? ''} ${text}`))
    return make('unusable-store', text, 'run `demarche verify` on it; restore a backup if it is damaged')
  return error
}
