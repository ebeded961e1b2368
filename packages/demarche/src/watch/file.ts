import { writeFileSync } from 'node:fs'
import { migrationsIn, openDatabase } from '../store/index.js'
import { Problem } from '../text/index.js'
import { outbox, type Outbox } from './outbox.js'
import type { Filters, NewWatch, Watch } from './watch.js'

const FOLDER = new URL('../../migrations/watches/', import.meta.url)

/** The file of watches, beside a ledger. It holds secrets: the ledger, its backups and its exports hold none of it. */
export interface Watches extends Outbox {
  /** Throws a `Problem` where there is one of that name. */
  add(watch: NewWatch): void
  list(): Watch[]
  get(name: string): Watch | undefined
  /** Forgets a watch with all that waits and its log. Returns whether there was one. */
  remove(name: string): boolean
  close(): void
}

/** Opens (and makes, when writing, for its owner alone) a file of watches. Close it when done. Throws a `Problem` when it cannot be opened. */
export function openWatches(path: string, access: 'read' | 'write'): Watches {
  if (access === 'write') makeFor(path)
  const db = openDatabase(path, access, { all: migrationsIn(FOLDER), upgrade: 'run `demarche watch deliver` once, which upgrades it' })
  const one = (name: string): Watch | undefined => {
    const row = db.prepare('SELECT * FROM watch WHERE name = ?').get(name)
    return row === undefined ? undefined : toWatch(row)
  }
  return {
    ...outbox(db),
    add({ name, filters, address, secret, allowPrivate, all }) {
      if (one(name))
        throw new Problem({
          reason: 'taken-name',
          place: `watch “${name}”`,
          fault: 'there is one of that name',
          cure: 'choose another name, or remove it first with `demarche watch remove`',
        })
      db.prepare('INSERT INTO watch (name, filters, address, secret, private, ready) VALUES (?, ?, ?, ?, ?, ?)').run(
        name,
        JSON.stringify(filters),
        address ?? null,
        secret,
        allowPrivate ? 1 : 0,
        all ? 1 : 0,
      )
    },
    list: () => db.prepare('SELECT * FROM watch ORDER BY name').all().map(toWatch),
    get: one,
    remove: (name) => Number(db.prepare('DELETE FROM watch WHERE name = ?').run(name).changes) > 0,
    close: () => db.close(),
  }
}

/** An empty file that its owner alone can read; one that is there is left as it is. What cannot be made, the database says. */
function makeFor(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 })
  } catch {
    // It is there, or the folder is not.
  }
}

const toWatch = (row: Readonly<Record<string, unknown>>): Watch => ({
  n: Number(row['n']),
  name: String(row['name']),
  filters: JSON.parse(String(row['filters'])) as Filters,
  ...(row['address'] === null ? {} : { address: String(row['address']) }),
  secret: String(row['secret']),
  allowPrivate: row['private'] === 1,
})
