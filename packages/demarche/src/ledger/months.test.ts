import { expect, test } from 'vitest'
import { monthly, monthOf } from './index.js'
import { made } from './made.test.suite.js'

const on = (day: string, more: Parameters<typeof made>[4] = {}) => made(day, 'act', day, day, more)

test('actual events are counted by month and quad class, in order of months', () => {
  const events = [
    on('2024-06-30', { quad: 4, goldstein: -10 }),
    on('2024-06-01', { quad: 1, goldstein: 3.4 }),
    on('2024-06-02', { quad: 1 }),
    on('2024-06-03', { quad: 3 }),
    on('2024-06-04', { status: 'negated', quad: 2 }),
    on('2024-06-05', { status: 'future', quad: 2 }),
    on('2023-12-31', { quad: 2, historical: true, goldstein: 1.1 }),
    on('2024-06-06', { quad: 2, when: { basis: 'stated' } }),
    on('2024-05-01', {}),
  ]
  const wanted = [
    { month: '2023-12', quads: [0, 1, 0, 0], goldstein: 1.1 },
    { month: '2024-05', quads: [0, 0, 0, 0] },
    { month: '2024-06', quads: [2, 0, 1, 1], goldstein: -3.3 },
  ]
  expect(monthly(events)).toEqual(wanted)
  expect(monthly(events.toReversed())).toEqual(wanted)
  expect(monthly([])).toEqual([])
})

test('a mean of tenths is exact, whatever the order of adding', () => {
  const scores = [0.1, 0.2, 0.3, 2.8, -5]
  const of = (list: readonly number[]) => monthly(list.map((goldstein, i) => on(`2024-06-0${i + 1}`, { goldstein })))[0]!.goldstein
  expect([of(scores), of(scores.toReversed())]).toEqual([-0.32, -0.32])
})

test('a month from its counts', () => {
  expect(monthOf('2024-06', [1, 2, 3, 4], -250, 2)).toEqual({ month: '2024-06', quads: [1, 2, 3, 4], goldstein: -1.25 })
  expect(monthOf('2024-06', [], 0, 0)).toEqual({ month: '2024-06', quads: [0, 0, 0, 0] })
  expect(monthOf('2024-06', [5], 0, 1)).toEqual({ month: '2024-06', quads: [5, 0, 0, 0], goldstein: 0 })
})
