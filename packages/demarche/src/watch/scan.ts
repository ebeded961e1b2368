import type { EventRow } from '../spec/index.js'
import type { Events } from '../store/index.js'
import { sha256 } from '../text/index.js'
import type { Outbox, Told } from './outbox.js'
import type { Change, Watch } from './watch.js'

/** Changes of one message, at most. */
const CHANGES = 100
/** Characters of changes in one message, at most, unless one change alone is larger. */
const LARGEST = 500_000

export interface Scanning {
  readonly outbox: Outbox
  /** A page of what the query finds, newest first; `after` is the cursor of the page before. */
  readonly find: (after: string | undefined) => Promise<Events>
  readonly now: () => number
  /** A new id for a message. */
  readonly id: () => string
  /** Called between pages; false ends the scan before its end. */
  readonly goOn: () => boolean
}

/** Looks through all that a query finds, and keeps messages of what is new, changed or gone since. The first scan of a watch only notes what there is, unless all is asked for. */
export async function scan(watch: Watch, { outbox, find, now, id, goOn }: Scanning): Promise<void> {
  const tells = outbox.isReady(watch.n)
  const found = new Set<string>()
  const keep = (digests: Told['digests'], changes: readonly Change[]): void => {
    const made = now()
    const messages = tells ? batches(changes).map((part) => ({ id: id(), body: bodyOf(watch, part, made), changes: part.length })) : []
    if (digests.size > 0) outbox.keep(watch.n, { digests, messages }, made)
  }
  for (let after: string | undefined; ;) {
    const { events, next } = await find(after)
    if (!goOn()) return
    const digests = new Map<string, string>()
    const changes: Change[] = []
    for (const event of events) {
      const [digest, before] = [digestOf(event), outbox.digest(watch.n, event.id)]
      found.add(event.id)
      if (digest === before) continue
      digests.set(event.id, digest)
      changes.push({ change: before === undefined ? 'new' : 'changed', event })
    }
    keep(digests, changes)
    if (next === undefined) break
    after = next
  }
  const gone = [...outbox.told(watch.n)].filter((event) => !found.has(event))
  keep(
    new Map(gone.map((event) => [event, undefined])),
    gone.map((event) => ({ change: 'gone', event: { id: event } })),
  )
  if (!tells) outbox.setReady(watch.n)
}

const digestOf = (event: EventRow): string => sha256(JSON.stringify(event), 32)

function batches(changes: readonly Change[]): Change[][] {
  const all: Change[][] = []
  let size = 0
  for (const change of changes) {
    const { length } = JSON.stringify(change)
    const last = all.at(-1)
    if (last && last.length < CHANGES && size + length <= LARGEST) {
      last.push(change)
      size += length
    } else {
      all.push([change])
      size = length
    }
  }
  return all
}

const bodyOf = ({ name }: Watch, changes: readonly Change[], made: number): string =>
  JSON.stringify({ type: 'demarche.events', timestamp: new Date(made).toISOString(), data: { schema: 1, watch: name, changes } })
