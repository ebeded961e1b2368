import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimRow, DocumentRow, EventRow } from '../spec/index.js'
import { telling } from './contract.test.suite.js'
import { type Correction, compare, mergeReports, reportsOf, type Report } from '../story/index.js'

const words = (seed: number): string => Array.from({ length: 60 }, (_, i) => `w${(seed * 31 + i * (i + seed)) % 997}`).join(' ')

/** A document of one claim, with more text after it. */
function story(it: Parameters<typeof telling>[0], more = words(it.id.codePointAt(0)!), claim: Partial<ClaimRow> = {}): DocumentRow {
  const row = telling(it)
  return {
    ...row,
    article: { ...row.article, text: `${row.article.text}. ${more}` },
    claims: row.claims.map((own) => ({ ...own, ...claim })),
  }
}
const events = (rows: readonly DocumentRow[], log: readonly Correction[] = []): EventRow[] =>
  mergeReports(rows.flatMap((row) => reportsOf(row, log)))
const shape = (found: readonly EventRow[]): string[] => found.map(({ claims }) => claims.map(({ document }) => document).join('+'))

test('a copy printed a week later is the same event, says so, and counts once in figures', () => {
  const more = words(1)
  const [event, ...others] = events([
    story({ id: 'a', day: '2024-06-01', killed: 3 }, more),
    story({ id: 'b', day: '2024-06-08', killed: 9 }, `${more} reporting by X`, {
      when: { from: '2024-06-07', to: '2024-06-07', basis: 'narrative' },
    }),
    story({ id: 'c', day: '2024-06-02', on: '2024-06-01', killed: 5 }, words(77)),
  ])
  expect(others).toEqual([])
  expect(event?.claims.map(({ document, copyOf }) => [document, copyOf])).toEqual([
    ['a', undefined],
    ['c', undefined],
    ['b', 'a'],
  ])
  expect(event?.claims[2]?.why).toMatch(/^merged because the articles are copies \(\d+ % in common\)/)
  expect(event?.figures).toMatchObject([{ best: 5, low: 3, high: 9 }])
})

test('without a copy the same days are two events', () =>
  expect(events([story({ id: 'a', day: '2024-06-01' }), story({ id: 'b', day: '2024-06-08' })])).toHaveLength(2))

test('a report joins the event that it fits best, not the first that would do', () =>
  expect(
    shape(
      events([
        story({ id: 'a', day: '2024-06-01' }),
        story({ id: 'b', day: '2024-06-03' }),
        story({ id: 'c', day: '2024-06-04', on: '2024-06-03' }),
      ]),
    ),
  ).toEqual(['a', 'b+c']))

test('acts of one type on one day are two events when rules and words differ', () => {
  const a = story({ id: 'a', day: '2024-06-01' }, '', { type: 'AGREE', rule: 'agree-relations', mode: undefined })
  const b = story({ id: 'b', day: '2024-06-01', rule: 'harbour' }, '', { type: 'AGREE', rule: 'allow-access', mode: undefined })
  const far = { ...b, article: { ...b.article, text: 'Merchants may use another quay from now' } }
  expect(shape(events([a, far])).toSorted()).toEqual(['a', 'b'])
  expect(shape(events([a, { ...far, claims: [{ ...far.claims[0]!, rule: 'agree-relations' }] }]))).toEqual(['a+b'])
})

test('background joins the event that it recalls by its month', () => {
  const recall = story({ id: 'b', day: '2025-06-13' }, 'Other words altogether.', {
    historical: true,
    when: { from: '2024-06-01', to: '2024-06-30', basis: 'stated' },
    sentence: { from: 4, to: 10 },
  })
  const found = events([story({ id: 'a', day: '2024-06-13' }), recall])
  expect(shape(found)).toEqual(['a+b'])
  expect(found[0]).toMatchObject({ historical: false, when: { from: '2024-06-13' } })
  expect(found[0]?.claims[1]?.why).toBe('merged because days overlap, one recalls what the other reports')
})

test('reports that are kept apart say why', () => {
  const [a, b] = [
    { id: 'a', day: '2024-06-01' },
    { id: 'b', day: '2024-09-01' },
  ].map((it) => reportsOf(telling(it))[0] as Report)
  expect(compare(a!, b!)).toMatchObject({ same: false, why: 'days are 92 apart' })
  expect(compare(a!, { ...a!, claim: { ...a!.claim, status: 'future' } }).why).toBe('one is actual, the other future')
})

test('later reports leave what was known before as it was, and the order of input is nothing', () => {
  const day = (n: number): string => `2024-06-${String(n).padStart(2, '0')}`
  const told = fc.record({
    told: fc.integer({ min: 1, max: 28 }),
    on: fc.integer({ min: 1, max: 28 }),
    more: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(told, { minLength: 2, maxLength: 24 }), fc.integer({ min: 1, max: 28 }), (all, now) => {
      const rows = all.map((it, i) => story({ id: `d${i}`, day: day(it.told), on: day(it.on) }, words(it.more)))
      const known = all.flatMap(({ told: at }, i) => (at <= now ? [rows[i]!] : []))
      const cut = shape(events(rows))
        .map((it) => it.split('+').filter((id) => all[Number(id.slice(1))]!.told <= now))
        .filter((it) => it.length > 0)
      expect(shape(events(known)).toSorted()).toEqual(cut.map((it) => it.join('+')).toSorted())
      expect(events(rows.toReversed())).toEqual(events(rows))
    }),
    { numRuns: 40 },
  )
})

test.each<[string, NonNullable<Correction['change']>, Partial<EventRow>]>([
  ['type', { type: 'AID' }, { type: 'AID', rule: 'by-hand' }],
  ['status', { status: 'negated' }, { status: 'negated' }],
  ['day', { day: { from: '2023-01-02', to: '2023-01-03' } }, { when: { from: '2023-01-02', to: '2023-01-03', basis: 'stated' } }],
  ['actor', { actors: ['state:RUS'] }, { actors: [{ id: 'state:RUS', name: 'RUS', country: 'RUS', sector: 'GOV' }] }],
  ['recipient', { recipients: ['state:POL'] }, { recipients: [{ id: 'state:POL', name: 'POL', country: 'POL', sector: 'GOV' }] }],
  ['place', { place: { name: 'Minsk', country: 'BLR' } }, { where: { name: 'Minsk', country: 'BLR' } }],
])('a wrong %s is corrected', (_, change, right) => {
  const line: Correction = {
    id: 'k',
    who: 'reader',
    when: '2026-01-01T00:00:00Z',
    why: 'seen',
    document: 'a',
    trigger: { from: 4, to: 10 },
    change,
  }
  expect(events([telling({ id: 'a', day: '2024-06-14' })], [line])).toMatchObject([right])
  expect(events([telling({ id: 'b', day: '2024-06-14' })], [line])).not.toMatchObject([right])
})
