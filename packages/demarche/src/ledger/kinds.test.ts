import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fold, KINDS, sidesOf } from './index.js'
import { made } from './made.test.suite.js'

/** The table of kinds in docs/spec.md: name, sides, values. */
const promised = readFileSync(new URL('../../../../docs/spec.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, names, sides, values] = /^\| (`[^|]+) \| ([a-z, ]+) \| ([^|]+) \|$/.exec(line) ?? []
    if (!values?.includes(' · ') && !values?.startsWith('supplied')) return []
    const is = values.replace(/,.*| \(.*/, '').split(' · ')
    return [...names!.matchAll(/`([^`]+)`/g)].map(([, of]) => [of!, { sides: sides!.split(', '), values: is }] as const)
  })

test('the kinds, their sides and their values are those of docs/spec.md', () => {
  expect(promised.length).toBe(14)
  expect(Object.fromEntries(Object.entries(KINDS).map(([of, { sides, values }]) => [of, { sides, values }]))).toEqual(
    Object.fromEntries(promised),
  )
})

test('what ends a state, and which kinds are intervals of their own', () => {
  expect(Object.fromEntries(Object.entries(KINDS).map(([of, { closing, shape }]) => [of, [shape, ...closing]]))).toEqual({
    'post ambassador': ['state', 'present'],
    'post embassy': ['state', 'present'],
    relations: ['state', 'established'],
    recognition: ['state', 'withdrawn'],
    membership: ['state', 'left'],
    'armed conflict': ['state', 'truce', 'peace'],
    agreement: ['interval'],
    sanctions: ['state', 'lifted'],
    blockade: ['state', 'lifted'],
    control: ['state', 'lost'],
    'arms supply': ['interval'],
    aid: ['interval'],
    visits: ['state', 'open'],
    existence: ['state', 'ended'],
  })
})

test.each(Object.entries(KINDS))('%s: its sides stand in the entry, and are found in it', (of, { sides, values }) => {
  const event = made('a', 'act', '2024-06-13', '2024-06-13', { where: { name: 'Lachin' } })
  const [entry] = fold([event], new Map([['act', { of, becomes: values[0]!, sides: {} }]]))
  const wanted: Record<string, string> = {
    from: 'state:ARM',
    by: 'state:ARM',
    member: 'state:ARM',
    holder: 'state:ARM',
    actor: 'state:ARM',
    place: 'place:Lachin',
  }
  const ids = sides[0] === 'between' ? ['state:ARM', 'state:BLR'] : sides.map((side) => wanted[side] ?? 'state:BLR')
  expect(sidesOf(entry!)).toEqual(ids)
  expect(entry).toMatchObject({
    of,
    is: values[0],
    ...(sides[0] === 'between' ? { between: ids } : Object.fromEntries(sides.map((side, i) => [side, ids[i]]))),
  })
})
