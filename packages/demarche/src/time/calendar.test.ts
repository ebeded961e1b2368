import { expect, test } from 'vitest'
import { holidayIn, intervalOf, lastWeekday, lengthOf, nextWeekday, shiftDay, unitAt, weekOf } from './index.js'

test.each([
  ['2024-05-16', '2024-05-16', '2024-05-16'],
  ['2024-05-16TNI', '2024-05-16', '2024-05-16'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-Q4', '2023-10-01', '2023-12-31'],
  ['2024-WI', '2024-12-01', '2025-02-28'],
  ['2023-WI', '2023-12-01', '2024-02-29'],
  ['2020-FA', '2020-09-01', '2020-11-30'],
  ['2024-H2', '2024-07-01', '2024-12-31'],
  ['2024-W01', '2024-01-01', '2024-01-07'],
  ['2021-W53-WE', '2022-01-08', '2022-01-09'],
  ['198', '1980-01-01', '1989-12-31'],
  ['19', '1900-01-01', '1999-12-31'],
])('%s lasts from %s to %s', (value, from, to) => expect(intervalOf(value)).toEqual({ from, to }))

test.each(['P6W', 'XXXX-05', 'PRESENT_REF', '2024-13', '2024-02-30', '', '0'])('%s has no days', (value) =>
  expect(intervalOf(value)).toBeUndefined(),
)

test.each([
  ['2024-01-01', '2024-W01'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2018-12-31', '2019-W01'],
  ['1998-03-01', '1998-W09'],
])('%s is in %s', (day, week) => expect(weekOf(day)).toBe(week))

test.each([
  ['easter', 2024, '2024-03-31'],
  ['easter-2', 1998, '1998-04-10'],
  ['easter', 2000, '2000-04-23'],
  ['11/4/4', 2023, '2023-11-23'],
  ['5/1/-1', 2024, '2024-05-27'],
  ['11/1/1+1', 2024, '2024-11-05'],
  ['12-25', 2001, '2001-12-25'],
])('the holiday %s of %i is %s', (code, year, day) => expect(holidayIn(code, year)).toBe(day))

test('weekdays before and after, the day itself only when it may be', () => {
  expect([
    lastWeekday('2024-06-13', 4, true),
    lastWeekday('2024-06-13', 4, false),
    nextWeekday('2024-06-13', 4, false),
    nextWeekday('2024-06-13', 5, true),
  ]).toEqual(['2024-06-13', '2024-06-06', '2024-06-20', '2024-06-14'])
})

test('shifts keep to the calendar and to the years that there are', () => {
  expect(shiftDay('2024-03-31', 'M', -1)).toBe('2024-02-29')
  expect(shiftDay('2024-06-13', 'Y', -3000)).toBeUndefined()
  expect(shiftDay('2024-06-13', 'D', 99_999_999)).toBeUndefined()
  expect([unitAt('2024-06-13', 'Q'), unitAt('2024-06-13', 'DE'), unitAt('2024-06-13', 'WE')]).toEqual(['2024-Q2', '202', '2024-W24-WE'])
})

test('lengths', () =>
  expect([lengthOf('Y', 2.5), lengthOf('H', 0.5), lengthOf('MIN', 'some'), lengthOf('DE', 4), lengthOf('FN', 1)]).toEqual([
    'P2Y6M',
    'PT30M',
    'PTXM',
    'P40Y',
    'P2W',
  ]))
