import { expect, test } from 'vitest'
import type { PartyRow } from '../spec/index.js'
import { changesOf, type Effects, pairs } from './index.js'
import { made } from './made.test.suite.js'

const party = (id: string, sector?: string, country?: string): PartyRow => ({
  id,
  name: id,
  ...(sector === undefined ? {} : { sector }),
  ...(country === undefined ? {} : { country }),
})
const act = (more: Parameters<typeof made>[4]) => made('a', 'act', '2024-06-13', '2024-06-13', more)
const doing = (of: string, becomes: string, sides: Record<string, string> = {}): Effects => new Map([['act', { of, becomes, sides }]])
const sidesOf = (effects: Effects, more: Parameters<typeof made>[4]) =>
  changesOf(act(more), effects).map(({ sides }) => sides.map((it) => it.join(' ')).join(', '))
const A = party('state:ARM')
const B = party('state:BLR')
const C = party('state:CHN')

test('each combination of sides is a change, but nobody has a relation with itself', () => {
  expect(sidesOf(doing('aid', 'supplied'), { actors: [A, B], recipients: [B, C] })).toEqual([
    'from state:ARM, to state:BLR',
    'from state:ARM, to state:CHN',
    'from state:BLR, to state:CHN',
  ])
  expect(sidesOf(doing('existence', 'declared'), { actors: [A], recipients: [A] })).toEqual(['actor state:ARM'])
  expect(sidesOf(doing('aid', 'supplied'), { recipients: [] })).toEqual([])
})

test('an act of a rule without an effect, or of an unknown kind, changes nothing', () => {
  expect(sidesOf(new Map(), {})).toEqual([])
  expect(sidesOf(doing('weather', 'fine'), {})).toEqual([])
})

test.each([
  ['actor', ['state:ARM']],
  ['recipient', ['state:BLR']],
  ['either', ['state:ARM', 'state:BLR']],
  ['place', ['place:Lachin']],
  ['where', ['place:Lachin']],
  ['territory', ['state:NKR']],
  ['mediator', []],
] as const)('a side can be filled from: %s', (source, ids) => {
  const others = [{ role: 'territory', ...party('state:NKR') }]
  expect(sidesOf(doing('existence', 'declared', { actor: source }), { others, where: { name: 'Lachin' } })).toEqual(
    ids.map((id) => `actor ${id}`),
  )
})

test('without a territory its place stands for it, and for no other role; without a place there is none', () => {
  const of = (source: string, where?: { name: string }) =>
    sidesOf(doing('existence', 'declared', { actor: source }), where ? { where } : {})
  expect([of('territory', { name: 'Lachin' }), of('mediator', { name: 'Lachin' })]).toEqual([['actor place:Lachin'], []])
  expect([of('territory'), of('place'), of('where')]).toEqual([[], [], []])
})

test('sanctions on companies are on their state too, once, and on no other', () => {
  const on = (recipients: PartyRow[], becomes = 'in force') => sidesOf(doing('sanctions', becomes), { actors: [C], recipients })
  const bank = party('g-1', 'BUS', 'BLR')
  expect(on([bank, party('g-2', 'BUS', 'BLR')])).toEqual(['g-1', 'g-2', 'state:BLR'].map((id) => `by state:CHN, on ${id}`))
  expect(on([bank], 'lifted')).toEqual(['by state:CHN, on g-1'])
  expect(on([party('g-1', 'BUS')])).toEqual(['by state:CHN, on g-1'])
  expect(on([party('g-1', undefined, 'BLR')])).toEqual(['by state:CHN, on g-1'])
  // Who is not a side is not reached through.
  const through = sidesOf(doing('sanctions', 'in force', { on: 'mediator' }), {
    actors: [C],
    recipients: [bank],
    others: [{ role: 'mediator', ...A }],
  })
  expect(through).toEqual(['by state:CHN, on state:ARM'])
  expect(sidesOf(doing('blockade', 'in force'), { actors: [C], recipients: [bank] })).toEqual(['by state:CHN, on g-1'])
})

test('pairs: each actor with each recipient, once and in order; without recipients the actors among themselves', () => {
  expect(pairs({ actors: [B], recipients: [A] })).toEqual([['state:ARM', 'state:BLR']])
  expect(pairs({ actors: [A, B], recipients: [B, A] })).toEqual([['state:ARM', 'state:BLR']])
  expect(pairs({ actors: [C, A, B], recipients: [] })).toEqual([
    ['state:ARM', 'state:CHN'],
    ['state:BLR', 'state:CHN'],
    ['state:ARM', 'state:BLR'],
  ])
  expect(pairs({ actors: [], recipients: [B, A] })).toEqual([['state:ARM', 'state:BLR']])
  expect(pairs({ actors: [A], recipients: [A] })).toEqual([])
})

test.each([
  ['GOV', 1],
  ['MIL', 1],
  ['REB', 1],
  ['UAF', 1],
  ['IMG', 1],
  ['COP', 0],
  ['CVL', 0],
  [undefined, 0],
])('a side of an armed conflict: %s', (sector, count) => {
  const more = { recipients: [party('g-1', sector)] }
  expect(sidesOf(doing('armed conflict', 'war'), more)).toHaveLength(count)
  expect(sidesOf(doing('relations', 'severed'), more)).toEqual(['between g-1, between state:ARM'])
})
