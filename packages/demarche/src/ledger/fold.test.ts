import { expect, test } from 'vitest'
import type { EventRow } from '../spec/index.js'
import { concerning, fold, holdingOn, type Effects } from './index.js'
import { made as event } from './made.test.suite.js'

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

test('what is announced, wished for or refused changes nothing: its type is another one', () => {
  const own: Effects = new Map([
    ['delist', { of: 'sanctions', becomes: 'lifted', sides: { by: 'actor', on: 'recipient' }, types: new Set(['RETREAT', null]) }],
  ])
  const told = (type: string | null) => fold([event('d', 'delist', '2024-06-13', '2024-06-13', { type })], own)
  expect(told('REJECT')).toEqual([])
  expect(told('AGREE')).toEqual([])
  expect(told('RETREAT')).toMatchObject([{ is: 'lifted' }])
  expect(told(null)).toMatchObject([{ is: 'lifted' }])
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

test('a war of which nothing more is told ends after a year, and each telling begins the year anew', () => {
  const lapsing: Effects = new Map([
    ['war', { of: 'armed conflict', becomes: 'war', sides: {}, lapses: 365 }],
    ['truce', { of: 'armed conflict', becomes: 'truce', sides: {} }],
  ])
  const told = (...days: string[]): unknown[] =>
    fold(
      days.map((it) => event(it, it.endsWith('T') ? 'truce' : 'war', it.slice(0, 10), it.slice(0, 10))),
      lapsing,
    ).map(({ is, since, until, lapsed, because }) => [is, since, until, lapsed ?? false, because.length])
  expect(told('2021-01-01', '2021-12-31')).toEqual([['war', '2021-01-01', '2022-12-31', true, 2]])
  expect(told('2021-01-01', '2022-01-02')).toEqual([
    ['war', '2021-01-01', '2022-01-01', true, 1],
    ['war', '2022-01-02', '2023-01-02', true, 1],
  ])
  expect(told('2021-01-01', '2021-02-01T')).toEqual([
    ['war', '2021-01-01', '2021-01-31', false, 1],
    ['truce', '2021-02-01', null, false, 1],
  ])
  expect(told('2021-01-01', '2024-02-01T')).toEqual([
    ['war', '2021-01-01', '2022-01-01', true, 1],
    ['truce', '2024-02-01', null, false, 1],
  ])
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

test('an act that is told again is one entry, because of both', () => {
  const again = [event('b', 'recall', '2024-06-20', '2024-06-20'), event('a', 'recall', '2024-06-13', '2024-06-13')]
  expect(fold(again, effects).map(({ since, until, because }) => [since, until, because])).toEqual([['2024-06-13', null, ['a', 'b']]])
})

test('of contradictions of one day the one that is told oftener holds; told equally often, what ends a state comes last', () => {
  const day = '2024-06-13'
  const twice = (id: string) => [1, 2].map((i) => ({ id: `c-${id}-${i}`, document: `d${i}`, known: day, why: 'same' }))
  const last = (events: EventRow[]) => fold(events, effects).at(-1)?.is
  expect(last([event('a', 'return', day, day), event('b', 'recall', day, day)])).toBe('present')
  expect(last([event('a', 'return', day, day), event('b', 'recall', day, day, { claims: twice('b') })])).toBe('recalled')
  expect(last([event('b', 'truce', day, day), event('a', 'war', day, day)])).toBe('truce')
  const clash = fold([event('a', 'return', day, day), event('b', 'recall', day, day)], effects)
  expect(clash.map(({ since, until }) => [since, until])).toEqual([
    [day, day],
    [day, null],
  ])
})

test('an act without a day comes first, and what follows it has no day to end it on but its own', () => {
  const undated = event('z', 'recall', '2024-01-01', '2024-01-01', { when: { basis: 'unknown' } })
  const entries = fold([event('b', 'return', '2024-06-13', '2024-06-13'), undated], effects)
  expect(entries.map(({ is, since, until }) => [is, since, until])).toEqual([
    ['recalled', null, '2024-06-12'],
    ['present', '2024-06-13', null],
  ])
  expect(holdingOn(entries, '1990-01-01').map(({ is }) => is)).toEqual(['recalled'])
  expect(fold([undated], effects)[0]!.basis).toBe('unknown')
  expect(fold([event('a', 'arms', '2024-01-01', '2024-01-01', { when: { basis: 'unknown' } })], effects)).toMatchObject([
    { since: null, until: null },
  ])
})

test('an interval has an end where two days of it are stated', () => {
  const until = (from: string, to: string, basis: EventRow['when']['basis']) =>
    fold([event('a', 'arms', from, to, { when: { from, to, basis } })], effects)[0]!.until
  expect(until('2018-01-01', '2022-12-31', 'stated')).toBe('2022-12-31')
  expect(until('2018-01-01', '2018-01-01', 'stated')).toBeNull()
  expect(until('2018-01-01', '2022-12-31', 'publication')).toBeNull()
})

test('who brokers what two do is named; other roles are not', () => {
  const others = [
    { role: 'mediator', id: 'state:QAT', name: 'Qatar' },
    { role: 'territory', id: 'state:NKR', name: 'Nagorno-Karabakh' },
  ]
  expect(fold([event('t', 'truce', '2020-11-10', '2020-11-10', { others })], effects)[0]).toMatchObject({ broker: ['state:QAT'] })
  const brokers = (rule: string, of: EventRow['others']) =>
    'broker' in fold([event('t', rule, '2020-11-10', '2020-11-10', { others: of })], effects)[0]!
  expect([brokers('truce', []), brokers('recall', others)]).toEqual([false, false])
})

test('the fold can be held to some relations', () => {
  const events = [event('a', 'recall', '2024-06-13', '2024-06-13'), event('b', 'war', '2024-06-13', '2024-06-13')]
  expect(fold(events, effects, ({ of }) => of === 'armed conflict').map(({ of }) => of)).toEqual(['armed conflict'])
  // In order of kinds, then of sides.
  expect(fold(events, effects).map(({ of }) => of)).toEqual(['armed conflict', 'post ambassador'])
})

test('an entry holds on its first and on its last day, and all are given without a day', () => {
  const entries = fold([event('b', 'return', '2025-01-01', '2025-01-01'), event('a', 'recall', '2024-06-13', '2024-06-13')], effects)
  const on = (day: string | null) => holdingOn(entries, day).map(({ is }) => is)
  expect(['2024-06-12', '2024-06-13', '2024-12-31', '2025-01-01', null].map(on)).toEqual([
    [],
    ['recalled'],
    ['recalled'],
    ['present'],
    ['recalled', 'present'],
  ])
  expect(concerning(entries, [['state:ARM'], ['x', 'state:BLR']])).toHaveLength(2)
  expect(concerning(entries, [['state:ARM'], ['x']])).toEqual([])
})
