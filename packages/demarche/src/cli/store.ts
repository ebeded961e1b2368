import { countryCodes, ledgerEffects } from '../pipeline.js'
import { linkedStore, namedStore, openSqlite, type Store } from '../store/index.js'
import { cluster, isAddress } from './cluster.js'

/** The option that every command with a ledger has. */
export const storeArgs = {
  db: {
    type: 'string',
    alias: 'store',
    description: 'the ledger: a database file, or postgres://… for one that many machines share',
    default: 'demarche.db',
    valueHint: 'PATH',
  },
} as const

/** Opens the ledger that `--db` names. */
export async function openStore(name: string, access: 'read' | 'write'): Promise<Store> {
  const effects = ledgerEffects()
  const store = isAddress(name)
    ? await (await cluster()).openPostgres({ url: name, access, effects })
    : openSqlite({ path: name, access, effects })
  return namedStore(linkedStore(store), countryCodes())
}

/** Calls work with an open store and closes it whatever happens. */
export async function withStore<T>(name: string, access: 'read' | 'write', work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await openStore(name, access)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export { idsFor } from '../store/index.js'
