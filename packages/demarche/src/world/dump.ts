import type { City } from './cities.js'

/** What is wrong with a row of a dump, and how to mend it. */
export interface RowFault {
  readonly fault: string
  readonly cure: string
}
/** What a row of a dump is: a place that is kept, one that the resolver has no use for, or broken. */
export type DumpRow = { readonly place: City } | { readonly skipped: true } | RowFault

const COLUMNS = 19
const CLASSES = /^[AHLPRSTUV]?$/
/** A strait or a sea has no inhabitants; it weighs as much as a town of so many against towns of its name. */
const WATER = 100_000
/** Sections of towns, and towns that are no more. */
const LEFT_OUT: ReadonlySet<string> = new Set(['PPLX', 'PPLH', 'PPLCH'])
const ALWAYS: ReadonlySet<string> = new Set(['PPLC', 'PPLA', 'ADM1', 'ADM2', 'RGN', 'RGNH', 'ISLS', 'PEN', 'DSRT', 'MTS'])
const WATERS: ReadonlySet<string> = new Set(['STRT', 'SEA', 'OCN', 'GULF'])
const BY_SIZE: ReadonlySet<string> = new Set(['ADM3', 'ADM4', 'ADM5', 'ISL'])

const wrong = (fault: string, cure: string): RowFault => ({ fault, cure })

/**
 * One line of a GeoNames dump (`allCountries.txt`, or the file of one country): 19 columns parted by tabs. Kept are towns and smaller areas of at least `least`
 * inhabitants; seats of government, first and second administrative areas, regions, groups of islands, straits and seas always.
 */
export function dumpRow(line: string, least: number): DumpRow {
  const cells = line.split('\t')
  if (cells.length !== COLUMNS)
    return wrong(`has ${cells.length} columns instead of ${COLUMNS}`, 'part the columns of allCountries.txt by tabs, and keep empty ones')
  const [id, name, ascii, , lat, lon, feature, code, country, , province] = cells as [string, ...string[]]
  const population = cells[14] === '' ? 0 : Number(cells[14])
  if (!/^[1-9]\d*$/.test(id) || Number(id) >= 2 ** 32)
    return wrong(`has the id “${shown(id)}”`, 'column 1 is a GeoNames id, a whole number')
  if (name!.trim() === '') return wrong('has no name', 'column 2 is the name')
  if (line.includes('\ufffd')) return wrong('has bytes that are no UTF-8', 'write the file as UTF-8')
  const [y, x] = [degrees(lat!, 90), degrees(lon!, 180)]
  if (y === undefined) return wrong(`has the latitude “${shown(lat!)}”`, 'column 5 is a number of degrees from -90 to 90')
  if (x === undefined) return wrong(`has the longitude “${shown(lon!)}”`, 'column 6 is a number of degrees from -180 to 180')
  if (!CLASSES.test(feature!)) return wrong(`has the feature class “${shown(feature!)}”`, 'column 7 is one of A, H, L, P, R, S, T, U, V')
  if (!/^(?:[A-Z]{2})?$/.test(country!))
    return wrong(`has the country “${shown(country!)}”`, 'column 9 is a code of two capitals (ISO 3166), or empty')
  if (!Number.isInteger(population) || population < 0 || population >= 2 ** 32)
    return wrong(`has the population “${shown(cells[14]!)}”`, 'column 15 is a whole number from 0 on, or empty')
  const water = WATERS.has(code!)
  if (!keeps(feature!, code!, population, least)) return { skipped: true }
  const altName = ascii === name ? '' : ascii!
  return {
    place: {
      cityId: Number(id),
      name: name!,
      altName,
      country: country!,
      featureCode: code!,
      adminCode: province!,
      population: water ? Math.max(WATER, population) : population,
      loc: { coordinates: [x, y] },
    },
  }
}

function keeps(feature: string, code: string, population: number, least: number): boolean {
  if (ALWAYS.has(code) || WATERS.has(code)) return true
  if (feature === 'P') return !LEFT_OUT.has(code) && population >= least
  return BY_SIZE.has(code) && population >= least
}

function degrees(cell: string, most: number): number | undefined {
  const it = Number(cell)
  return /^-?\d+(?:\.\d+)?$/.test(cell) && Math.abs(it) <= most ? it : undefined
}

const shown = (cell: string): string => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)
