import type { PlacesTables } from 'demarche/read/places'
import { badRow, readTsv } from './tsv.js'

/** Compiles `lexicon/toponyms.tsv` and `world/us-states.tsv`: points of states, provinces; states and counties of the USA, which local news names without saying so. */
export function buildPlaces(sources: URL): PlacesTables {
  const file = new URL('lexicon/toponyms.tsv', sources)
  const toponyms = readTsv(file, 6).map(({ line, cells }) => {
    const [name, others, kind, country, lat, lon] = cells as [string, string, string, string, string, string]
    if (!Number.isFinite(Number(lat)) || !Number.isFinite(Number(lon))) throw badRow(file, line, 'has a point that is no number')
    return { name, others: others === '' ? [] : others.split(';'), kind, country, lat: Number(lat), lon: Number(lon) }
  })
  return { states: statesOf(sources), toponyms }
}

function statesOf(sources: URL): PlacesTables['states'] {
  const file = new URL('world/us-states.tsv', sources)
  const rows = readTsv(file, 6).filter(({ cells }) => cells[0] !== 'code')
  return rows.map(({ line, cells }) => {
    const [code, name, abbreviations, lat, lon, counties] = cells as [string, string, string, string, string, string]
    const list = counties.split(';').map((it) => {
      const [, county, y, x] = /^(.+) (-?[\d.]+) (-?[\d.]+)$/.exec(it) ?? []
      if (county === undefined) throw badRow(file, line, `has a county “${it}” that is not name, latitude, longitude`)
      return [county, Number(y), Number(x)] as const
    })
    return { code, name, abbreviations: abbreviations.split(';'), lat: Number(lat), lon: Number(lon), counties: list }
  })
}
