import { expect, test } from 'vitest'
import type { EventRow } from '../spec/index.js'
import { concerning, fold, holdingOn, type Effects } from './index.js'

const effects: Effects = new Map([
  ['recall', { of: 'post ambassador', becomes: 'recalled', sides: { from: 'actor', at: 'recipient' } }],
  ['return', { of: 'post ambassador', becomes: 'present', sides: { from: 'actor', at: 'recipient' } }],
  ['war', { of: 'armed conflict', becomes: 'war', sides: {} }],
  ['truce', { of: 'armed conflict', becomes: 'truce', sides: {} }],
  ['arms', { of: 'arms supply', becomes: 'supplied', sides: { from: 'actor', to: 'recipient' } }],
  ['exchange', { of: 'post ambassador', becomes: 'present', sides: { from: 'either', at: 'either' } }],
  ['sanction', { of: 'sanctions', becomes: 'in force', sides: { by: 'actor', on: 'recipient' } }],
  ['delist', { of: 'sanctions', becomes: 'lifted', sides: { by: 'actor', on: 'recipient' } }],
  ['blockade', { of: 'blockade', becomes: 'in force', sides: { by: 'actor', on: 'territory' } }],
])

const event = (id: string, rule: string, from: string, to: string, more: Partial<EventRow> = {}): EventRow => ({
  id,
  type: 'SANCTION',
  rule,
  status: 'actual',
  historical: false,
  actors: [{ id: 'state:ARM', name: 'Armenia' }],
  recipients: [{ id: 'state:BLR', name: 'Belarus' }],
  others: [],
  when: { from, to, basis: 'stated' },
  figures: [],
  claims: [{ id: `c-${id}`, document: 'd', known: from, why: 'first report' }],
  known: from,
  ...more,
})

test('a change ends the state before it', () => {
  expect(fold([event('b', 'return', '2025-01-01', '2025-01-01'), event('a', 'recall', '2024-06-13', '2024-06-13')], effects)).toEqual([
    {
      of: 'post ambassador',
      from: 'state:ARM',
      at: 'state:BLR',
      is: 'recalled',
      since: '2024-06-13',
      until: '2024-12-31',
      basis: 'stated',
      because: ['a'],
    },
    {
      of: 'post ambassador',
      from: 'state:ARM',
      at: 'state:BLR',
      is: 'present',
      since: '2025-01-01',
      until: null,
      basis: 'stated',
      because: ['b'],
    },
  ])
})

test('war opens on the first day of its interval, the truce holds from its last', () => {
  const entries = fold([event('t', 'truce', '2020-09-01', '2020-11-30'), event('w', 'war', '2020-09-01', '2020-11-30')], effects)
  expect(holdingOn(entries, '2020-10-15').map(({ is }) => is)).toEqual(['war'])
  expect(holdingOn(entries, '2021-06-01').map(({ is }) => is)).toEqual(['truce'])
  expect(holdingOn(entries, '2020-08-31')).toEqual([])
})

test('what both sides do alike is an entry for each of them', () => {
  const both = [
    ['state:ARM', 'state:BLR'],
    ['state:BLR', 'state:ARM'],
  ]
  const states = {
    actors: [
      { id: 'state:ARM', name: 'Armenia' },
      { id: 'state:BLR', name: 'Belarus' },
    ],
    recipients: [],
  }
  for (const more of [{}, states])
    expect(fold([event('a', 'exchange', '2024-06-13', '2024-06-13', more)], effects).map(({ from, at }) => [from, at])).toEqual(both)
})

test('a negated or planned act changes nothing', () => {
  expect(
    fold(
      [
        event('a', 'recall', '2024-06-13', '2024-06-13', { status: 'negated' }),
        event('b', 'recall', '2024-06-13', '2024-06-13', { status: 'future' }),
      ],
      effects,
    ),
  ).toEqual([])
})

test('contradictions of one day are kept and named', () => {
  const entries = fold([event('a', 'recall', '2024-06-13', '2024-06-13'), event('b', 'return', '2024-06-13', '2024-06-13')], effects)
  expect(entries.map(({ is, contradictedBy }) => [is, contradictedBy])).toEqual([
    ['recalled', ['b']],
    ['present', ['a']],
  ])
})

test('a supply is an interval of its own', () => {
  expect(fold([event('a', 'arms', '2018-01-01', '2022-12-31')], effects)).toMatchObject([
    { of: 'arms supply', from: 'state:ARM', to: 'state:BLR', since: '2018-01-01', until: '2022-12-31' },
  ])
})

test('a territory is a side, and a place stands for it where none is named', () => {
  const on = event('a', 'blockade', '2022-12-12', '2022-12-12', {
    others: [{ role: 'territory', id: 'state:NKR', name: 'Nagorno-Karabakh' }],
  })
  const where = event('b', 'blockade', '2022-12-12', '2022-12-12', { where: { name: 'Lachin corridor' } })
  const entries = fold([on, where], effects)
  expect(concerning(entries, [['state:NKR']]).map(({ by, on }) => [by, on])).toEqual([['state:ARM', 'state:NKR']])
  expect(concerning(entries, [['place:Lachin corridor']])).toHaveLength(1)
})

test('the order of events does not matter', () => {
  const events = ['2024-01-01', '2024-03-01', '2024-02-01', '2024-05-01'].map((day, i) =>
    event(`e${i}`, i % 2 === 0 ? 'recall' : 'return', day, day),
  )
  expect(fold(events.toReversed(), effects)).toEqual(fold(events, effects))
})

test('police against demonstrators is no armed conflict', () => {
  const party = (id: string, sector: string): EventRow['actors'][number] => ({ id, name: id, sector })
  const clash = (sector: string): EventRow =>
    event('a', 'war', '2024-01-01', '2024-01-01', { actors: [party('state:KEN', 'GOV')], recipients: [party('words:crowd', sector)] })
  expect([fold([clash('CVL')], effects).length, fold([clash('REB')], effects).length]).toEqual([0, 1])
})

test("sanctions on a country's companies are in force on the country, and the end of those on one company lifts no others", () => {
  const bank = { id: 'group-1', name: 'Belarusian banks', country: 'BLR', sector: 'BUS' }
  const rebels = { id: 'group-2', name: 'rebels', country: 'BLR', sector: 'REB' }
  const entries = fold(
    [
      event('s', 'sanction', '2022-02-25', '2022-02-25', { recipients: [bank, rebels] }),
      event('d', 'delist', '2023-02-25', '2023-02-25', { recipients: [bank] }),
      event('o', 'sanction', '2022-03-01', '2022-03-01', { recipients: [{ ...bank, id: 'group-3', country: 'ARM' }] }),
    ],
    effects,
  )
  const on = (day: string): string[] => holdingOn(entries, day).map((it) => `${it.on} ${it.is}`)
  expect(on('2022-02-26')).toEqual(['group-1 in force', 'group-2 in force', 'state:BLR in force'])
  expect(on('2023-03-01')).toEqual(['group-1 lifted', 'group-2 in force', 'group-3 in force', 'state:BLR in force'])
})
