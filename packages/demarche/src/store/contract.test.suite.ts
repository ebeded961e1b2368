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
export async function fill(store: Store, rows: readonly DocumentRow[], coder = 'coder 1'): Promise<void> {
  await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
  await store.commit(
    rows.map((row) => ({ id: row.id, row })),
    coder,
  )
  await store.settle()
}

/** Everything that an iteration gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** The one suite that every store must pass. `open` makes an empty store. */
export function storeContract(name: string, open: () => Store | Promise<Store>): void {
  describe(`${name} keeps the promises of a store`, () => {
    let store: Store
    const fresh = async (): Promise<Store> => (store = await open())
    afterEach(() => store.close())

    test('a document is stored once, and waits until it is coded', async () => {
      const { id, input, article } = telling({ id: 'a', day: '2024-06-14' })
      expect([await (await fresh()).put([{ id, input, article }]), await store.put([{ id, input, article }])]).toEqual([1, 0])
      expect((await store.waiting('coder 1', 10)).map((it) => [it.id, it.article.text])).toEqual([['a', article.text]])
      await store.commit([{ id, row: telling({ id: 'a', day: '2024-06-14' }) }], 'coder 1')
      expect(await store.waiting('coder 1', 10)).toEqual([])
      expect((await store.waiting('coder 2', 10)).map((it) => it.id)).toEqual(['a'])
    })

    test('documents are found in pages and by id', async () => {
      const rows = Array.from({ length: 5 }, (_, i) => telling({ id: `d${4 - i}`, day: `2024-01-0${i + 1}` }))
      await (await fresh()).put(rows.map(({ id, input, article }) => ({ id, input, article })))
      await store.commit([{ id: 'd2', row: rows[2]! }], 'coder 1')
      expect(await store.unmarked(3)).toEqual(['d4', 'd3', 'd1'])
      expect(await store.unmarked(3, 'd1')).toEqual(['d0'])
      expect((await store.waiting('coder 1', 2, 'd3')).map(({ id }) => id)).toEqual(['d1', 'd0'])
      expect((await store.waiting('coder 2', 9, 'd3')).map(({ id }) => id)).toEqual(['d2', 'd1', 'd0'])
      expect([await store.countWaiting('coder 1'), await store.countWaiting('coder 2')]).toEqual([4, 5])
      const found = await store.find(['d2', 'nobody', 'd4'])
      expect(found.map(({ id, state, coder }) => [id, state, coder]).toSorted()).toEqual([
        ['d2', 'coded', 'coder 1'],
        ['d4', 'waiting', undefined],
      ])
      expect((await all(store.documents('waiting'))).map(({ id }) => id)).toEqual(['d4', 'd3', 'd1', 'd0'])
      expect((await all(store.rows())).map(({ id }) => id)).toEqual(['d2'])
    })

    test('whatever words hold is kept as it is', async () => {
      const strange = '\u0000 \ud800 \t\r\n \\N \\. \u2028 "{}" \u{1f600} \u202e'
      const row = telling({ id: 'a', day: '2024-06-14' })
      const hostile: DocumentRow = {
        ...row,
        id: `a${strange.replace('\u0000 \ud800 ', '')}`,
        article: { ...row.article, title: strange, publisher: strange, text: `${row.article.text} ${strange}` },
        claims: row.claims.map((claim) => ({ ...claim, actors: [{ span: { from: 0, to: 3 }, actor: `words:${strange}` }] })),
        actors: [...row.actors, { id: `words:${strange}`, name: strange, kind: 'group' }],
        sentences: [{ span: { from: 0, to: row.article.text.length + strange.length + 1 } }],
      }
      await fill(await fresh(), [hostile])
      expect(await store.row(hostile.id)).toEqual(hostile)
      expect((await store.document(hostile.id))?.article).toEqual(hostile.article)
      const [event] = await all(store.allEvents())
      expect(event?.actors).toEqual([{ id: `words:${strange}`, name: strange }])
      expect(event?.claims).toMatchObject([{ document: hostile.id }])
      expect((await store.events({ actor: [`words:${strange}`] })).events).toHaveLength(1)
      expect((await store.eventOfClaim('claim-a', hostile.id))?.id).toBe(event?.id)
      expect((await store.entries([])).map(({ is }) => is)).toEqual(['recalled'])
      expect(await store.verify()).toEqual([])
    })

    test('calls at the same time do not mix', async () => {
      const rows = Array.from({ length: 6 }, (_, i) => telling({ id: `d${i}`, day: `2024-01-0${i + 1}` }))
      await fresh()
      const raw = rows.map(({ id, input, article }) => ({ id, input, article }))
      const stored = await Promise.all([store.put(raw), store.put(raw), store.put(raw.toReversed())])
      expect(stored.reduce((a, b) => a + b)).toBe(6)
      await Promise.all(rows.map((row) => store.commit([{ id: row.id, row }], 'coder 1')))
      await Promise.all([store.settle(), store.settle()])
      expect(await store.counts()).toMatchObject({ documents: 6, coded: 6, claims: 6 })
      expect(await store.verify()).toEqual([])
    })

    test('reports of one event are merged, with the reason', async () => {
      await fill(await fresh(), [
        telling({ id: 'a', day: '2024-06-14', on: '2024-06-13', killed: 3 }),
        telling({ id: 'b', day: '2024-06-15', on: '2024-06-13', killed: 5 }),
      ])
      const [event, ...more] = await all(store.allEvents())
      expect(more).toEqual([])
      expect(event?.claims.map(({ id, why }) => [id, why])).toEqual([
        ['claim-a', 'first report'],
        ['claim-b', 'merged because same day 2024-06-13'],
      ])
      expect(event?.figures).toMatchObject([{ kind: 'killed', best: 5, low: 3, high: 5 }])
    })

    test('events far apart in time are two', async () => {
      await fill(await fresh(), [telling({ id: 'a', day: '2024-06-14' }), telling({ id: 'b', day: '2024-09-14' })])
      expect(await store.counts()).toMatchObject({ documents: 2, coded: 2, claims: 2, events: 2 })
    })

    test('the ledger holds on a day, as known on a day', async () => {
      await fill(await fresh(), [
        telling({ id: 'a', day: '2024-06-14', on: '2024-06-13' }),
        telling({ id: 'b', day: '2025-01-10', rule: 'return', on: '2025-01-09' }),
      ])
      expect((await store.entries([['state:ARM'], ['state:BLR']])).map(({ is, since, until }) => [is, since, until])).toEqual([
        ['recalled', '2024-06-13', '2025-01-08'],
        ['present', '2025-01-09', null],
      ])
      expect((await store.entries([['state:ARM'], ['state:BLR']], '2024-12-31')).map(({ is, until }) => [is, until])).toEqual([
        ['recalled', null],
      ])
      expect(await store.entries([['state:ARM'], ['state:RUS']])).toEqual([])
    })

    test('a newer coder replaces what an older one gave', async () => {
      await fill(await fresh(), [telling({ id: 'a', day: '2024-06-14' })])
      await fill(store, [telling({ id: 'a', day: '2024-06-14', rule: 'return' })], 'coder 2')
      expect((await all(store.allEvents())).map(({ rule }) => rule)).toEqual(['return'])
      expect((await store.entries([])).map(({ is }) => is)).toEqual(['present'])
      expect(await store.counts()).toMatchObject({ documents: 1, claims: 1, events: 1, entries: 1 })
    })

    test('a refused document keeps its reason and takes its claims along', async () => {
      await fill(await fresh(), [telling({ id: 'a', day: '2024-06-14' })])
      await store.commit([{ id: 'a', failure: { reason: 'too-long', place: 'sentence 1', cure: 'cut it' } }], 'coder 2')
      await store.settle()
      expect(await store.document('a')).toMatchObject({ state: 'refused', failure: { reason: 'too-long' } })
      expect(await store.counts()).toMatchObject({ claims: 0, events: 0, entries: 0, refused: 1 })
    })

    test('what is in quarantine is kept, replaced by its newest failure, and let out', async () => {
      const failure = (reason: string) => ({ reason, place: 'a.csv', cure: 'mend it' })
      const refusals = async () => {
        const all = []
        for await (const it of store.refusals()) all.push([it.id, it.input.item, it.failure.reason])
        return all
      }
      await fresh()
      await store.refuse([{ schema: 1, id: 'input-1', input: { path: 'a.csv', item: 3 }, failure: failure('bad-row') }])
      await store.refuse([{ schema: 1, id: 'input-1', input: { path: 'a.csv', item: 3 }, failure: failure('too-big') }])
      expect(await refusals()).toEqual([['input-1', 3, 'too-big']])
      const { id, input, article } = telling({ id: 'a', day: '2024-06-14' })
      await store.put([{ id, input, article }])
      await store.commit([{ id, failure: failure('cpu-limit') }], 'v1')
      expect(await store.counts()).toMatchObject({ documents: 1, refused: 1, waiting: 0, unread: 1 })
      expect(await store.release(['a', 'input-1', 'nobody'])).toBe(2)
      expect(await store.counts()).toMatchObject({ documents: 1, refused: 0, waiting: 1, unread: 0 })
      expect(await store.verify()).toEqual([])
    })

    test('a batch that fails half-way leaves nothing', async () => {
      const { id, input, article } = telling({ id: 'a', day: '2024-06-14' })
      await (await fresh()).put([{ id, input, article }])
      await expect(
        store.commit(
          [
            { id, row: telling({ id, day: '2024-06-14' }) },
            { id: 'never stored', row: telling({ id: 'x', day: '2024-06-14' }) },
          ],
          'coder 1',
        ),
      ).rejects.toThrow()
      expect(await store.counts()).toMatchObject({ waiting: 1, coded: 0, claims: 0 })
    })

    test('events are found by actor, pair, type, day and words', async () => {
      await fill(await fresh(), [telling({ id: 'a', day: '2024-06-14' }), telling({ id: 'b', day: '2024-07-14', who: ['RUS', 'GBR'] })])
      const ids = async (query: Parameters<Store['events']>[0]): Promise<string[]> =>
        (await store.events(query)).events.map(({ known }) => known ?? '')
      expect(await ids({})).toEqual(['2024-07-14', '2024-06-14'])
      expect(await ids({ actor: ['state:GBR'] })).toEqual(['2024-07-14'])
      expect(await ids({ pair: [['state:BLR'], ['state:ARM']] })).toEqual(['2024-06-14'])
      expect(await ids({ type: 'ASSAULT' })).toEqual([])
      expect(await ids({ to: '2024-06-30' })).toEqual(['2024-06-14'])
      expect(await ids({ text: 'ambassador gbr' })).toEqual(['2024-07-14'])
      expect(await ids({ text: '" OR * NEAR(' })).toEqual([])
      expect(await ids({ knownAt: '2024-06-30' })).toEqual(['2024-06-14'])
    })

    test('pages follow each other without a gap', async () => {
      await fill(
        await fresh(),
        Array.from({ length: 7 }, (_, i) => telling({ id: `d${i}`, day: `2024-0${i + 1}-01` })),
      )
      const seen: string[] = []
      let after: string | undefined
      do {
        const { events, next } = await store.events({ limit: 3, ...(after === undefined ? {} : { after }) })
        seen.push(...events.map(({ known }) => known ?? ''))
        after = next
      } while (after !== undefined)
      expect(seen).toEqual(Array.from({ length: 7 }, (_, i) => `2024-0${7 - i}-01`))
    })

    test('a correction changes what is derived, survives re-coding, and can be undone', async () => {
      const rows = [telling({ id: 'a', day: '2024-06-14' }), telling({ id: 'b', day: '2024-06-14' })]
      await fill(await fresh(), rows)
      const base = { who: 'reader', when: '2026-01-01T00:00:00Z', why: 'a rumour', document: 'a', trigger: { from: 4, to: 10 } }
      await store.correct(JSON.stringify({ ...base, id: 'k1', change: { noEvent: true } }))
      await store.correct(JSON.stringify({ ...base, id: 'k1', change: { noEvent: true } }))
      await store.settle()
      expect((await all(store.allEvents())).map(({ claims }) => claims.map(({ document }) => document))).toEqual([['b']])
      await fill(store, rows, 'coder 2')
      expect(await store.counts()).toMatchObject({ claims: 1, events: 1 })
      await store.correct(JSON.stringify({ ...base, id: 'k2', undo: 'k1' }))
      await store.correct(JSON.stringify({ ...base, id: 'k3', change: { split: 'another recall' } }))
      await store.settle()
      expect(await store.counts()).toMatchObject({ claims: 2, events: 2 })
      expect(await store.corrections()).toHaveLength(3)
      await expect(store.correct('{"id": 1}')).rejects.toThrow('corrections, line 1')
    })

    test('what people merge is one event however far apart its days, through a re-coding and until that is undone', async () => {
      const rows = [
        telling({ id: 'a', day: '2024-01-14' }),
        telling({ id: 'b', day: '2024-09-14' }),
        telling({ id: 'c', day: '2024-05-14' }),
      ]
      await fill(await fresh(), rows)
      const shape = async (): Promise<string[]> =>
        (await all(store.allEvents())).map(({ claims }) => claims.map(({ document }) => document).join('+')).toSorted()
      const line = (id: string, document: string, more: object): string =>
        JSON.stringify({
          id,
          who: 'reader',
          when: '2026-01-01T00:00:00Z',
          why: 'one recall',
          document,
          trigger: { from: 4, to: 10 },
          ...more,
        })
      for (const document of ['a', 'b']) await store.correct(line(`k-${document}`, document, { change: { merge: 'one' } }))
      await store.settle()
      expect(await shape()).toEqual(['a+b', 'c'])
      await fill(store, rows, 'coder 2')
      expect(await shape()).toEqual(['a+b', 'c'])
      expect(await store.verify()).toEqual([])
      await store.correct(line('k-undo', 'b', { undo: 'k-b' }))
      await store.settle()
      expect(await shape()).toEqual(['a', 'b', 'c'])
      expect(await store.verify()).toEqual([])
    })

    test('any order of documents gives the same events and entries', async () => {
      const rows = Array.from({ length: 12 }, (_, i) =>
        telling({ id: `d${i}`, day: `2024-01-${String(10 + i)}`, rule: i % 3 === 0 ? 'return' : 'recall' }),
      )
      await fill(await fresh(), rows)
      const first = JSON.stringify([await all(store.allEvents()), await store.entries([])])
      await store.close()
      await fresh()
      for (const row of rows.toReversed()) await fill(store, [row])
      expect(JSON.stringify([await all(store.allEvents()), await store.entries([])])).toBe(first)
    })
  })
}
