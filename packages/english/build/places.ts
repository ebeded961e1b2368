import type { UnitedStates } from 'demarche/read/places'
import { badRow, readTsv } from './tsv.js'

/** Compiles `world/us-states.tsv`: states and counties of the USA, which local news names without saying so. */
export function buildPlaces(sources: URL): UnitedStates {
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
