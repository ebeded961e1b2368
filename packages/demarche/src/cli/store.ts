import { countryCodes, ledgerEffects } from '../bundle.js'
import { linkedStore, namedStore, openSqlite, readThrough, type Store } from '../store/index.js'
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

/** Options of commands that answer from a ledger, or from a read model of it. */
export const lookArgs = {
  ...storeArgs,
  read: { type: 'string', description: 'look up in the read model at clickhouse://host:8123/database', valueHint: 'URL' },
} as const

const open = async (name: string, access: 'read' | 'write'): Promise<Store> =>
  isAddress(name)
    ? (await cluster()).openPostgres({ url: name, access, effects: ledgerEffects() })
    : openSqlite({ path: name, access, effects: ledgerEffects() })

const whole = (store: Store): Store => namedStore(linkedStore(store), countryCodes())

/** Opens the ledger that `--db` names. */
export const openStore = async (name: string, access: 'read' | 'write'): Promise<Store> => whole(await open(name, access))

/** Opens the ledger that `--db` names for reading; look-ups go to the read model, where one is given. */
async function openLook(name: string, read: string): Promise<Store> {
  const store = await open(name, 'read')
  try {
    const model = await (await cluster()).openClickHouse({ url: read, access: 'read', effects: ledgerEffects() })
    const close = async (): Promise<void> => {
      await Promise.all([store.close(), model.close()])
    }
    return { ...whole(readThrough(store, model)), close }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Calls work with a ledger that is open for reading, or with its read model, and closes it whatever happens. */
export const withLook = <T>(
  args: { readonly db: string; readonly read?: string | undefined },
  work: (store: Store) => T | Promise<T>,
): Promise<T> => closing(args.read === undefined ? openStore(args.db, 'read') : openLook(args.db, args.read), work)

/** Calls work with an open store and closes it whatever happens. */
export const withStore = <T>(name: string, access: 'read' | 'write', work: (store: Store) => T | Promise<T>): Promise<T> =>
  closing(openStore(name, access), work)

async function closing<T>(opening: Promise<Store>, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await opening
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export { idsFor } from '../store/index.js'
