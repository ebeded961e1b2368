import { geoArea } from 'd3-geo'
import type { Feature, MultiPolygon, MultiLineString, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json?url'
import { answerOf, isStatic } from '../copy.js'
import { codeOf } from './codes.js'
import { DISPUTED, MOVED, PARTS, type Box } from './disputed.js'

type Country = Feature<MultiPolygon>

export interface World {
  /** The shape of a country by its code, with what belongs to it. */
  readonly country: (code: string) => Country | undefined
  readonly land: Country
  readonly borders: MultiLineString
  readonly disputed: MultiLineString
}

type Shapes = Topology<{ countries: GeometryCollection<{ name: string }> }>

const shape = (polygons: MultiPolygon['coordinates']): Country => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates: polygons },
})

/** Loads the atlas: Natural Earth at 1:50 million, from our own server. */
export async function loadWorld(): Promise<World> {
  const topology = isStatic ? await answerOf<Shapes>('atlas') : ((await (await fetch(atlas)).json()) as Shapes)
  const shapes = topology.objects.countries.geometries
  const byCode = new Map<string, GeometryObject<{ name: string }>[]>()
  for (const it of shapes) {
    const code = codeOf(it.id, (it.properties as { name?: string } | undefined)?.name)
    byCode.set(code, [...(byCode.get(code) ?? []), it])
  }
  const polygons = new Map([...byCode].map(([code, of]) => [code, of.flatMap((it) => polygonsOf(topology, it))]))
  for (const { from, to, within } of MOVED) {
    const moved = (polygons.get(from) ?? []).filter((it) => isInside(it, within))
    polygons.set(
      from,
      (polygons.get(from) ?? []).filter((it) => !moved.includes(it)),
    )
    polygons.set(to, [...(polygons.get(to) ?? []), ...moved])
  }
  const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b)
  const lines = DISPUTED.flatMap(({ sides: [a, b], within }) => {
    const [x, y] = [byCode.get(a) ?? [], byCode.get(b) ?? []]
    const found = mesh(
      topology,
      { type: 'GeometryCollection', geometries: [...x, ...y] },
      (p, q) => x.includes(p as never) !== x.includes(q as never),
    )
    return within ? found.coordinates.flatMap((line) => partsIn(line, within)) : found.coordinates
  })
  return {
    country: (code) => {
      const found = [code, ...(PARTS[code] ?? [])].flatMap((it) => polygons.get(it) ?? [])
      return found.length === 0 ? undefined : shape(found)
    },
    land: shape([...polygons.values()].flat()),
    borders,
    disputed: { type: 'MultiLineString', coordinates: lines },
  }
}

function polygonsOf(topology: Shapes, it: GeometryObject<{ name: string }>): MultiPolygon['coordinates'] {
  const { geometry } = feature(topology, it as never) as unknown as Feature<Polygon | MultiPolygon>
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

const isInside = (polygon: MultiPolygon['coordinates'][number], [west, south, east, north]: Box): boolean =>
  polygon[0]!.every(([x, y]) => x! >= west && x! <= east && y! >= south && y! <= north)

/** The stretches of a line that lie within a box. */
function partsIn(line: MultiLineString['coordinates'][number], [west, south, east, north]: Box): MultiLineString['coordinates'] {
  const parts: MultiLineString['coordinates'] = []
  let open: MultiLineString['coordinates'][number] = []
  for (const point of line) {
    const [x, y] = point as [number, number]
    if (x >= west && x <= east && y >= south && y <= north) open.push(point)
    else {
      if (open.length > 1) parts.push(open)
      open = []
    }
  }
  return open.length > 1 ? [...parts, open] : parts
}

/** The largest piece of a country: what it is looked for by. A far island does not make a map of the world. */
export function mainland({ geometry }: Country): Country {
  const sorted = geometry.coordinates
    .map((polygon) => ({ polygon, area: geoArea({ type: 'Polygon', coordinates: polygon }) }))
    .toSorted((a, b) => b.area - a.area)
  return shape(sorted.slice(0, 1).map(({ polygon }) => polygon))
}
