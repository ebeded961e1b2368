import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { SECTORS, type Sector } from 'demarche/world'
import { readTable, type Row } from './table.js'
import { readTenures, type TenureFile } from './tenures.js'

const PLACES = ['name', 'names', 'kind', 'country', 'province', 'lat', 'lon', 'population', 'geonames'] as const
const COLUMNS = {
  states: ['code', 'iso2', 'cow', 'gw', 'name', 'adjective', 'people', 'capital', 'names', 'from', 'to', 'sort', 'part of'],
  actors: ['name', 'names', 'sort', 'sector', 'country', 'from', 'to', 'id'],
  persons: ['name', 'names', 'country', 'sector', 'what', 'wikidata'],
  careers: ['name', 'names', 'country', 'career', 'died'],
  peoples: ['name', 'adjectives', 'people', 'country', 'sort'],
  sectors: ['actor', 'sector', 'from', 'to'],
  offices: ['office', 'names', 'sector', 'rank', 'head'],
  roles: ['lemma', 'plurals', 'sector', 'number'],
  seats: ['name', 'stands for', 'from', 'to'],
  places: PLACES,
  towns: PLACES,
  status: ['place', 'holder', 'claimants', 'from', 'to', 'note'],
} as const

/** The world tables as read: rows with their lines, not yet bound to each other. */
export interface Tables {
  readonly states: readonly Row[]
  readonly actors: readonly Row[]
  readonly persons: readonly Row[]
  readonly careers: readonly Row[]
  readonly peoples: readonly Row[]
  readonly sectors: readonly Row[]
  readonly offices: readonly Row[]
  readonly roles: readonly Row[]
  readonly seats: readonly Row[]
  readonly places: readonly Row[]
  readonly status: readonly Row[]
  readonly tenures: readonly TenureFile[]
  readonly members: readonly { readonly file: string; readonly text: string }[]
}

/** Reads all tables of a folder `world/`. Throws a `Problem` for the first broken line. */
export function readTables(folder: URL): Tables {
  const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8')
  const table = (name: Exclude<keyof typeof COLUMNS, 'actors' | 'careers'>): Row[] =>
    existsSync(new URL(`${name}.tsv`, folder)) ? readTable(read(`${name}.tsv`), `world/${name}.tsv`, COLUMNS[name]) : []
  const files = (part: string, end: string): string[] => {
    const url = new URL(`${part}/`, folder)
    return existsSync(url)
      ? readdirSync(url)
          .filter((name) => name.endsWith(end))
          .toSorted()
          .map((name) => `${part}/${name}`)
      : []
  }
  return {
    states: table('states'),
    persons: table('persons'),
    careers: files('careers', '.tsv').flatMap((path) => readTable(read(path), `world/${path}`, COLUMNS.careers)),
    peoples: table('peoples'),
    sectors: table('sectors'),
    offices: table('offices'),
    roles: table('roles'),
    seats: table('seats'),
    places: [...table('places'), ...table('towns')],
    status: table('status'),
    actors: files('actors', '.tsv').flatMap((path) => readTable(read(path), `world/${path}`, COLUMNS.actors)),
    tenures: files('tenures', '.yml').map((path) => readTenures(read(path), `world/${path}`)),
    members: files('members', '.yml').map((path) => ({ file: `world/${path}`, text: read(path) })),
  }
}

export const sectorOf = (row: Row): Sector => row.oneOf('sector', SECTORS)
