import { expect, test } from 'vitest'
import { binOf, dayAt, days, firstOf, lastOf, monthAt, months, unitFor } from './days.js'

test('days and months are counted and written back', () => {
  expect(dayAt(days('2024-02-29'))).toBe('2024-02-29')
  expect(monthAt(months('2023-12-31') + 1)).toBe('2024-01')
  expect([firstOf(months('2024-02-10')), lastOf(months('2024-02-10'))]).toEqual(['2024-02-01', '2024-02-29'])
})

test.each([
  ['day', '2024-05-08', '2024-05-08', '2024-05-08'],
  ['week', '2024-05-08', '2024-05-06', '2024-05-12'],
  ['month', '2024-05-08', '2024-05-01', '2024-05-31'],
  ['quarter', '2024-05-08', '2024-04-01', '2024-06-30'],
  ['year', '2024-05-08', '2024-01-01', '2024-12-31'],
] as const)('a %s holds %s from %s to %s', (unit, day, first, last) => expect(binOf(day, unit)).toMatchObject({ first, last }))

test('columns are as fine as there is room for', () => {
  expect([20, 200, 2000, 20_000].map((span) => unitFor(span, 70))).toEqual(['day', 'week', 'month', 'year'])
})
