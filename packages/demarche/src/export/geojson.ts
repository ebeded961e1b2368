import type { Exporter, Release } from './release.js'

function* lines({ events }: Release): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n'
  let first = true
  for (const { id, type, mode, when, where, actors, recipients, figures } of events) {
    // No false point: an event whose place has no coordinates is a feature without a geometry.
    const geometry = where?.lat === undefined || where.lon === undefined ? null : { type: 'Point', coordinates: [where.lon, where.lat] }
    const properties = {
      type,
      mode,
      from: when.from,
      to: when.to,
      place: where?.name,
      placeKind: where?.kind,
      country: where?.country,
      actors: actors.map((it) => it.id),
      recipients: recipients.map((it) => it.id),
      figures: figures.map(({ kind, best, low, high }) => ({ kind, best, low, high })),
    }
    yield `${first ? '' : ',\n'}${JSON.stringify({ type: 'Feature', id, geometry, properties })}`
    first = false
  }
  yield '\n]}\n'
}

/** Events as GeoJSON (RFC 7946). */
export const geojson: Exporter = {
  format: 'geojson',
  title: 'events on a map (RFC 7946)',
  files: (release) => [{ name: 'events.geojson', content: lines(release) }],
}
