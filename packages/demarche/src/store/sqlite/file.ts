import type { DatabaseSyncInstance as DatabaseSync } from '@photostructure/sqlite'
import type { Effects } from '../../ledger/index.js'
import { statements, type Statements } from './statements.js'
import { wordTable, type WordTable } from './words.js'

/** An open database with what all its parts share. */
export interface File {
  readonly db: DatabaseSync
  readonly sql: Statements
  readonly words: WordTable
  readonly effects: Effects
}

export function fileOf(db: DatabaseSync, effects: Effects): File {
  const sql = statements(db)
  return { db, sql, words: wordTable(sql), effects }
}

/** Runs work in one immediate transaction; anything thrown undoes all of it. */
export function transaction<T>({ db, words }: File, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    words.forget()
    throw error
  }
}

export type Row = Record<string, unknown>
export const optional = <T>(row: unknown, to: (row: Row) => T): T | undefined => (row === undefined ? undefined : to(row as Row))
