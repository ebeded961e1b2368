import { createWorld } from 'demarche/world'
import { addDays } from 'demarche/time'
import { expect, test } from 'vitest'
import { compileWorld } from './compile.js'
import { readTables } from './read.js'

const world = createWorld(compileWorld(readTables(new URL('../../world/', import.meta.url))))
const BEGIN = '1990-01-01'
const states = [...world.actors()].filter(({ kind, sort }) => kind === 'state' && sort === 'un member')

/** The spells, from 1990 to the last day of the tables, on which a state existed and nobody held an office that is head: `HTI 2021-07-08..`. */
function gaps(code: string, from: string, head: 'head of state' | 'head of government'): string[] {
  const start = from > BEGIN ? from : BEGIN
  // Who holds changes only where a tenure begins or has ended.
  const turns = world.tenures(code).flatMap((it) => [it.from!, ...(it.to === undefined ? [] : [addDays(it.to, 1)])])
  const days = [...new Set([start, ...turns])].filter((day) => day >= start && day <= world.until).toSorted()
  const held = days.map((day) => world.holder(code, head, day) !== undefined)
  return days.flatMap((day, i) => {
    if (held[i] || (i > 0 && !held[i - 1])) return []
    const next = days.findIndex((_, j) => j > i && held[j])
    return [`${code} ${day}..${next < 0 ? '' : addDays(days[next]!, -1)}`]
  })
}

const of = (head: 'head of state' | 'head of government'): string[] =>
  states.flatMap(({ id, from }) => gaps(id.slice('state:'.length), from ?? BEGIN, head)).toSorted()

test('every member of the UN has a head of government on every day since 1990, save on these', () => {
  expect(of('head of government')).toEqual([
    'AFG 2021-08-16..2021-09-06',
    'BOL 2019-11-11..2019-11-11',
    'COM 1995-09-29..1995-10-04',
    'GEO 1991-04-09..1991-04-13',
    'HTI 1990-03-11..1990-03-12',
    'HTI 1991-10-01..1991-10-07',
    'HTI 2016-02-08..2016-02-13',
    'HTI 2021-07-08..2021-07-19',
    'IRQ 2003-04-10..2004-06-27',
    'LBR 1990-09-10..1990-11-21',
    'MDG 2025-10-15..2025-10-16',
    'SLE 1992-04-30..1992-04-30',
    'SLE 1998-02-13..1998-03-09',
    'SOM 1991-01-27..1991-01-28',
    'SUR 1990-12-25..1990-12-28',
    'TJK 1991-09-09..1991-12-01',
  ])
})

test('every member of the UN has a head of state on every day since 1990, save on these', () => {
  expect(of('head of state')).toEqual([
    'AFG 2021-08-16..',
    'AND 1990-01-01..',
    'ARM 1991-09-21..1991-11-10',
    'AUT 2004-07-07..2004-07-07',
    'AUT 2016-07-08..2017-01-25',
    'BEL 1993-08-01..1993-08-08',
    'BGR 1990-01-01..1990-04-02',
    'BGR 1990-07-07..1990-07-31',
    'BIH 2003-04-03..2003-04-09',
    'BLR 1991-08-25..1991-09-17',
    'BOL 2019-11-11..2019-11-11',
    'COM 1995-09-29..1995-10-04',
    'CZE 1993-01-01..1993-02-01',
    'DEU 2010-06-01..2010-07-01',
    'DEU 2012-02-18..2012-03-17',
    'GEO 1991-04-09..1991-04-13',
    'HTI 1990-03-11..1990-03-12',
    'HTI 1991-10-01..1991-10-07',
    'HTI 2016-02-08..2016-02-13',
    'HTI 2021-07-08..',
    'HUN 2012-04-03..2012-05-09',
    'HUN 2024-02-26..2024-03-04',
    'IRQ 2003-04-10..2004-06-27',
    'KHM 1990-01-01..1993-09-23',
    'KHM 2004-10-08..2004-10-13',
    'LAO 1992-11-22..1992-11-24',
    'LBN 2007-11-24..2008-05-24',
    'LBN 2014-05-25..2016-10-30',
    'LBN 2022-10-31..2025-01-08',
    'LBR 1990-09-10..1990-11-21',
    'LSO 1990-01-01..1990-11-11',
    'LSO 1996-01-16..1996-02-06',
    'MDG 2025-10-15..2025-10-16',
    'MNG 1990-01-01..1990-03-20',
    'MUS 1990-01-01..1992-06-29',
    'MUS 2002-02-16..2002-02-24',
    'MUS 2012-04-01..2012-07-20',
    'MUS 2015-05-30..2015-06-04',
    'MYS 2001-11-22..2001-12-12',
    'MYS 2019-01-07..2019-01-30',
    'NPL 2008-05-29..2008-07-22',
    'PRK 1994-07-09..',
    'SLE 1992-04-30..1992-04-30',
    'SLE 1998-02-13..1998-03-09',
    'SOM 1991-01-27..1991-01-28',
    'SUR 1990-12-25..1990-12-28',
    'SVK 1993-01-01..1993-03-01',
    'SVK 1998-03-02..1999-06-14',
    'TJK 1991-09-09..1991-12-01',
    'UKR 1991-08-24..1991-12-04',
    'VNM 2018-09-22..2018-09-22',
    'VUT 1994-01-31..1994-03-01',
    'VUT 2004-03-25..2004-08-15',
    'VUT 2017-06-18..2017-07-05',
    'WSM 2007-05-12..2007-06-19',
  ])
})
