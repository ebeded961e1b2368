import type { EventRow } from 'demarche/spec'

/** How exactly a place is known: the whole of a country, some area of which only a middle is known, or a point. */
export type Precision = 'country' | 'area' | 'point'

export interface Spot {
  readonly key: string
  readonly name: string
  readonly precision: Precision
  readonly country?: string | undefined
  readonly lat?: number | undefined
  readonly lon?: number | undefined
  /** Degrees around the middle that an area is drawn with: rough, by its kind. */
  readonly radius: number
  readonly events: readonly EventRow[]
  /** The class of most of its events. */
  readonly quad: number
}

const COUNTRIES = new Set(['country', 'nationality', 'state'])
const POINTS = new Set(['capital', 'city', 'town', 'village', 'facility', 'border', 'address'])
const RADII: Readonly<Record<string, number>> = { island: 0.8, county: 0.6, mountain: 0.5, strait: 1, sea: 3, country: 1.2 }

/** Places of events, those with most events first. What has no coordinates and is no country on the map is left out; it is counted elsewhere. */
export function spotsOf(events: readonly EventRow[], hasShape: (code: string) => boolean): Spot[] {
  const places = new Map<string, EventRow[]>()
  for (const event of events) {
    if (!event.where) continue
    const { name, kind, country } = event.where
    // “in Iran” and “an Iranian port” are as exact as each other.
    const key = JSON.stringify([name, COUNTRIES.has(kind ?? '') ? 'country' : kind, country])
    places.set(key, [...(places.get(key) ?? []), event])
  }
  return [...places]
    .flatMap(([key, of]): Spot[] => {
      const { name, kind, country, lat, lon } = of[0]!.where!
      const whole = (COUNTRIES.has(kind ?? '') || (kind === undefined && lat === undefined)) && country !== undefined && hasShape(country)
      if (!whole && (lat === undefined || lon === undefined)) return []
      // A place that does not say how exactly it is known is no point.
      const precision = whole ? 'country' : POINTS.has(kind ?? '') ? 'point' : 'area'
      return [{ key, name, precision, country, lat, lon, radius: RADII[kind ?? ''] ?? 1.5, events: of, quad: prevailing(of) }]
    })
    .toSorted((a, b) => b.events.length - a.events.length || (a.name < b.name ? -1 : 1))
}

function prevailing(events: readonly EventRow[]): number {
  const counts = [0, 0, 0, 0, 0]
  for (const { quad = 0 } of events) counts[quad]! += 1
  const most = Math.max(...counts)
  return [4, 3, 2, 1, 0].find((quad) => counts[quad] === most) ?? 0
}
