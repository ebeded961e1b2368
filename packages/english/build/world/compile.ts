import { SECTORS, fold, type OfficeTuple, type PlaceTuple, type StatusTuple, type TenureTuple, type WorldBundle } from 'demarche/world'
import { Actors } from './actors.js'
import { addDays } from 'demarche/time'
import type { Entry } from './tenures.js'
import { readCareer } from './careers.js'
import { readMembers } from './members.js'
import { slug } from './names.js'
import { sectorOf, type Tables } from './read.js'
import type { Row } from './table.js'

/** The day to which the tables were kept. */
export const UNTIL = '2026-01-31'
const RANKS = ['head', 'minister', 'chief', 'envoy', 'spokesperson', 'member'] as const

/** Binds the tables to each other, checks them and lays them out. Throws a `Problem` for the first fault. */
export function compileWorld(tables: Tables): WorldBundle {
  const actors = new Actors(tables)
  const offices = officesOf(tables.offices)
  const places = placesOf(tables.places)
  return {
    until: UNTIL,
    actors: actors.list,
    ...actors.names.layout(),
    offices,
    tenures: tenuresOf(tables, actors, new Set(offices.map(([office]) => office))),
    leads: leadsOf(tables),
    memberships: tables.members.flatMap(({ file, text }) => readMembers(text, file, (id) => actors.has(id))),
    roles: rolesOf(tables.roles),
    sectors: tables.sectors.map((row) => {
      const id = row.need('actor')
      if (!actors.has(id)) throw row.problem(`“${id}” is unknown`, 'use an id of actors/')
      const { from, to } = row.when()
      return [id, sectorOf(row), from, to] as const
    }),
    codes: Object.fromEntries(tables.states.map((row) => [row.text('code'), codes(row)])),
    ...places,
    statuses: statusesOf(tables.status, actors, new Set(places.places.map(([id]) => id))),
  }
}

function codes(row: Row): [string, number, number] {
  const cow = row.number('cow') ?? 0
  const gw = row.text('gw') === '-' ? 0 : (row.number('gw') ?? cow)
  return [row.text('iso2'), cow, gw]
}

function officesOf(rows: readonly Row[]): OfficeTuple[] {
  const seen = new Map<string, string>()
  return rows.map((row) => {
    const office = row.need('office')
    const names = row.list('names').flatMap((name) => [name, plural(name)])
    for (const name of [office, ...row.list('names')]) {
      const other = seen.get(fold(name))
      if (other !== undefined && other !== office)
        throw row.problem(`“${name}” is a name of “${other}” and of “${office}”`, 'leave it with one')
      seen.set(fold(name), office)
    }
    return [office, [plural(office), ...names], sectorOf(row), row.oneOf('rank', RANKS), row.text('head')]
  })
}

/** `minister of defense` → `ministers of defense`; `foreign secretary` → `foreign secretaries`. */
export function plural(name: string): string {
  const match = /^(.*?)( (?:of|for|to|in|on)( .*)?)?$/.exec(name)
  const [head, rest] = [match?.[1] ?? name, match?.[2] ?? '']
  const many = head.replace(/(\S+)$/, (noun) => (noun === 'general' && head.includes(' ') ? noun : pluralNoun(noun)))
  return (head.endsWith(' general') ? head.replace(/(\S+) general$/, (_, noun: string) => `${pluralNoun(noun)} general`) : many) + rest
}

export function pluralNoun(noun: string): string {
  if (
    /(?:spokes|congress|chair|police|states|gun|fisher|clergy|business|service|crew|country|news|camera|trades|fire|work|layman|police)(?:wo)?man$|^(?:wo)?man$|man-at-arms$/.test(
      noun,
    )
  )
    return noun.replace(/man$/, 'men')
  if (noun.endsWith('person') && noun !== 'person') return noun.replace(/person$/, 'people')
  if (noun === 'person') return 'people'
  if (noun === 'child' || noun.endsWith('child')) return `${noun}ren`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

const LEADING: ReadonlySet<string> = new Set([
  'president',
  'monarch',
  'supreme leader',
  'general secretary',
  'prime minister',
  'chancellor',
])

/** What `leads` says; else the first of the leading offices that a file names for the country. */
function leadsOf(tables: Tables): WorldBundle['leads'] {
  const leads: Record<string, readonly (readonly [string, string])[]> = {}
  for (const { of, office } of tables.tenures.flatMap((file) => file.entries)) if (LEADING.has(office)) leads[of] ??= [['', office]]
  return Object.assign(leads, ...tables.tenures.map((file) => file.leads)) as WorldBundle['leads']
}

/** Entries of several files as one list: a tenure without an end, or one from another file that runs on, ends where the next of its office begins. */
function joined(entries: readonly Entry[]): Entry[] {
  const last = new Map<string, Entry>()
  const out: Entry[] = []
  for (const entry of entries.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const key = `${entry.of} ${entry.office}`
    const before = last.get(key)
    if (before && before.person === entry.person && before.to === '') continue
    if (before && (before.to === '' || before.to >= entry.from))
      before.to = before.from === entry.from ? entry.from : addDays(entry.from, -1)
    last.set(key, entry)
    out.push(entry)
  }
  return out
}

function tenuresOf(tables: Tables, actors: Actors, offices: ReadonlySet<string>): TenureTuple[] {
  return [...joined(tables.tenures.flatMap((file) => file.entries)), ...tables.careers.flatMap(readCareer)]
    .map(({ person, of, office, from, to, precision, title, acting, at }): TenureTuple => {
      if (!offices.has(office))
        throw at.problem(`“${office}” is no office`, 'use a name of the first column of offices.tsv, or add a row there')
      if (of.includes(':') ? !actors.has(of) : !actors.has(`state:${of}`))
        throw at.problem(`“${of}” is neither a country nor an organisation`, 'use a code of states.tsv or an id of actors/')
      return [actors.person(person), of, office, from, to, precision, title, acting ? 1 : 0]
    })
    .toSorted((a, b) => (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0))
}

function rolesOf(rows: readonly Row[]): [string, string[], string, string][] {
  const seen = new Map<string, Row>()
  return rows.map((row) => {
    const lemma = row.need('lemma')
    const number = row.oneOf('number', ['person', 'people', 'body'])
    const plurals = row.text('plurals') === '-' ? [] : row.list('plurals')
    const forms = plurals.length > 0 || row.text('plurals') === '-' || number === 'people' ? plurals : [plural(lemma)]
    for (const form of new Set([lemma, ...forms])) {
      const other = seen.get(fold(form))
      if (other) throw row.problem(`“${form}” stands in line ${other.line} too`, 'keep one of the two rows')
      seen.set(fold(form), row)
    }
    return [lemma, forms, row.oneOf('sector', SECTORS), number]
  })
}

const KINDS = [
  'city',
  'capital',
  'province',
  'county',
  'region',
  'country',
  'territory',
  'sea',
  'strait',
  'river',
  'lake',
  'island',
  'mountain',
  'border',
  'facility',
  'continent',
  'desert',
  'camp',
] as const

function placesOf(rows: readonly Row[]): Pick<WorldBundle, 'places' | 'placeNames'> {
  const ids = new Set<string>()
  const placeNames: Record<string, number[]> = {}
  const places = rows.map((row, at): PlaceTuple => {
    const name = row.need('name')
    const country = row.text('country')
    const base = `place:${slug(name)}`
    const id = ids.has(base) ? `${base}-${country.toLowerCase()}` : base
    if (ids.has(id)) throw row.problem(`“${name}” of “${country}” stands twice`, 'take one row away')
    ids.add(id)
    for (const written of [name, ...row.list('names')]) (placeNames[fold(written)] ??= []).push(at)
    const [lat, lon] = [row.number('lat'), row.number('lon')]
    if (Math.abs(lat ?? 0) > 90 || Math.abs(lon ?? 0) > 180)
      throw row.problem(`${lat}, ${lon} is no point of the earth`, 'latitude comes first')
    return [
      id,
      name,
      row.oneOf('kind', KINDS),
      country,
      row.text('province'),
      lat ?? null,
      lon ?? null,
      row.number('population') ?? 0,
      row.number('geonames') ?? 0,
    ]
  })
  return { places, placeNames }
}

function statusesOf(rows: readonly Row[], actors: Actors, places: ReadonlySet<string>): StatusTuple[] {
  return rows.map((row) => {
    const place = row.need('place')
    if (place.startsWith('place:') && !places.has(place)) throw row.problem(`“${place}” is no place of places.tsv`, 'add it there')
    const state = /^in:([A-Z]{3})\/[A-Z0-9]+$/.exec(place)?.[1]
    if (!/^(?:place:|geo:[1-9]\d*$)/.test(place) && !actors.has(state === undefined ? place : `state:${state}`))
      throw row.problem(`“${place}” is no place`, 'write place:NAME, state:CODE, geo:NUMBER of GeoNames or in:CODE/PROVINCE')
    const ids = [row.need('holder'), ...row.list('claimants')].map((code) => (code.includes(':') ? code : `state:${code}`))
    const unknown = ids.find((id) => !actors.has(id))
    if (unknown !== undefined) throw row.problem(`“${unknown}” is unknown`, 'use a code of states.tsv or an id of actors/')
    const { from, to, precision } = row.when()
    return [place, ids[0]!, ids.slice(1).join(' '), from, to, precision]
  })
}
