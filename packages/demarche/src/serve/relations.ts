import type { OpenAPIHono } from '@hono/zod-openapi'
import { type Column, ENTRY_COLUMNS } from '../export/index.js'
import { holdingOn, sidesOf } from '../ledger/index.js'
import type { EntryRow, PartyRow } from '../spec/index.js'
import { idsFor } from '../store/index.js'
import { actorsFor, pairOf, type PairCount, pairsOf } from './answers.js'
import { diffOf } from './diff.js'
import { NOT_HERE } from './documents.js'
import { graphOf } from './graph.js'
import { listed, pageBy } from './pages.js'
import { ROUTES } from './routes.js'
import type { Served } from './served.js'

/** Pairs that are counted for a list that is paged. */
const PAIRS = 100_000

/** Actors, pairs of them, what holds between them and what was learned of it. */
export function relations(api: OpenAPIHono, { store }: Served): void {
  api.openapi(ROUTES.pair, async (c) => {
    const { a, b, asOf, knownAt } = c.req.valid('query')
    const answer = await pairOf(store, a, b, asOf, knownAt)
    return answer ? c.json(answer as never, 200) : c.json(NOT_HERE, 404)
  })
  api.openapi(ROUTES.entries, async (c) => {
    const { a, b, asOf, knownAt, limit, after } = c.req.valid('query')
    const sides = await Promise.all([a, b].filter((it) => it !== undefined).map((it) => idsFor(store, it)))
    if (sides.some((ids) => ids.length === 0)) return c.json(NOT_HERE, 404)
    const all = await store.entries(sides, knownAt)
    const { rows, next } = pageBy(asOf === undefined ? all : holdingOn(all, asOf), entryKey, limit, after)
    return listed(c, { entries: rows, ...(next === undefined ? {} : { next }) }, rows, ENTRY_COLUMNS, next) as never
  })
  api.openapi(ROUTES.pairs, async (c) => {
    const { actor, limit, after } = c.req.valid('query')
    const { rows, next } = pageBy(await pairsOf(store, PAIRS, actor), pairKey, limit, after)
    return listed(c, { pairs: rows, ...(next === undefined ? {} : { next }) }, rows, PAIR_COLUMNS, next) as never
  })
  api.openapi(ROUTES.graph, async (c) => {
    const { a, b, knownAt, limit } = c.req.valid('query')
    const around = [a, b].filter((it) => it !== undefined)
    return c.json((await graphOf(store, around, knownAt, limit)) as never, 200)
  })
  api.openapi(ROUTES.diff, async (c) => {
    const { before, after, a, b } = c.req.valid('query')
    if ((a === undefined) !== (b === undefined)) return c.json({ error: 'a and b: name both sides of the pair, or none' }, 400)
    const found = await diffOf(store, before, after, a === undefined || b === undefined ? undefined : [a, b])
    if (found === 'nobody') return c.json(NOT_HERE, 404)
    if (found === 'too-large')
      return c.json({ error: 'the ledger is too large to be compared as a whole', cure: 'name a pair with a and b' }, 400)
    return c.json(found as never, 200)
  })
  api.openapi(ROUTES.actors, async (c) => {
    const { q, limit, after } = c.req.valid('query')
    const { rows, next } = pageBy(await actorsFor(store, q, Infinity), ({ id }) => id, limit, after)
    return listed(c, { actors: rows, ...(next === undefined ? {} : { next }) }, rows, PARTY_COLUMNS, next) as never
  })
}

// An entry has no id: it is told by all that makes it.
const entryKey = (it: EntryRow): string => [it.since ?? '', it.of, ...sidesOf(it), it.is, ...it.because].join('\n')

/** Most events first: fewer events make a later key. */
const pairKey = ({ a, b, events }: PairCount): string => `${String(1e9 - events).padStart(10, '0')} ${a.id} ${b.id}`

const PARTY_COLUMNS: readonly Column<PartyRow>[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'name', of: ({ name }) => name },
  { name: 'country', of: ({ country }) => country },
  { name: 'sector', of: ({ sector }) => sector },
]
const PAIR_COLUMNS: readonly Column<PairCount>[] = [
  { name: 'a', of: ({ a }) => a.id },
  { name: 'a_name', of: ({ a }) => a.name },
  { name: 'b', of: ({ b }) => b.id },
  { name: 'b_name', of: ({ b }) => b.name },
  { name: 'events', of: ({ events }) => events },
  { name: 'conflict', of: ({ conflict }) => conflict },
  { name: 'last', of: ({ last }) => last },
]
