import type { EventRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useWidth } from '../parts/width.js'
import { choose, member } from '../route.js'
import { text } from '../text.js'
import { Drawing } from './Drawing.js'
import { spotsOf, type Spot } from './places.js'
import { toggle } from './toggle.js'

type Atelier = typeof import('./draw.js') & { readonly world: import('./world.js').World }

/** Places that stand as buttons, those with most events. */
const LISTED = 40

interface WorldMapProps {
  readonly events: readonly EventRow[]
  /** Codes of the countries around which the map is drawn. */
  readonly countries: readonly string[]
  readonly chosen: string | undefined
  /** Name of the chosen place. */
  readonly place: string | undefined
}

/** Where events happened, as exactly as it is known. Atlas and projections are loaded when a map is first shown. */
export function WorldMap({ events: all, countries, chosen, place }: WorldMapProps): JSX.Element {
  // What was denied, announced or only possible happened nowhere.
  const events = all.filter(({ status }) => status === 'actual')
  const [tools, setTools] = useState<Atelier | 'failed'>()
  useEffect(() => {
    let current = true
    Promise.all([import('./draw.js'), import('./world.js').then((it) => it.loadWorld())]).then(
      ([draw, world]) => current && setTools({ ...draw, world }),
      () => current && setTools('failed'),
    )
    return () => {
      current = false
    }
  }, [])
  const [ref, width] = useWidth(240)
  const height = Math.round(Math.min(520, Math.max(220, width * 0.6)))
  const extent = member('map') === 'world' ? 'world' : 'pair'
  const ready = tools === undefined || tools === 'failed' ? undefined : tools
  const spots = useMemo(
    () => spotsOf(events, (code) => ready?.world.country(code) !== undefined),
    [events.map(({ id }) => id).join(), ready],
  )
  const drawn = useMemo(
    () => ready?.draw(ready.world, spots, countries, extent, width, height),
    [ready, spots, countries.join(), extent, width, height],
  )
  const nowhere = events.length - spots.reduce((sum, it) => sum + it.events.length, 0)
  const outside = drawn ? spots.length - drawn.spots.length : 0
  return (
    <figure class="map" ref={ref}>
      <figcaption>
        <h2>{text.map.title}</h2>
        <span role="group" aria-label={text.map.zoom} class="switch">
          {(['pair', 'world'] as const).map((it) => (
            <button
              key={it}
              type="button"
              class="plain"
              aria-pressed={extent === it}
              onClick={() => choose({ map: it === 'pair' ? undefined : it }, 'replace')}
            >
              {text.map[it]}
            </button>
          ))}
        </span>
      </figcaption>
      {tools === 'failed' ? (
        <p class="quiet">{text.map.failed}</p>
      ) : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.map.label(spots.length)}>
          {drawn && <Drawing drawn={drawn} size={[width, height]} countries={countries} chosen={chosen} place={place} />}
        </svg>
      )}
      <Places spots={spots} place={place} />
      <p class="quiet small">
        <span class="map-keys">
          <i class="key-country" aria-hidden="true" /> {text.map.keys.country} <i class="key-area" aria-hidden="true" />{' '}
          {text.map.keys.area} <i class="key-point" aria-hidden="true" /> {text.map.keys.point}.
        </span>{' '}
        {events.length < all.length && `${text.map.unreal(all.length - events.length)}. `}
        {outside > 0 && `${text.map.outside(outside)}. `}
        {nowhere > 0 && ready && `${text.map.nowhere(nowhere)}. `}
        {text.map.counts} {text.map.source}
      </p>
    </figure>
  )
}

/** The places as buttons: what the drawing shows, for the keyboard and for readers of screens. */
function Places({ spots, place }: { readonly spots: readonly Spot[]; readonly place: string | undefined }): JSX.Element | null {
  if (spots.length === 0) return null
  return (
    <div class="places" role="group" aria-label={text.map.places}>
      {spots.slice(0, LISTED).map(({ key, name, events, quad }) => (
        <button key={key} type="button" class="plain chip" aria-pressed={place === name} onClick={() => toggle(place, name)}>
          <i class={`dot quad-${quad}`} aria-hidden="true" />
          <bdi>{name}</bdi> {events.length}
        </button>
      ))}
      {spots.length > LISTED && <span class="quiet small">{text.map.more(spots.length - LISTED)}</span>}
    </div>
  )
}
