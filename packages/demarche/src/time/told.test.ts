import { expect, test } from 'vitest'
import { toldDays } from './told.js'

test.each([
  ['2024-05-16', '2024-05-16', '2024-05-16'],
  ['2024-05-11', '2024-05-13', '2024-05-11–13'],
  ['2024-02-01', '2024-02-29', '2024-02'],
  ['2023-02-01', '2023-02-28', '2023-02'],
  // A day short of the month.
  ['2024-02-01', '2024-02-28', '2024-02-01–28'],
  ['2020-09-01', '2020-11-30', '2020-09–11'],
  ['2020-01-01', '2020-12-31', '2020'],
  ['2018-01-01', '2022-12-31', '2018–2022'],
  ['2020-12-01', '2021-02-28', '2020-12–2021-02'],
  // Parts of months are told by the months that hold them.
  ['2022-12-30', '2023-01-02', '2022-12–2023-01'],
  ['2024-05-27', '2024-06-02', '2024-05–06'],
  ['2023-09-19', undefined, '2023-09-19–'],
  [undefined, '2023-09-19', '–2023-09-19'],
  [undefined, undefined, undefined],
])('%s to %s is told as %s', (from, to, told) => {
  expect(toldDays({ from, to })).toBe(told)
  expect((told ?? '').length).toBeLessThanOrEqual(15)
})
