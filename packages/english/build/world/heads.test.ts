import { expect, test } from 'vitest'
import { gaps, world } from './gaps.test.suite.js'

const BEGIN = '1990-01-01'
const states = [...world.actors()].filter(({ kind, sort }) => kind === 'state' && sort === 'un member')

/** Since 1990 or since the state exists. */
const of = (head: 'head of state' | 'head of government'): string[] =>
  states.flatMap(({ id, from }) => gaps(id.slice('state:'.length), head, from !== undefined && from > BEGIN ? from : BEGIN)).toSorted()

test('every member of the UN has a head of government on every day since 1990, save on these', () => {
  expect(of('head of government')).toEqual([
    'BOL 2019-11-11..2019-11-11',
    'IRQ 2003-04-10..2004-06-27',
    'LBR 1990-09-10..1990-11-21',
    'MDG 2025-10-15..2025-10-16',
    'SLE 1998-02-13..1998-03-09',
    'SOM 1991-01-27..1991-01-28',
  ])
})

test('every member of the UN has a head of state on every day since 1990, save on these', () => {
  expect(of('head of state')).toEqual([
    'AUT 2004-07-07..2004-07-07',
    'AUT 2016-07-08..2017-01-25',
    'BEL 1993-08-01..1993-08-08',
    'BOL 2019-11-11..2019-11-11',
    'CZE 1993-01-01..1993-02-01',
    'HTI 2016-02-08..2016-02-13',
    'HTI 2021-07-08..2024-04-29',
    'IRQ 2003-04-10..2004-06-27',
    'LAO 1992-11-22..1992-11-24',
    'LBN 2007-11-24..2008-05-24',
    'LBN 2014-05-25..2016-10-30',
    'LBN 2022-10-31..2025-01-08',
    'LBR 1990-09-10..1990-11-21',
    'MDG 2025-10-15..2025-10-16',
    'SLE 1998-02-13..1998-03-09',
    'SOM 1991-01-27..1991-01-28',
    'VNM 2018-09-22..2018-09-22',
    'WSM 2007-05-12..2007-06-19',
  ])
})
