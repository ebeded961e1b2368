import { monthly, type Month } from '../ledger/index.js'
import type { EventRow, PartyRow } from '../spec/index.js'
import { idsFor, type EventQuery, type Store } from '../store/index.js'
import { byCodeUnit } from '../text/index.js'
import type { Day } from '../time/index.js'
import { meetings } from './meetings.js'

/** Newest events that are looked at. */
const RECENT = 5000
/** Actors of an answer: of one that names no number, and at most. */
export const [USUAL, MOST] = [40, 500]

export interface GraphAnswer {
  readonly nodes: readonly (PartyRow & { readonly events: number })[]
  readonly edges: readonly { readonly a: string; readonly b: string; readonly months: readonly Pick<Month, 'month' | 'quads'>[] }[]
}

/** Who had to do with whom, by month and class: around some actors, or of all. Those of most events, `limit` of them, the asked ones always. */
export async function graphOf(store: Store, around: readonly string[] = [], knownAt?: Day, limit = USUAL): Promise<GraphAnswer> {
  const known = knownAt === undefined ? {} : { knownAt }
  const centres = await Promise.all(around.map((it) => idsFor(store, it)))
  const queries: EventQuery[] = centres.length === 0 ? [known] : centres.map((actor) => ({ actor, ...known }))
  const events = new Map<string, EventRow>()
  for (const query of queries)
    for (const event of (await store.events({ ...query, status: 'actual', limit: RECENT })).events) events.set(event.id, event)
  const parties = new Map<string, { party: PartyRow; events: number }>()
  const between = new Map<string, EventRow[]>()
  for (const event of events.values()) {
    for (const [a, b] of meetings(event)) {
      for (const party of [a, b])
        parties.set(party.id, { party: parties.get(party.id)?.party ?? party, events: (parties.get(party.id)?.events ?? 0) + 1 })
      const key = JSON.stringify([a.id, b.id])
      const of = between.get(key)
      if (of) of.push(event)
      else between.set(key, [event])
    }
  }
  const asked = new Set(centres.flat())
  const nodes = [...parties.values()]
    .toSorted(
      (x, y) => Number(asked.has(y.party.id)) - Number(asked.has(x.party.id)) || y.events - x.events || byCodeUnit(x.party.id, y.party.id),
    )
    .slice(0, limit)
  const shown = new Set(nodes.map(({ party }) => party.id))
  return {
    nodes: nodes.map(({ party, events: count }) => ({ ...party, events: count })),
    edges: [...between]
      .map(([key, of]) => ({ ends: JSON.parse(key) as [string, string], of }))
      .filter(({ ends }) => ends.every((id) => shown.has(id)))
      .toSorted((x, y) => byCodeUnit(x.ends.join(' '), y.ends.join(' ')))
      .map(({ ends: [a, b], of }) => ({ a, b, months: monthly(of).map(({ month, quads }) => ({ month, quads })) })),
  }
}
