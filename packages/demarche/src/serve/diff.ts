import type { EntryRow, EventRow } from '../spec/index.js'
import { idsFor, type Store } from '../store/index.js'
import { changesBetween, type Compared } from '../story/index.js'
import type { Day } from '../time/index.js'

/** Events of each kind that one answer holds. */
const SHOWN = 500
/** Events of a ledger that is compared as a whole; a larger one is compared pair by pair. */
const WHOLE = 50_000

export interface DiffAnswer extends Compared {
  readonly before: Day
  readonly after: Day
  readonly entries: { readonly added: readonly EntryRow[]; readonly removed: readonly EntryRow[] }
  /** How many there are; the lists may be cut. */
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number }
}

/** What was learned between two days: of a pair, or of all. `too-large`: the ledger is too large to be compared as a whole. */
export async function diffOf(
  store: Store,
  before: Day,
  after: Day,
  pair?: readonly [string, string],
): Promise<DiffAnswer | 'nobody' | 'too-large'> {
  const ids = pair && ([await idsFor(store, pair[0]), await idsFor(store, pair[1])] as const)
  if (ids?.some((it) => it.length === 0)) return 'nobody'
  if (!ids && (await store.counts()).events > WHOLE) return 'too-large'
  const known = async (knownAt: Day): Promise<readonly EventRow[]> => {
    if (ids) return (await store.events({ pair: ids, knownAt, limit: 100_000 })).events
    const all: EventRow[] = []
    for await (const event of store.allEvents(knownAt)) all.push(event)
    return all
  }
  const { added, removed, changed } = changesBetween(await known(before), await known(after))
  const [then, now] = [await store.entries(ids ?? [], before), await store.entries(ids ?? [], after)]
  return {
    before,
    after,
    added: added.slice(0, SHOWN),
    removed: removed.slice(0, SHOWN),
    changed: changed.slice(0, SHOWN),
    entries: { added: without(now, then), removed: without(then, now) },
    counts: { added: added.length, removed: removed.length, changed: changed.length },
  }
}

function without(entries: readonly EntryRow[], others: readonly EntryRow[]): EntryRow[] {
  const known = new Set(others.map((it) => JSON.stringify(it)))
  return entries.filter((it) => !known.has(JSON.stringify(it))).slice(0, SHOWN)
}
