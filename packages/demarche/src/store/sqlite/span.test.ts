import { expect, test } from 'vitest'
import type { Report } from '../../story/index.js'
import { ANYWHERE, neighbours, spanOf } from './span.js'

const when = (from?: string, to = from): Pick<Report, 'claim' | 'merge'> =>
  ({ claim: { when: { ...(from === undefined ? {} : { from, to }), basis: 'stated' } } }) as Pick<Report, 'claim' | 'merge'>

const groups = (...reports: Pick<Report, 'claim' | 'merge'>[]): number[] =>
  [
    ...neighbours(
      reports.map(spanOf).toSorted((a, b) => a - b),
      (it) => it,
    ),
  ].map(({ length }) => length)

test('claims whose days lie further apart than any comparison forgives are of different groups', () => {
  expect(groups(when('2024-01-01'), when('2024-01-11'), when('2024-01-22'))).toEqual([2, 1])
  expect(groups(when('2024-01-01', '2024-01-31'), when('2024-01-02'), when('2024-02-10'))).toEqual([3])
  // The longer of two that begin on one day reaches further.
  expect(groups(when('2024-01-01', '2024-01-20'), when('2024-01-01'), when('2024-01-29'))).toEqual([3])
  expect(groups(when('1999-12-25'), when('2000-01-04'), when('0001-01-01'))).toEqual([1, 2])
})

test('what may be anywhere is near to all', () => {
  expect([spanOf(when()), spanOf(when('2024-01-01', '2024-12-31')), spanOf({ ...when('2024-01-01'), merge: 'a' })]).toEqual([
    ANYWHERE,
    ANYWHERE,
    ANYWHERE,
  ])
  expect(groups(when('2020-01-01'), when(), when('2024-01-01'))).toEqual([3])
})
