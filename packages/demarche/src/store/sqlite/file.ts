import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import type { Effects } from '../../ledger/index.js'
import { Texts } from '../pack/index.js'
import { Bodies } from './bodies.js'
import { Pending } from './pending.js'
import { statements, type Statements } from './statements.js'
import { wordTable, type WordTable } from './words.js'

/** An open database with what all its parts share. */
export interface File {
  readonly db: DatabaseSync
  readonly sql: Statements
  readonly words: WordTable
  /** Whether somebody else has written since it was asked last; undefined the first time. */
  readonly watch: () => boolean | undefined
  readonly effects: Effects
  readonly bodies: Bodies
  /** JSON of what comes again. */
  readonly texts: Texts
  /** What this process wrote and did not settle yet. */
  readonly pending: Pending
  /** Numbers of the packed parties that this process wrote to the table of parties. */
  readonly parties: Set<number>
}

export function fileOf(db: DatabaseSync, effects: Effects): File {
  const sql = statements(db)
  return {
    db,
    sql,
    words: wordTable(sql),
    watch: watchOf(sql),
    effects,
    bodies: new Bodies(),
    texts: new Texts(),
    pending: new Pending(),
    parties: new Set(),
  }
}

function watchOf(sql: Statements): () => boolean | undefined {
  let last: unknown
  return () => {
    const version = sql('PRAGMA data_version').get()?.['data_version']
    const changed = last === undefined ? undefined : version !== last
    last = version
    return changed
  }
}

/** Runs work in one immediate transaction; anything thrown undoes all of it. */
export function transaction<T>({ db, words, texts, watch, pending, parties }: File, work: () => T): T {
  const { length } = pending
  db.exec('BEGIN IMMEDIATE')
  try {
    const others = watch()
    if (others === undefined) words.own()
    else if (others) words.share()
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    words.forget()
    texts.forget()
    parties.clear()
    pending.cut(length)
    throw error
  }
}

export type Row = Record<string, unknown>
export const optional = <T>(row: unknown, to: (row: Row) => T): T | undefined => (row === undefined ? undefined : to(row as Row))
