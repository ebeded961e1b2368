import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { queryOf, type Saved } from '../serve/index.js'
import type { Store } from '../store/index.js'
import { isProblem } from '../text/index.js'
import { deliver, openWatches, type Delivered, type Watches } from '../watch/index.js'
import { isAddress } from './cluster.js'
import { Usage } from './exit.js'

/** The option of every command that knows saved queries. */
export const watchArgs = {
  watches: {
    type: 'string',
    description: 'the file of saved queries and webhooks; beside the ledger, as PATH.watches, unless given',
    valueHint: 'FILE',
  },
} as const

export interface Where {
  readonly db: string
  readonly watches?: string | undefined
}

/** Where the file of watches is; undefined for a shared ledger, beside which no file can lie. */
export const watchesPath = ({ db, watches }: Where): string | undefined => watches ?? (isAddress(db) ? undefined : `${db}.watches`)

/** Calls work with the file of watches and closes it whatever happens. */
export async function withWatches<T>(where: Where, access: 'read' | 'write', work: (watches: Watches) => T | Promise<T>): Promise<T> {
  const path = watchesPath(where)
  if (path === undefined) throw new Usage('a shared ledger has no file of watches beside it; name one with --watches')
  const watches = openWatches(path, access)
  try {
    return await work(watches)
  } finally {
    watches.close()
  }
}

const isThere = (where: Where): boolean => {
  const path = watchesPath(where)
  return path !== undefined && existsSync(path)
}

/** The saved queries as the server tells them; read anew each time, for they change while it runs. */
export function savedIn(where: Where): Saved[] {
  if (!isThere(where)) return []
  const watches = openWatches(watchesPath(where)!, 'read')
  try {
    return watches.list().map(({ name, filters, address }) => ({ name, filters, posted: address !== undefined }))
  } finally {
    watches.close()
  }
}

export interface Effort {
  /** Milliseconds to wait for messages that are to be sent again. */
  readonly patience: number
  readonly stop?: AbortSignal
  /** Only this watch. */
  readonly name?: string
}
const PAGE = 500

/** Posts what changed for all watches with an address, side by side. */
export async function deliverAll(store: Store, watches: Watches, { patience, stop, name }: Effort): Promise<Delivered> {
  const holder = `${process.pid}-${randomBytes(8).toString('hex')}`
  const all = await Promise.all(
    watches
      .list()
      .filter((it) => it.address !== undefined && (name === undefined || it.name === name))
      .map((watch) =>
        deliver(watch, {
          watches,
          holder,
          patience,
          ...(stop ? { stop } : {}),
          find: async (filters, after) =>
            store.events({ ...(await queryOf(store, filters)), limit: PAGE, ...(after === undefined ? {} : { after }) }),
          now: Date.now,
          sleep: (milliseconds) => wait(milliseconds, undefined, stop ? { signal: stop } : {}).catch(() => undefined),
          id: () => `msg_${randomUUID()}`,
        }),
      ),
  )
  const sum = (of: (it: Delivered) => number): number => all.reduce((total, it) => total + of(it), 0)
  return {
    delivered: sum((it) => it.delivered),
    failed: sum((it) => it.failed),
    waiting: sum((it) => it.waiting),
    held: all.some((it) => it.held),
  }
}

/** In words, or undefined where nothing was to be done. */
export const deliveredLine = ({ delivered, failed, waiting, held }: Delivered): string | undefined =>
  delivered + failed + waiting === 0 && !held
    ? undefined
    : `webhooks: ${delivered} message(s) delivered, ${failed} given up, ${waiting} waiting${held ? '; another process delivers at the moment' : ''}`

/** Delivers after the ledger has changed. What goes wrong is said, and does not undo what was ingested. */
export async function deliverAfter(store: Store, where: Where, effort: Effort): Promise<void> {
  if (!isThere(where)) return
  try {
    const line = deliveredLine(await withWatches(where, 'write', (watches) => deliverAll(store, watches, effort)))
    if (line !== undefined) process.stderr.write(`demarche: ${line}\n`)
  } catch (error) {
    if (!isProblem(error)) throw error
    process.stderr.write(`demarche: webhooks: ${error.message}\n`)
  }
}

const ROUND = 5000

/** Delivers while a server runs, until told to stop: when the ledger or the watches changed, and when a message is due. */
export async function deliverWhile(store: Store, where: Where, stop: AbortSignal): Promise<void> {
  let last = ''
  while (!stop.aborted) {
    if (isThere(where)) {
      if (stateOf(where) !== last || waits(where)) await deliverAfter(store, where, { patience: 0, stop })
      last = stateOf(where)
    }
    await wait(ROUND, undefined, { signal: stop }).catch(() => undefined)
  }
}

/** Changes when a file does; each minute for a shared ledger, of which no file tells. */
function stateOf(where: Where): string {
  const path = watchesPath(where)!
  const files = [path, `${path}-wal`, ...(isAddress(where.db) ? [] : [where.db, `${where.db}-wal`])]
  const states = files.map((it) => {
    const { mtimeMs, size } = statSync(it, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 }
    return `${mtimeMs} ${size}`
  })
  return [...states, isAddress(where.db) ? Math.floor(Date.now() / 60_000) : ''].join('\n')
}

function waits(where: Where): boolean {
  const watches = openWatches(watchesPath(where)!, 'read')
  try {
    return watches.list().some(({ n }) => (watches.head(n)?.due ?? Infinity) <= Date.now())
  } finally {
    watches.close()
  }
}
