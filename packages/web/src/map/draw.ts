import {
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoEqualEarth,
  geoGraticule10,
  geoPath,
  type GeoProjection,
} from 'd3-geo'
import type { Feature, FeatureCollection, MultiPoint, MultiPolygon } from 'geojson'
import type { Spot } from './places.js'
import { mainland, type World } from './world.js'

export interface Drawn {
  readonly sphere: string
  readonly graticule: string
  readonly land: string
  readonly borders: string
  readonly disputed: string
  readonly countries: readonly { readonly code: string; readonly path: string; readonly label: readonly [number, number] }[]
  /** Where a place is drawn: a closed line for an area, a middle for all. */
  readonly spots: readonly { readonly spot: Spot; readonly path?: string; readonly at: readonly [number, number] }[]
}

/** Shapes that reach further than this from their middle are shown on the whole world, in radians. */
const WIDE = 1.35
/** A pair stands in no less than this many degrees, so that neighbours give it a context. */
const CONTEXT = 9

/** The paths of a map of a size: around some countries and the places of events, or of the whole world. */
export function draw(
  world: World,
  spots: readonly Spot[],
  codes: readonly string[],
  extent: 'pair' | 'world',
  width: number,
  height: number,
): Drawn {
  const projection =
    extent === 'world' ? geoEqualEarth().fitExtent(box(width, height, 4), { type: 'Sphere' }) : around(world, spots, codes, width, height)
  projection.clipExtent([
    [-8, -8],
    [width + 8, height + 8],
  ])
  const path = geoPath(projection).digits(1)
  const shaded = [
    ...new Set([
      ...codes,
      ...spots.flatMap(({ precision, country }) => (precision === 'country' && country !== undefined ? [country] : [])),
    ]),
  ]
  const point = (lon: number, lat: number): readonly [number, number] | undefined => {
    const at = projection([lon, lat])
    // What the projection clips away has no path.
    const within = at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height
    return within && path({ type: 'Point', coordinates: [lon, lat] }) ? [at[0], at[1]] : undefined
  }
  return {
    sphere: path({ type: 'Sphere' }) ?? '',
    graticule: path(geoGraticule10()) ?? '',
    land: path(world.land) ?? '',
    borders: path(world.borders) ?? '',
    disputed: path(world.disputed) ?? '',
    countries: shaded.flatMap((code) => {
      const country = world.country(code)
      const drawn = country && path(country)
      return country && drawn ? [{ code, path: drawn, label: projection(geoCentroid(mainland(country))) ?? [0, 0] }] : []
    }),
    spots: spots.flatMap((spot) => {
      const { precision, country, lat, lon, radius } = spot
      if (precision === 'country') {
        const whole = country === undefined ? undefined : world.country(country)
        const at = whole && projection(geoCentroid(mainland(whole)))
        return at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height ? [{ spot, at }] : []
      }
      const at = point(lon!, lat!)
      if (!at) return []
      const ring = precision === 'area' ? path(geoCircle().center([lon!, lat!]).radius(radius)()) : undefined
      return [{ spot, at, ...(ring ? { path: ring } : {}) }]
    }),
  }
}

const box = (width: number, height: number, pad: number): [[number, number], [number, number]] => [
  [pad, pad],
  [width - pad, height - pad],
]

/** A projection that shows the countries and the places near them. */
function around(world: World, spots: readonly Spot[], codes: readonly string[], width: number, height: number): GeoProjection {
  const shapes = codes.flatMap((code) => world.country(code) ?? []).map(mainland)
  const named = spots
    .flatMap(({ precision, country }) => (precision === 'country' && country !== undefined ? (world.country(country) ?? []) : []))
    .map(mainland)
  const core = shapes.length > 0 ? shapes : named
  const points: MultiPoint = {
    type: 'MultiPoint',
    coordinates: spots.flatMap(({ lat, lon, precision }) =>
      precision !== 'country' && lat !== undefined && lon !== undefined && near(core, [lon, lat]) ? [[lon, lat]] : [],
    ),
  }
  const all: FeatureCollection<MultiPolygon | MultiPoint> = {
    type: 'FeatureCollection',
    features: [
      ...core,
      ...(points.coordinates.length > 0 ? [{ type: 'Feature', properties: {}, geometry: points } satisfies Feature<MultiPoint>] : []),
    ],
  }
  if (all.features.length === 0) return geoEqualEarth().fitExtent(box(width, height, 4), { type: 'Sphere' })
  const [lon, lat] = geoCentroid(all)
  const radius = radiusOf(core, [lon, lat])
  if (radius > WIDE)
    return geoEqualEarth()
      .rotate([-lon, 0])
      .fitExtent(box(width, height, 6), { type: 'Sphere' })
  const projection = geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(140)
  const least = geoCircle()
    .center([lon, lat])
    .radius(CONTEXT / 2)()
  return projection.fitExtent(box(width, height, radius < degrees(CONTEXT / 2) ? 12 : 18), radius < degrees(CONTEXT / 2) ? least : all)
}

const degrees = (n: number): number => (n / 180) * Math.PI

/** How far shapes reach from a middle, in radians. */
const radiusOf = (shapes: readonly Feature<MultiPolygon>[], centre: [number, number]): number =>
  shapes.reduce(
    (most, { geometry }) =>
      geometry.coordinates.reduce(
        (far, polygon) => polygon[0]!.reduce((it, point) => Math.max(it, geoDistance(centre, point as [number, number])), far),
        most,
      ),
    0,
  )

/** Whether a place is so near that a map with it still shows the countries: talks held far away must not make them a speck. */
function near(core: readonly Feature<MultiPolygon>[], at: [number, number]): boolean {
  if (core.length === 0) return true
  const all: FeatureCollection<MultiPolygon> = { type: 'FeatureCollection', features: [...core] }
  const centre = geoCentroid(all)
  return geoDistance(centre, at) < Math.max(degrees(7), radiusOf(core, centre) * 1.4)
}
