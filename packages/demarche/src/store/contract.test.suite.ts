import { afterEach, describe, expect, test } from 'vitest'
import type { Effects } from '../ledger/index.js'
import type { ClaimRow, DocumentRow } from '../spec/index.js'
import type { Store } from './ports.js'

/** What rules do in these tests. */
export const EFFECTS: Effects = new Map([
  ['recall', { of: 'post ambassador', becomes: 'recalled', sides: { from: 'actor', at: 'recipient' } }],
  ['return', { of: 'post ambassador', becomes: 'present', sides: { from: 'actor', at: 'recipient' } }],
])

interface Telling {
  readonly id: string
  readonly day: string
  readonly rule?: string
  readonly on?: string
  readonly killed?: number
  readonly who?: readonly [string, string]
}

/** A coded document of one claim, built by hand. */
export function telling({ id, day, rule = 'recall', on = day, killed, who = ['ARM', 'BLR'] }: Telling): DocumentRow {
  const text = `${who[0]} ${rule} ${who[1]} ambassador ${id}`
  const side = (country: string, from: number): ClaimRow['actors'][number] => ({
    span: { from, to: from + 3 },
    actor: `state:${country}`,
    country,
    sector: 'GOV',
  })
  return {
    schema: 1,
    id,
    input: { path: 'made.jsonl' },
    article: { text, removed: [], related: [], publisher: `outlet ${id}`, published: { day, basis: 'given' } },
    sentences: [{ span: { from: 0, to: text.length } }],
    mentions: [],
    actors: who.map((country) => ({ id: `state:${country}`, name: country, kind: 'state', country, sector: 'GOV' })),
    times: [],
    places: [],
    quotations: [],
    claims: [
      {
        id: `claim-${id}`,
        rule,
        type: 'SANCTION',
        mode: 'withdraw',
        status: 'actual',
        historical: false,
        actors: [side(who[0], 0)],
        recipients: [side(who[1], who[0].length + rule.length + 2)],
        when: { from: on, to: on, basis: 'stated' },
        ...(killed === undefined ? {} : { figures: [{ kind: 'killed', min: killed, max: killed, span: { from: 0, to: 3 } }] }),
        attribution: [],
        trigger: { from: 4, to: 10 },
        sentence: { from: 0, to: text.length },
        confidence: 0.9,
      },
    ],
  }
}

/** Puts, codes and settles documents. */
export function fill(store: Store, rows: readonly DocumentRow[], coder = 'coder 1'): void {
  store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
  store.commit(
    rows.map((row) => ({ id: row.id, row })),
    coder,
  )
  store.settle()
}

/** The one suite that every store must pass. `open` makes an empty store. */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} keeps the promises of a store`, () => {
    let store: Store
    const fresh = (): Store => (store = open())
    afterEach(() => store.close())

    test('a document is stored once, and waits until it is coded', () => {
      const { id, input, article } = telling({ id: 'a', day: '2024-06-14' })
      expect([fresh().put([{ id, input, article }]), store.put([{ id, input, article }])]).toEqual([1, 0])
      expect(store.waiting('coder 1', 10).map((it) => [it.id, it.article.text])).toEqual([['a', article.text]])
      store.commit([{ id, row: telling({ id: 'a', day: '2024-06-14' }) }], 'coder 1')
      expect(store.waiting('coder 1', 10)).toEqual([])
      expect(store.waiting('coder 2', 10).map((it) => it.id)).toEqual(['a'])
    })

    test('reports of one event are merged, with the reason', () => {
      fill(fresh(), [
        telling({ id: 'a', day: '2024-06-14', on: '2024-06-13', killed: 3 }),
        telling({ id: 'b', day: '2024-06-15', on: '2024-06-13', killed: 5 }),
      ])
      const [event, ...more] = [...store.allEvents()]
      expect(more).toEqual([])
      expect(event?.claims.map(({ id, why }) => [id, why])).toEqual([
        ['claim-a', 'first report'],
        ['claim-b', 'merged because same day 2024-06-13'],
      ])
      expect(event?.figures).toMatchObject([{ kind: 'killed', best: 5, low: 3, high: 5 }])
    })

    test('events far apart in time are two', () => {
      fill(fresh(), [telling({ id: 'a', day: '2024-06-14' }), telling({ id: 'b', day: '2024-09-14' })])
      expect(store.counts()).toMatchObject({ documents: 2, coded: 2, claims: 2, events: 2 })
    })

    test('the ledger holds on a day, as known on a day', () => {
      fill(fresh(), [
        telling({ id: 'a', day: '2024-06-14', on: '2024-06-13' }),
        telling({ id: 'b', day: '2025-01-10', rule: 'return', on: '2025-01-09' }),
      ])
      expect(store.entries([['state:ARM'], ['state:BLR']]).map(({ is, since, until }) => [is, since, until])).toEqual([
        ['recalled', '2024-06-13', '2025-01-08'],
        ['present', '2025-01-09', null],
      ])
      expect(store.entries([['state:ARM'], ['state:BLR']], '2024-12-31').map(({ is, until }) => [is, until])).toEqual([['recalled', null]])
      expect(store.entries([['state:ARM'], ['state:RUS']])).toEqual([])
    })

    test('a newer coder replaces what an older one gave', () => {
      fill(fresh(), [telling({ id: 'a', day: '2024-06-14' })])
      fill(store, [telling({ id: 'a', day: '2024-06-14', rule: 'return' })], 'coder 2')
      expect([...store.allEvents()].map(({ rule }) => rule)).toEqual(['return'])
      expect(store.entries([]).map(({ is }) => is)).toEqual(['present'])
      expect(store.counts()).toMatchObject({ documents: 1, claims: 1, events: 1, entries: 1 })
    })

    test('a refused document keeps its reason and takes its claims along', () => {
      fill(fresh(), [telling({ id: 'a', day: '2024-06-14' })])
      store.commit([{ id: 'a', failure: { reason: 'too-long', place: 'sentence 1', cure: 'cut it' } }], 'coder 2')
      store.settle()
      expect(store.document('a')).toMatchObject({ state: 'refused', failure: { reason: 'too-long' } })
      expect(store.counts()).toMatchObject({ claims: 0, events: 0, entries: 0, refused: 1 })
    })

    test('a batch that fails half-way leaves nothing', () => {
      const { id, input, article } = telling({ id: 'a', day: '2024-06-14' })
      fresh().put([{ id, input, article }])
      expect(() =>
        store.commit(
          [
            { id, row: telling({ id, day: '2024-06-14' }) },
            { id: 'never stored', row: telling({ id: 'x', day: '2024-06-14' }) },
          ],
          'coder 1',
        ),
      ).toThrow()
      expect(store.counts()).toMatchObject({ waiting: 1, coded: 0, claims: 0 })
    })

    test('events are found by actor, pair, type, day and words', () => {
      fill(fresh(), [telling({ id: 'a', day: '2024-06-14' }), telling({ id: 'b', day: '2024-07-14', who: ['RUS', 'GBR'] })])
      const ids = (query: Parameters<Store['events']>[0]): string[] => store.events(query).events.map(({ known }) => known ?? '')
      expect(ids({})).toEqual(['2024-07-14', '2024-06-14'])
      expect(ids({ actor: ['state:GBR'] })).toEqual(['2024-07-14'])
      expect(ids({ pair: [['state:BLR'], ['state:ARM']] })).toEqual(['2024-06-14'])
      expect(ids({ type: 'ASSAULT' })).toEqual([])
      expect(ids({ to: '2024-06-30' })).toEqual(['2024-06-14'])
      expect(ids({ text: 'ambassador gbr' })).toEqual(['2024-07-14'])
      expect(ids({ text: '" OR * NEAR(' })).toEqual([])
      expect(ids({ knownAt: '2024-06-30' })).toEqual(['2024-06-14'])
    })

    test('pages follow each other without a gap', () => {
      fill(
        fresh(),
        Array.from({ length: 7 }, (_, i) => telling({ id: `d${i}`, day: `2024-0${i + 1}-01` })),
      )
      const seen: string[] = []
      let after: string | undefined
      do {
        const { events, next } = store.events({ limit: 3, ...(after === undefined ? {} : { after }) })
        seen.push(...events.map(({ known }) => known ?? ''))
        after = next
      } while (after !== undefined)
      expect(seen).toEqual(Array.from({ length: 7 }, (_, i) => `2024-0${7 - i}-01`))
    })

    test('a correction changes what is derived, survives re-coding, and can be undone', () => {
      const rows = [telling({ id: 'a', day: '2024-06-14' }), telling({ id: 'b', day: '2024-06-14' })]
      fill(fresh(), rows)
      const base = { who: 'reader', when: '2026-01-01T00:00:00Z', why: 'a rumour', document: 'a', trigger: { from: 4, to: 10 } }
      store.correct(JSON.stringify({ ...base, id: 'k1', change: { noEvent: true } }))
      store.correct(JSON.stringify({ ...base, id: 'k1', change: { noEvent: true } }))
      store.settle()
      expect([...store.allEvents()].map(({ claims }) => claims.map(({ document }) => document))).toEqual([['b']])
      fill(store, rows, 'coder 2')
      expect(store.counts()).toMatchObject({ claims: 1, events: 1 })
      store.correct(JSON.stringify({ ...base, id: 'k2', undo: 'k1' }))
      store.correct(JSON.stringify({ ...base, id: 'k3', change: { split: 'another recall' } }))
      store.settle()
      expect(store.counts()).toMatchObject({ claims: 2, events: 2 })
      expect(store.corrections()).toHaveLength(3)
      expect(() => store.correct('{"id": 1}')).toThrow('corrections, line 1')
    })

    test('any order of documents gives the same events and entries', () => {
      const rows = Array.from({ length: 12 }, (_, i) =>
        telling({ id: `d${i}`, day: `2024-01-${String(10 + i)}`, rule: i % 3 === 0 ? 'return' : 'recall' }),
      )
      fill(fresh(), rows)
      const first = JSON.stringify([[...store.allEvents()], store.entries([])])
      store.close()
      fresh()
      for (const row of rows.toReversed()) fill(store, [row])
      expect(JSON.stringify([[...store.allEvents()], store.entries([])])).toBe(first)
    })
  })
}
