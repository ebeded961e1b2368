import { afterEach, describe, expect, test } from 'vitest'
import type { ClaimRow, DocumentRow } from '../spec/index.js'
import { all, fill, telling } from './contract.test.suite.js'
import { idsFor } from './parties.js'
import type { EventQuery, Store } from './ports.js'
import type { LookUps } from './read-model.js'
import { eventsAndTally, tallied } from './tally.js'

/** What answers, and the store that it answers for. `upToDate` is awaited between writing and asking. */
export interface Answering {
  readonly store: Store
  readonly look: LookUps
  upToDate(): Promise<void>
  close(): Promise<void>
}

type Change = Partial<Pick<ClaimRow, 'type' | 'status' | 'historical' | 'quad' | 'goldstein' | 'where' | 'others'>>

/** The document of `telling` with its claim changed, and a place. */
function told(what: Parameters<typeof telling>[0], change: Change, place?: string): DocumentRow {
  const row = telling(what)
  const where = place === undefined ? {} : { where: { place: 0 } as ClaimRow['where'] }
  return {
    ...row,
    places:
      place === undefined
        ? []
        : [{ id: 0, span: { from: 0, to: 3 }, name: place, kind: 'city', country: 'AZE' } as unknown as DocumentRow['places'][number]],
    claims: row.claims.map((claim) => ({ ...claim, ...change, ...where }) as ClaimRow),
  }
}

/** The one suite that every look-up must pass: of a store itself, and of a read model that follows one. `open` makes an empty one. */
export function lookUpContract(name: string, open: () => Promise<Answering>): void {
  describe(`${name} answers as a store does`, () => {
    let it: Answering
    afterEach(() => it.close())
    const filled = async (...rows: DocumentRow[]): Promise<LookUps> => {
      it = await open()
      await fill(it.store, rows)
      await it.upToDate()
      return it.look
    }
    const days = async (look: LookUps, query: EventQuery): Promise<string[]> =>
      (await look.events(query)).events.map(({ when }) => when.from ?? '')

    const SEVERAL = [
      told({ id: 'a', day: '2024-06-14' }, { quad: 4, goldstein: -5.6 }, 'Shusha'),
      told({ id: 'b', day: '2024-06-20', rule: 'return', who: ['BLR', 'RUS'] }, { quad: 1, goldstein: 3.4, historical: true }),
      told({ id: 'c', day: '2024-07-01', on: '2024-06-29', who: ['RUS', 'GBR'] }, { quad: 3, goldstein: -2, status: 'negated' }),
      told({ id: 'd', day: '2024-09-01', who: ['ARM', 'BLR'] }, { quad: 4, goldstein: -5.6, type: 'ACCUSE' }),
    ]

    test('events: by each condition, and by all at once', async () => {
      const look = await filled(...SEVERAL)
      const [a, b, c, d] = ['2024-06-14', '2024-06-20', '2024-06-29', '2024-09-01']
      expect(await days(look, {})).toEqual([d, c, b, a])
      expect(await days(look, { actor: ['state:RUS'] })).toEqual([c, b])
      expect(await days(look, { actor: ['state:GBR', 'state:ARM', 'nobody'] })).toEqual([d, c, a])
      expect(await days(look, { actor: [] })).toEqual([])
      expect(await days(look, { pair: [['state:BLR'], ['state:ARM']] })).toEqual([d, a])
      expect(
        await days(look, {
          pair: [
            ['state:BLR', 'state:GBR'],
            ['state:BLR', 'state:RUS'],
          ],
        }),
      ).toEqual([c, b])
      expect(await days(look, { pair: [['state:BLR'], ['state:BLR']] })).toEqual([])
      expect(await days(look, { type: 'ACCUSE' })).toEqual([d])
      expect(await days(look, { status: 'negated' })).toEqual([c])
      expect(await days(look, { historical: true })).toEqual([b])
      expect(await days(look, { historical: false, actor: ['state:RUS'] })).toEqual([c])
      expect(await days(look, { from: '2024-06-20', to: '2024-06-29' })).toEqual([c, b])
      expect([await days(look, { place: 'Shusha' }), await days(look, { place: 'AZE' }), await days(look, { place: '' })]).toEqual([
        [a],
        [a],
        [],
      ])
      expect(await days(look, { pair: [['state:ARM'], ['state:BLR']], type: 'SANCTION', to: '2024-07-01', text: 'ambassador' })).toEqual([
        a,
      ])
    })

    test('events: by words of one sentence, phrases as they follow each other', async () => {
      const look = await filled(...SEVERAL)
      expect(await days(look, { text: 'GBR Rus' })).toEqual(['2024-06-29'])
      expect(await days(look, { text: '"blr ambassador" d' })).toEqual(['2024-09-01'])
      expect(await days(look, { text: '"ambassador blr"' })).toEqual([])
      expect(await days(look, { text: 'ambassador', limit: 2 })).toEqual(['2024-09-01', '2024-06-29'])
      expect(await days(look, { text: `'; DROP TABLE event; -- " OR *` })).toEqual([])
      expect(await days(look, { text: 'blr\0ambassador d' })).toEqual(['2024-09-01'])
      expect(await days(look, { text: 'amba\0"\0ssador\0' })).toEqual([])
    })

    test('events: in pages, and each by its id or by a claim', async () => {
      const look = await filled(...Array.from({ length: 7 }, (_, i) => telling({ id: `d${i}`, day: `2024-0${i + 1}-01` })))
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await look.events({ limit: 3, ...(after === undefined ? {} : { after }) })
        seen.push(...page.events.map(({ id }) => id))
        after = page.next
      } while (after !== undefined)
      const every = await all(look.allEvents())
      expect(seen).toEqual(every.map(({ id }) => id).toReversed())
      expect(await look.event(seen[2]!)).toEqual(every[4])
      expect(await look.event('nothing')).toBeUndefined()
      expect((await look.eventOfClaim('claim-d3'))?.id).toBe(seen[3])
      expect((await look.eventOfClaim('claim-d3', 'd3'))?.id).toBe(seen[3])
      expect(await look.eventOfClaim('claim-d3', 'd4')).toBeUndefined()
      expect(every).toEqual(await all(it.store.allEvents()))
    })

    // One event, told four times: with its place from the second time on, at last by a document without a day.
    const GROWING = [
      told({ id: 'p', day: '2024-06-14', on: '2024-06-13', killed: 3 }, { quad: 4, goldstein: -10 }),
      told({ id: 'q', day: '2024-06-15', on: '2024-06-13', killed: 5 }, { quad: 4, goldstein: -10 }, 'Shusha'),
      told({ id: 'r', day: '2024-07-20', on: '2024-06-13', killed: 4 }, { quad: 4, goldstein: -10 }),
    ]
    const undated = telling({ id: 'z', day: '2024-06-16', on: '2024-06-13', killed: 9 })
    const { published: _, ...timeless } = undated.article

    test('events: as they were known on a day', async () => {
      const look = await filled(...GROWING, { ...undated, article: timeless }, ...SEVERAL.slice(1))
      const on = async (knownAt: string, query: EventQuery = {}) =>
        (await look.events({ pair: [['state:ARM'], ['state:BLR']], to: '2024-06-30', knownAt, ...query })).events.map((event) => [
          event.claims.length,
          event.where?.name,
          event.figures[0]?.high,
        ])
      expect(await on('2024-06-13')).toEqual([])
      expect(await on('2024-06-14')).toEqual([[1, undefined, 3]])
      expect(await on('2024-06-15')).toEqual([[2, 'Shusha', 5]])
      expect(await on('2024-12-31')).toEqual([[3, 'Shusha', 5]])
      expect((await look.events({ pair: [['state:ARM'], ['state:BLR']], to: '2024-06-30' })).events[0]?.claims).toHaveLength(4)
      // Conditions hold of what was known, and so do words.
      expect(await on('2024-06-14', { historical: true })).toEqual([])
      expect(await on('2024-06-14', { historical: false, text: 'ambassador p' })).toHaveLength(1)
      expect(await on('2024-06-14', { place: 'Shusha' })).toEqual([])
      expect([await on('2024-06-14', { text: 'ambassador q' }), await on('2024-06-15', { text: 'ambassador q' })]).toEqual([
        [],
        [[2, 'Shusha', 5]],
      ])
      for (const day of ['2024-06-15', '2024-06-30', '2024-12-31'])
        expect(await all(look.allEvents(day))).toEqual(await all(it.store.allEvents(day)))
    })

    test('dyad: months by quad class, as many events as there are, the last day of knowledge', async () => {
      const look = await filled(...SEVERAL, ...GROWING)
      const tallyOf = async (query: EventQuery) => (await eventsAndTally(look, query, 1)).tally
      for (const query of [{}, { actor: ['state:ARM'] }, { knownAt: '2024-06-30' }, { type: 'ACCUSE' }, { actor: ['nobody'] }])
        expect(await tallyOf(query)).toEqual(tallied((await it.store.events({ ...query, limit: 1000 })).events))
      expect(await tallyOf({ pair: [['state:ARM'], ['state:BLR']] })).toEqual({
        events: 2,
        known: '2024-09-01',
        months: [
          { month: '2024-06', quads: [0, 0, 0, 1], goldstein: expect.any(Number) as number },
          { month: '2024-09', quads: [0, 0, 0, 1], goldstein: -5.6 },
        ],
      })
    })

    test('state: the entries of actors and pairs, as known on a day', async () => {
      const look = await filled(
        telling({ id: 'a', day: '2024-06-14', on: '2024-06-13' }),
        telling({ id: 'b', day: '2025-01-10', rule: 'return', on: '2025-01-09' }),
        telling({ id: 'c', day: '2024-03-01', who: ['RUS', 'GBR'] }),
      )
      const is = async (sides: string[][], knownAt?: string) =>
        (await look.entries(sides, knownAt)).map((entry) => [entry.is, entry.since, entry.until])
      expect(await is([['state:ARM'], ['state:BLR']])).toEqual([
        ['recalled', '2024-06-13', '2025-01-08'],
        ['present', '2025-01-09', null],
      ])
      expect(await is([['state:BLR']], '2024-12-31')).toEqual([['recalled', '2024-06-13', null]])
      expect(await is([])).toHaveLength(3)
      expect(await is([['state:ARM'], ['state:GBR']])).toEqual([])
      expect(await look.entries([])).toEqual(await it.store.entries([]))
    })

    test('actors: by id and by name, whatever the order of documents', async () => {
      const named = (id: string, name: string): DocumentRow => {
        const row = telling({ id, day: '2024-06-14' })
        return { ...row, actors: row.actors.map((actor) => ({ ...actor, name: actor.id === 'state:ARM' ? name : actor.name })) }
      }
      const look = await filled(named('a', 'Republic of Armenia'), named('b', 'Armenia'), named('c', 'Haiastan'))
      expect(await look.parties()).toEqual(await it.store.parties())
      expect((await look.parties()).map(({ id, name, country }) => [id, name, country])).toEqual([
        ['state:ARM', 'Armenia', 'ARM'],
        ['state:BLR', 'BLR', 'BLR'],
      ])
      expect([await idsFor(look, 'armenia'), await idsFor(look, 'ARM'), await idsFor(look, 'nobody')]).toEqual([
        ['state:ARM'],
        ['state:ARM'],
        [],
      ])
    })

    test('what is told otherwise, corrected or refused is answered so', async () => {
      const look = await filled(...GROWING)
      await fill(it.store, [telling({ id: 'q', day: '2024-06-15', who: ['RUS', 'GBR'] })], 'coder 2')
      await it.store.commit([{ id: 'r', failure: { reason: 'too-long', place: 'sentence 1', cure: 'cut it' } }], 'coder 2')
      await it.store.settle()
      await it.upToDate()
      expect((await all(look.allEvents())).map(({ claims }) => claims.map(({ document }) => document))).toEqual([['p'], ['q']])
      const base = { who: 'reader', when: '2026-01-01T00:00:00Z', why: 'a rumour', document: 'p', trigger: { from: 4, to: 10 } }
      await it.store.correct(JSON.stringify({ ...base, id: 'k1', change: { noEvent: true } }))
      await it.store.settle()
      await it.upToDate()
      expect((await all(look.allEvents())).map(({ claims }) => claims.map(({ document }) => document))).toEqual([['q']])
      expect(await look.entries([['state:ARM']])).toEqual([])
      expect(await look.events({ actor: ['state:ARM'] })).toEqual({ events: [] })
      expect(await look.eventOfClaim('claim-p')).toBeUndefined()
    })

    test('whatever words hold is found as it is', async () => {
      const strange = '\u0000 \ud800 \t\r\n \\N \\. \u2028 "{}" \'); \u{1f600} \u202e'
      const row = telling({ id: 'a', day: '2024-06-14' })
      const hostile: DocumentRow = {
        ...row,
        id: `a${strange.replace('\u0000 \ud800 ', '')}`,
        claims: row.claims.map((claim) => ({ ...claim, actors: [{ span: { from: 0, to: 3 }, actor: `words:${strange}` }] })),
        actors: [...row.actors, { id: `words:${strange}`, name: strange, kind: 'group' }],
      }
      const look = await filled(hostile)
      const [event] = await all(look.allEvents())
      expect(event?.actors).toEqual([{ id: `words:${strange}`, name: strange }])
      expect((await look.events({ actor: [`words:${strange}`] })).events).toEqual([event])
      expect(await look.eventOfClaim('claim-a', hostile.id)).toEqual(event)
      expect(await look.events({ place: strange, text: strange })).toEqual({ events: [] })
    })
  })
}
