import { fold, type World, type WorldPlace } from '../../world/index.js'

/** States of the USA with their counties (name, latitude, longitude), as `world/us-states.tsv` has them. */
export type UnitedStates = readonly {
  readonly code: string
  readonly name: string
  readonly abbreviations: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly counties: readonly (readonly [string, number, number])[]
}[]

/** `bundle/places.json`. A toponym of the kind `state` gives the point of the state whose code it bears. */
export interface PlacesTables {
  readonly states: UnitedStates
  readonly toponyms: readonly {
    readonly name: string
    readonly others: readonly string[]
    readonly kind: string
    readonly country: string
    readonly lat: number
    readonly lon: number
  }[]
}

/** Places by name: those of the world, and the states and counties that it lacks. */
export class Atlas {
  readonly #states = new Map<string, WorldPlace>()
  readonly #written = new Map<string, WorldPlace>()
  readonly #counties = new Map<string, WorldPlace[]>()
  readonly #points = new Map<string, readonly [number, number]>()
  readonly #codes = new Map<string, string>()

  constructor(
    readonly world: World,
    { states, toponyms }: PlacesTables,
  ) {
    for (const { name, others, kind, country, lat, lon } of toponyms) {
      if (kind === 'state') {
        this.#points.set(country, [lat, lon])
        continue
      }
      const key = fold(name)
      const place: WorldPlace = {
        id: `place:${key.replaceAll(' ', '-')}`,
        name,
        kind,
        lat,
        lon,
        population: 4_000_000,
        ...(country !== '' && { country }),
        ...(kind === 'province' && { province: name }),
      }
      for (const it of [name, ...others]) this.#states.set(fold(it), place)
      for (const it of others) this.#written.set(it, place)
    }
    for (const { code, name, abbreviations, lat, lon, counties } of states) {
      const place: WorldPlace = {
        id: `place:us-${code.toLowerCase()}`,
        name,
        kind: 'province',
        country: 'USA',
        province: code,
        lat,
        lon,
        population: 5_000_000,
      }
      this.#states.set(fold(name), place)
      this.#codes.set(fold(name), code)
      for (const it of [...abbreviations, code]) this.#written.set(it, place)
      for (const [county, y, x] of counties) {
        const key = fold(county)
        const at: WorldPlace = {
          id: `place:us-${code.toLowerCase()}-${key.replaceAll(' ', '-')}`,
          name: `${county} County`,
          kind: 'county',
          country: 'USA',
          province: code,
          lat: y,
          lon: x,
          population: 30_000,
        }
        this.#counties.set(key, [...(this.#counties.get(key) ?? []), at])
      }
    }
  }

  /** The state that an abbreviation of newspapers means, as it is written. */
  abbreviated = (written: string): WorldPlace | undefined => this.#written.get(written)
  state = (key: string): WorldPlace | undefined => this.#states.get(key)
  point = (country: string): readonly [number, number] | undefined => this.#points.get(country)
  /** The code of a province where it is a state of the USA, else the province itself. */
  province = (it: WorldPlace): string | undefined =>
    it.province === undefined ? undefined : `${it.country}/${this.#codes.get(fold(it.province)) ?? it.province}`

  /** All places that a folded name may mean. */
  named(key: string): readonly WorldPlace[] {
    const county = /^(.+) (?:county|parish|borough|co)$/.exec(key)
    const counties = county ? this.#counties.get(county[1]!) : undefined
    const state = this.#states.get(key)
    const known = this.world.placesNamed(key)
    if (counties) return [...counties, ...known]
    if (!state && known.length === 0) {
      // "Homs province", "St. Albans": by the town that gives the name.
      const seat = /^(.+) (?:province|state|region|governorate|oblast|district|prefecture|city)$/.exec(key)
      return this.world.placesNamed(seat ? seat[1]! : key.startsWith('st ') ? `saint ${key.slice(3)}` : key)
    }
    if (!state) return known
    return [state, ...known.filter((it) => it.kind !== state.kind || it.country !== state.country)]
  }
}
