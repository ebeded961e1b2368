import { countryCodes, ledgerEffects } from '../pipeline.js'
import { namedStore, openSqlite, type Store } from '../store/index.js'

/** The option that every command with a ledger has. */
export const storeArgs = {
  db: { type: 'string', description: 'the ledger, a database file', default: 'demarche.db', valueHint: 'PATH' },
} as const

/** Calls work with an open store and closes it whatever happens. */
export async function withStore<T>(path: string, access: 'read' | 'write', work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = namedStore(openSqlite({ path, access, effects: ledgerEffects() }), countryCodes())
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export { idsFor } from '../store/index.js'
