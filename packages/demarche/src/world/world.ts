import type { Day } from '../time/index.js'
import { NAME_KINDS, type WorldBundle } from './bundle.js'
import { fold } from './fold.js'
import type { Gazetteer } from './gazetteer.js'
import { groupBy } from './group.js'
import { holdsOn, Offices } from './offices.js'
import { Places } from './places.js'
import { standingOf } from './standing.js'
import type { Codes, Membership, NameEntry, Role, Sector, Standing, World, WorldActor } from './types.js'

/** Makes the world of a bundle. `gazetteer` is called when a place is first looked up. */
export function createWorld(bundle: WorldBundle, gazetteer: () => Gazetteer | undefined = () => undefined): World {
  const actors = new Map(bundle.actors.map((it) => [it.id, it]))
  const names = new Names(bundle)
  const offices = new Offices(bundle)
  const places = new Places(bundle, gazetteer)
  const roles = rolesOf(bundle)
  const memberships = bundle.memberships.map(
    ([org, member, status, from, to, precision]) =>
      ({ org, member, status, precision, ...(from !== '' && { from }), ...(to !== '' && { to }) }) as Membership,
  )
  const byOrg = groupBy(memberships, (it) => it.org)
  const byMember = groupBy(memberships, (it) => it.member)
  const belongs = (it: Membership, day: Day): boolean => it.status === 'member' && holdsOn(it, day)
  const sectors = groupBy(
    bundle.sectors.map(([actor, sector, from, to]) => ({
      actor,
      sector: sector as Sector,
      ...(from !== '' && { from }),
      ...(to !== '' && { to }),
    })),
    (it) => it.actor,
  )
  const standing = (id: string, day?: Day): Standing => {
    const actor = actors.get(id)
    return actor ? standingOf(actor, day, { offices, sectors, until: bundle.until, actor: (it) => actors.get(it) }) : {}
  }
  const byCode = statesByCode(bundle)
  const existedOn = (id: string, day: Day): boolean => {
    const actor = actors.get(id)
    return actor !== undefined && holdsOn(actor, day)
  }
  return {
    until: bundle.until,
    actor: (id) => actors.get(id),
    actors: () => bundle.actors,
    byName: (folded) => names.get(folded),
    longest: (first) => (Object.hasOwn(bundle.longest, first) ? bundle.longest[first]! : 0),
    namesOf: (id) => names.of(id),
    office: (folded) => offices.office(folded),
    holder: (of, office, day) => offices.holder(of, office, day),
    offices: (person, day) => offices.of(person, day),
    tenures: (of, office) => offices.tenures(of, office),
    sector: (id, day) => standing(id, day).sector,
    standing,
    members: (org, day) => (byOrg.get(org) ?? []).filter((it) => belongs(it, day)).map((it) => it.member),
    memberOf: (id, day) => (byMember.get(id) ?? []).filter((it) => belongs(it, day)).map((it) => it.org),
    memberships: (id) => byOrg.get(id) ?? byMember.get(id) ?? [],
    role: (folded) => roles.get(folded),
    country: (query, day) => countryOf(query, day),
    codes: (country) => codesOf(bundle, country),
    existedOn,
    placesNamed: (folded) => places.named(folded),
    place: (id) => places.get(id),
    status: (place, day) => places.status(place, day > bundle.until ? bundle.until : day),
  }

  function countryOf(query: string | number, day: Day | undefined): WorldActor | undefined {
    const text = String(query).trim()
    const right = (id: string): boolean => actors.get(id)?.kind === 'state' && (day === undefined || existedOn(id, day))
    if (actors.has(`state:${text}`)) return actors.get(`state:${text}`)
    const number = /^\d+$/.test(text) ? String(Number(text)) : text
    const found = byCode.get(number)?.find(right) ?? names.get(fold(text)).find((it) => right(it.actor))?.actor
    return found === undefined ? undefined : actors.get(found)
  }
}

/** Names by their folded form; entries are made when first asked for. */
class Names {
  readonly #bundle: WorldBundle
  readonly #at = new Map<string, number>()
  readonly #entries = new Map<string, readonly NameEntry[]>()
  #byActor: Map<string, NameEntry[]> | undefined

  constructor(bundle: WorldBundle) {
    this.#bundle = bundle
    let start = 0
    for (const [i, folded] of (bundle.folded === '' ? [] : bundle.folded.split('\n')).entries()) {
      this.#at.set(folded, (start << 6) | bundle.rows[i]!)
      start += bundle.rows[i]!
    }
  }
  get(folded: string): readonly NameEntry[] {
    const packed = this.#at.get(folded)
    if (packed === undefined) return []
    const known = this.#entries.get(folded)
    if (known) return known
    const entries = this.#bundle.names.slice(packed >> 6, (packed >> 6) + (packed & 63)).map((it) => this.#entry(it))
    this.#entries.set(folded, entries)
    return entries
  }
  of(actor: string): readonly NameEntry[] {
    this.#byActor ??= groupBy(
      this.#bundle.names.map((it) => this.#entry(it)),
      (it) => it.actor,
    )
    return this.#byActor.get(actor) ?? []
  }
  #entry([written, actor, kind, from, to]: WorldBundle['names'][number]): NameEntry {
    return {
      actor: this.#bundle.actors[actor]!.id,
      kind: NAME_KINDS[kind]!,
      written,
      precision: 'day',
      ...(from !== '' && { from }),
      ...(to !== '' && { to }),
    }
  }
}

/** States by their alpha-2 code and by their COW and GW numbers, which a state may share with the one that it followed. */
function statesByCode(bundle: WorldBundle): Map<string, string[]> {
  const states = new Map<string, string[]>()
  const add = (key: string, code: string): void => void states.set(key, [...new Set([...(states.get(key) ?? []), `state:${code}`])])
  for (const [code, [iso2, cow]] of Object.entries(bundle.codes)) for (const key of [iso2, String(cow)]) add(key, code)
  // Gleditsch and Ward's 970 is Kiribati, the Correlates of War's is Nauru: where the two differ the latter goes before.
  for (const [code, [, , gw]] of Object.entries(bundle.codes)) add(String(gw), code)
  return states
}

function rolesOf(bundle: WorldBundle): Map<string, Role> {
  const roles = new Map<string, Role>()
  for (const [lemma, forms, sector, number] of bundle.roles) {
    const role = { lemma, sector, number } as Role
    for (const form of [...forms, lemma]) roles.set(fold(form), role)
  }
  return roles
}

function codesOf(bundle: WorldBundle, country: string): Codes | undefined {
  const found = Object.hasOwn(bundle.codes, country) ? bundle.codes[country] : undefined
  if (!found) return undefined
  const [iso2, cow, gw] = found
  return { ...(iso2 !== '' && { iso3: country, iso2 }), ...(cow > 0 && { cow }), ...(gw > 0 && { gw }) }
}
