import type { Day } from '../time/index.js'
import type { PlaceTuple, WorldBundle } from './bundle.js'
import { holdsOn } from './offices.js'
import type { Gazetteer } from './gazetteer.js'
import type { Precision, Status, WorldPlace } from './types.js'

const place = ([id, name, kind, country, province, lat, lon, population, geonames]: PlaceTuple): WorldPlace => ({
  id,
  name,
  kind,
  population,
  ...(country !== '' && { country }),
  ...(province !== '' && { province }),
  ...(lat !== null && lon !== null && { lat, lon }),
  ...(geonames > 0 && { geonames }),
})

/** The project's own places laid over a gazetteer: an own row with the same GeoNames id replaces the gazetteer's. */
export class Places {
  readonly #own: readonly WorldPlace[]
  readonly #byId = new Map<string, WorldPlace>()
  readonly #names: WorldBundle['placeNames']
  readonly #statuses = new Map<string, Status[]>()
  readonly #gazetteer: () => Gazetteer | undefined

  constructor(bundle: Pick<WorldBundle, 'places' | 'placeNames' | 'statuses'>, gazetteer: () => Gazetteer | undefined) {
    this.#own = bundle.places.map(place)
    for (const it of this.#own) {
      this.#byId.set(it.id, it)
      if (it.geonames !== undefined) this.#byId.set(`geo:${it.geonames}`, it)
    }
    this.#names = bundle.placeNames
    for (const [id, holder, claimants, from, to, precision] of bundle.statuses) {
      const status: Status = {
        holder,
        claimants: claimants === '' ? [] : claimants.split(' '),
        precision: precision as Precision,
        ...(from !== '' && { from }),
        ...(to !== '' && { to }),
      }
      this.#statuses.set(id, [...(this.#statuses.get(id) ?? []), status])
    }
    this.#gazetteer = gazetteer
  }

  named(folded: string): readonly WorldPlace[] {
    const own = Object.hasOwn(this.#names, folded) ? this.#names[folded]!.map((at) => this.#own[at]!) : []
    const found = this.#gazetteer()?.named(folded) ?? []
    const seen = new Set(own.map((it) => it.geonames ?? it.id))
    return [...own, ...found.filter((it) => !seen.has(it.geonames ?? it.id)).map((it) => this.#byId.get(it.id) ?? it)].toSorted(
      (a, b) => b.population - a.population,
    )
  }
  get(id: string): WorldPlace | undefined {
    return this.#byId.get(id) ?? (id.startsWith('geo:') ? this.#gazetteer()?.get(Number(id.slice(4))) : undefined)
  }
  /** The status of the place itself, else of the disputed province, else of the territory or state that it lies in. */
  status(of: WorldPlace | string, day: Day): Status | undefined {
    const it = typeof of === 'string' ? this.get(of) : of
    if (!it) return undefined
    const keys = [it.id, `in:${it.country ?? ''}/${it.province ?? ''}`, `state:${it.country ?? ''}`]
    return keys.flatMap((key) => this.#statuses.get(key) ?? []).find((status) => holdsOn(status, day))
  }
}
