import { RARE, type Common } from './common.js'

// How a line or sentence hangs together with the rest of its text by what it speaks of. Rare stems count most: what two stories share are common words.

export const COHESION_FEATURES = ['rare topic', 'keys', 'link', 'links', 'bridge'] as const
/** Stems that a text turns on: so many at most, each in so many units at least. */
const KEYS = 24
const OFTEN = 3
/** Units so near do not count as elsewhere. */
const NEAR = 2

interface Place {
  first: number
  last: number
  units: number
  order: number
}

const weightOf = (stem: string, common: Common): number => common.get(stem) ?? RARE
const percent = (part: number, of: number): number => (of === 0 ? -1 : Math.round((100 * part) / of))

/** First and last unit of each stem, and how many hold it. */
function placesOf(units: readonly ReadonlySet<string>[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [i, unit] of units.entries())
    for (const stem of unit) {
      const known = places.get(stem)
      if (known) {
        known.last = i
        known.units++
      } else places.set(stem, { first: i, last: i, units: 1, order: places.size })
    }
  return places
}

/** The stems that a text turns on: rare ones that stand in many of its units, over more than a part of it. */
function keysOf(places: ReadonlyMap<string, Place>, count: number, common: Common): Set<string> {
  const least = Math.min(OFTEN, Math.max(2, count >> 2))
  const ranked = [...places]
    .map(([stem, place]) => ({ stem, place, value: Math.min(place.units, 12) * weightOf(stem, common) }))
    .filter(({ place, value }) => value > 0 && place.units >= least && place.last - place.first > Math.max(NEAR, count >> 2))
  ranked.sort((a, b) => b.value - a.value || a.place.order - b.place.order)
  return new Set(ranked.slice(0, KEYS).map(({ stem }) => stem))
}

export interface Cohesion {
  /** `COHESION_FEATURES` of each unit, row by row. */
  readonly values: Int32Array
  readonly keys: ReadonlySet<string>
}

/**
 * For each unit, in percent and -1 where it has no stems: how much of its weight stands elsewhere; how many of its stems the text turns on; how much the units
 * beside it share with it, one and three to each side; how much those before and after share with each other, as they do around what does not belong. Linear.
 */
export function cohesionOf(stems: readonly (readonly string[])[], common: Common): Cohesion {
  const units = stems.map((unit) => new Set(unit))
  const places = placesOf(units)
  const keys = keysOf(places, units.length, common)
  const values = new Int32Array(units.length * COHESION_FEATURES.length)
  const shared = (unit: ReadonlySet<string>, others: readonly (ReadonlySet<string> | undefined)[]): number => {
    let [part, all] = [0, 0]
    for (const stem of unit) {
      const weight = weightOf(stem, common)
      all += weight
      if (others.some((other) => other?.has(stem))) part += weight
    }
    return percent(part, all)
  }
  for (const [i, unit] of units.entries()) {
    let [known, all, turning] = [0, 0, 0]
    for (const stem of unit) {
      const weight = weightOf(stem, common)
      const { first, last } = places.get(stem)!
      all += weight
      if (first < i - NEAR || last > i + NEAR) known += weight
      if (keys.has(stem)) turning++
    }
    const near = [units[i - 1], units[i + 1]]
    const far = [units[i - 3], units[i - 2], ...near, units[i + 2], units[i + 3]]
    const before = near[0] ?? new Set<string>()
    const bridge = near[0] && near[1] ? shared(before, [near[1], units[i + 2]]) : -1
    values.set(
      [percent(known, all), percent(turning, unit.size), shared(unit, near), shared(unit, far), bridge],
      i * COHESION_FEATURES.length,
    )
  }
  return { values, keys }
}
