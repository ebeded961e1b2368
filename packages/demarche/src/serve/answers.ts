import { concerning, holdingOn, type Month } from '../ledger/index.js'
import type { Rule } from '../coding/index.js'
import type { ClaimRow, DocumentRow, EntryRow, EventRow, PartyRow } from '../spec/index.js'
import { eventsAndTally, idsFor, partyOf, type EventQuery, type Store } from '../store/index.js'
import { byCodeUnit } from '../text/index.js'
import type { Day } from '../time/index.js'
import { meetings } from './meetings.js'
import type { Served } from './served.js'

// What is asked over HTTP and over MCP, answered once for both.

/** Events of a pair that one answer holds; months count all of them. */
const PAIR_EVENTS = 2000
/** Events that are looked at for the list of pairs. */
const RECENT = 5000

export interface Asked {
  readonly actor?: string | undefined
  readonly with?: string | undefined
  readonly type?: string | undefined
  readonly status?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly place?: string | undefined
  readonly text?: string | undefined
  readonly historical?: boolean | undefined
  readonly knownAt?: Day | undefined
  readonly limit?: number | undefined
  readonly after?: string | undefined
}

/** A query of the store from what was asked; names become ids. A name that nobody bears finds nothing. */
export async function queryOf(store: Store, { actor, with: other, type, ...rest }: Asked): Promise<EventQuery> {
  const ids = actor === undefined ? undefined : await idsFor(store, actor)
  const others = other === undefined ? undefined : await idsFor(store, other)
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...given,
    ...(type === undefined ? {} : { type: type.toUpperCase() }),
    ...(ids && others ? { pair: [ids, others] as const } : ids ? { actor: ids } : others ? { actor: others } : {}),
  }
}

export interface PairAnswer {
  readonly pair: readonly PartyRow[]
  readonly asOf: Day | null
  readonly knownAt: Day | null
  /** What holds on the day. */
  readonly state: readonly EntryRow[]
  /** All entries, open and closed. */
  readonly entries: readonly EntryRow[]
  readonly events: readonly EventRow[]
  readonly months: readonly Month[]
  /** More events than were sent. */
  readonly cut: boolean
}

/** Two actors: their state on a day, as known on a day, and how it came about. Without a day, the last on which a document told something of them. */
export async function pairOf(store: Store, a: string, b: string, asOf?: Day, knownAt?: Day): Promise<PairAnswer | undefined> {
  const ids = [await idsFor(store, a), await idsFor(store, b)] as const
  if (ids.some((it) => it.length === 0)) return undefined
  const sides = await Promise.all(ids.map(async ([id]) => (await partyOf(store, id!))!))
  const { events, tally } = await eventsAndTally(store, { pair: ids, ...(knownAt === undefined ? {} : { knownAt }) }, PAIR_EVENTS)
  const entries = await store.entries(ids, knownAt)
  const day = asOf ?? knownAt ?? tally.known
  return {
    pair: sides,
    asOf: day,
    knownAt: knownAt ?? null,
    state: holdingOn(entries, day),
    entries,
    events,
    months: tally.months,
    cut: tally.events > events.length,
  }
}

/** What changed between a pair in a time: entries that began or ended, and the events behind them. */
export async function changesIn(
  store: Store,
  a: string,
  b: string,
  from: Day | undefined,
  to: Day | undefined,
): Promise<{ readonly changes: readonly EntryRow[]; readonly events: readonly EventRow[] } | undefined> {
  const ids = [await idsFor(store, a), await idsFor(store, b)]
  if (ids.some((it) => it.length === 0)) return undefined
  const within = (day: Day | null): boolean => day !== null && (from === undefined || day >= from) && (to === undefined || day <= to)
  const changes = concerning(await store.entries(ids), ids).filter(({ since, until }) => within(since) || within(until))
  const events: EventRow[] = []
  for (const id of new Set(changes.flatMap(({ because }) => because))) events.push(...[(await store.event(id)) ?? []].flat())
  return { changes, events }
}

export interface Told {
  readonly document: { readonly id: string } & Pick<DocumentRow['article'], 'title' | 'publisher' | 'published' | 'uri'>
  readonly claim: ClaimRow
  /** The sentence's words. */
  readonly sentence: string
  readonly why: string
}

export interface Explanation {
  readonly event: EventRow
  readonly rule?: Rule
  readonly told: readonly Told[]
  readonly entries: readonly EntryRow[]
}

/** Why an event is what it is: its rule, the sentence of each of its claims, and what it did to the ledger. */
export async function explain({ store, book }: Pick<Served, 'store' | 'book'>, id: string): Promise<Explanation | undefined> {
  const event = (await store.event(id)) ?? (await store.eventOfClaim(id))
  if (!event) return undefined
  const told: Told[] = []
  for (const { id: claimId, document, why } of event.claims) {
    const row = await store.row(document)
    const claim = row?.claims.find((it) => it.id === claimId)
    if (!row || !claim) continue
    const { title, publisher, published, uri } = row.article
    const about = Object.fromEntries(Object.entries({ title, publisher, published, uri }).filter(([, value]) => value !== undefined))
    const sentence = row.article.text.slice(claim.sentence.from, claim.sentence.to)
    told.push({ document: { id: document, ...about }, claim, sentence, why })
  }
  const rule = book.rules.find((it) => it.rule === event.rule)
  const sides = [...event.actors, ...event.recipients].map((it) => [it.id])
  const entries = sides.length === 0 ? [] : (await store.entries(sides.slice(0, 1))).filter(({ because }) => because.includes(event.id))
  return { event, ...(rule ? { rule } : {}), told, entries }
}

/** Parties whose id or name holds the words; all without words. */
export async function actorsFor(store: Store, words: string | undefined, limit: number): Promise<PartyRow[]> {
  const parties = await store.parties()
  if (words === undefined || words.trim() === '') return parties.slice(0, limit)
  const ids = new Set(await idsFor(store, words))
  return parties.filter(({ id }) => ids.has(id)).slice(0, limit)
}

export interface PairCount {
  readonly a: PartyRow
  readonly b: PartyRow
  readonly events: number
  /** Of these, how many are of verbal or material conflict. */
  readonly conflict: number
  readonly last: Day | null
}

/** Pairs of known actors in the newest events, those with most events first. What was denied, announced or only possible is no event between them. */
export async function pairsOf(store: Store, limit: number, actor?: string): Promise<PairCount[]> {
  const { events } = await store.events({
    status: 'actual',
    limit: RECENT,
    ...(actor === undefined ? {} : { actor: await idsFor(store, actor) }),
  })
  const found = new Map<string, { a: PartyRow; b: PartyRow; events: number; conflict: number; last: Day | null }>()
  for (const event of events) {
    for (const [a, b] of meetings(event)) {
      const key = `${a.id} ${b.id}`
      const it = found.get(key) ?? { a, b, events: 0, conflict: 0, last: null }
      it.events++
      if ((event.quad ?? 0) >= 3) it.conflict++
      if (event.when.from !== undefined && (it.last === null || event.when.from > it.last)) it.last = event.when.from
      found.set(key, it)
    }
  }
  return [...found.values()]
    .toSorted((x, y) => y.events - x.events || byCodeUnit(`${x.a.id} ${x.b.id}`, `${y.a.id} ${y.b.id}`))
    .slice(0, limit)
}
