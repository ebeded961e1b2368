import type { EventRow } from 'demarche/spec'
import { expect, test } from 'vitest'
import { spotsOf } from './places.js'

const at = (where: EventRow['where'], quad = 4): EventRow => ({ id: JSON.stringify(where), where, quad }) as EventRow
const precision = (where: EventRow['where']): string | undefined => spotsOf([at(where)], (code) => code === 'IND')[0]?.precision

test.each([
  ['a city', { name: 'Jaipur', kind: 'city', country: 'IND', lat: 26.9, lon: 75.8 }, 'point'],
  ['a country', { name: 'India', kind: 'country', country: 'IND', lat: 22, lon: 79 }, 'country'],
  ['an adjective', { name: 'India', kind: 'nationality', country: 'IND', lat: 22, lon: 79 }, 'country'],
  ['a region', { name: 'Kashmir', kind: 'region', country: 'IND', lat: 34, lon: 76 }, 'area'],
  ['a state that the atlas has no shape of', { name: 'Abkhazia', kind: 'country', country: 'XAB', lat: 43, lon: 41 }, 'area'],
  ['a place that does not say how exactly it is known', { name: 'Somewhere', country: 'IND', lat: 22, lon: 79 }, 'area'],
  ['a place without coordinates', { name: 'Elsewhere', kind: 'place' }, undefined],
] as const)('%s is no more exact on the map than it is known', (_, where, drawn) => expect(precision(where)).toBe(drawn))

test('places are counted, those with most events first, with the class of most', () => {
  const delhi = { name: 'Delhi', kind: 'city', lat: 28, lon: 77 }
  const spots = spotsOf([at({ name: 'Agra', kind: 'city', lat: 27, lon: 78 }), at(delhi, 1), at(delhi, 1), at(delhi, 4)], () => false)
  expect(spots.map(({ name, events, quad }) => [name, events.length, quad])).toEqual([
    ['Delhi', 3, 1],
    ['Agra', 1, 4],
  ])
})
