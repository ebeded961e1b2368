import type { JSX } from 'preact'
import { labels } from '../parts/labels.js'
import { text } from '../text.js'
import type { Drawn } from './draw.js'
import type { Spot } from './places.js'
import { toggle } from './toggle.js'

interface DrawingProps {
  readonly drawn: Drawn
  readonly size: readonly [number, number]
  readonly countries: readonly string[]
  readonly chosen: string | undefined
  readonly place: string | undefined
}

/** The map's paths: land, borders, shaded countries, areas, points and their names. */
export function Drawing({ drawn, size, countries, chosen, place }: DrawingProps): JSX.Element {
  const look = ({ events, quad, name }: Spot): string =>
    `quad-${quad} ${events.some(({ id }) => id === chosen) ? 'chosen' : ''} ${place !== undefined && place !== name ? 'aside' : ''}`
  const whole = new Map(drawn.spots.filter(({ spot }) => spot.precision === 'country').map((it) => [it.spot.country!, it.spot]))
  const radius = ({ events }: Spot): number => 3.5 + Math.min(5, Math.sqrt(events.length))
  const wide = new Set(drawn.spots.flatMap(({ spot, path }) => (path !== undefined || spot.precision === 'country' ? [spot.key] : [])))
  const named = labels(
    drawn.spots.map(({ spot, at: [x, y] }) => ({ id: spot.key, x, y, r: radius(spot), text: `${spot.name} ${spot.events.length}` })),
    ...size,
    (key) => wide.has(key),
  )
  return (
    <>
      <path class="sphere" d={drawn.sphere} />
      <path class="graticule" d={drawn.graticule} />
      <path class="land" d={drawn.land} />
      {drawn.countries.map(({ code, path }) => {
        const spot = whole.get(code)
        return (
          <path
            key={code}
            class={`country ${countries.includes(code) ? 'own' : ''} ${spot ? `shaded ${look(spot)}` : ''}`}
            d={path}
            onClick={spot && (() => toggle(place, spot.name))}
          >
            {spot && <title>{text.map.at(spot.name, spot.events.length)}</title>}
          </path>
        )
      })}
      <path class="borders" d={drawn.borders} />
      <path class="disputed-ground" d={drawn.disputed} />
      <path class="disputed" d={drawn.disputed} />
      {drawn.spots
        .filter(({ spot }) => spot.precision !== 'country')
        .map(({ spot, path, at: [x, y] }) => (
          <g key={spot.key} class={`spot ${look(spot)}`} onClick={() => toggle(place, spot.name)}>
            <title>{text.map.at(spot.name, spot.events.length)}</title>
            {path === undefined ? <circle class="point" cx={x} cy={y} r={radius(spot)} /> : <path class="area" d={path} />}
          </g>
        ))}
      {drawn.spots.map(({ spot }) => {
        const label = named.get(spot.key)
        return (
          label && (
            <text key={spot.key} class="place" x={label.x} y={label.y} text-anchor={label.anchor}>
              {`${spot.name} ${spot.events.length}`}
            </text>
          )
        )
      })}
    </>
  )
}
