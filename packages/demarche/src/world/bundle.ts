import type { Day } from '../time/index.js'
import type { Precision, WorldActor } from './types.js'

/** `[person, of, office, from, to, precision, title, acting]`; an empty text is absent. */
export type TenureTuple = readonly [
  person: string,
  of: string,
  office: string,
  from: Day,
  to: string,
  precision: Precision,
  title: string,
  acting: 0 | 1,
]
/** `[written, actor, kind as an index of `NAME_KINDS`, from, to]`; `actor` is an index of `actors`. */
export type NameTuple = readonly [written: string, actor: number, kind: number, from: string, to: string]
export type MembershipTuple = readonly [org: string, member: string, status: string, from: string, to: string, precision: Precision]
export type StatusTuple = readonly [place: string, holder: string, claimants: string, from: string, to: string, precision: Precision]
export type PlaceTuple = readonly [
  id: string,
  name: string,
  kind: string,
  country: string,
  province: string,
  lat: number | null,
  lon: number | null,
  population: number,
  geonames: number,
]
export type OfficeTuple = readonly [office: string, names: readonly string[], sector: string, rank: string, head: string]

/** `bundle/world.json`: everything but the gazetteer of cities. */
export interface WorldBundle {
  readonly until: Day
  readonly actors: readonly WorldActor[]
  /** Distinct folded names, one a line; `rows` holds how many entries each has, `names` the entries in that order. */
  readonly folded: string
  readonly rows: readonly number[]
  readonly names: readonly NameTuple[]
  /** First folded token → tokens of the longest name that starts with it. */
  readonly longest: Readonly<Record<string, number>>
  readonly offices: readonly OfficeTuple[]
  readonly tenures: readonly TenureTuple[]
  /** Country → which office leads it: `[from, office]`, oldest first. */
  readonly leads: Readonly<Record<string, readonly (readonly [string, string])[]>>
  readonly memberships: readonly MembershipTuple[]
  /** What an organisation or group was on some days, where it was not always the same: `[actor, sector, from, to]`. */
  readonly sectors: readonly (readonly [string, string, string, string])[]
  /** `[lemma, plural forms, sector, number]` */
  readonly roles: readonly (readonly [string, readonly string[], string, string])[]
  /** Code → `[iso2, cow, gw]`. */
  readonly codes: Readonly<Record<string, readonly [string, number, number]>>
  readonly places: readonly PlaceTuple[]
  /** Folded name → indices of `places`. */
  readonly placeNames: Readonly<Record<string, readonly number[]>>
  readonly statuses: readonly StatusTuple[]
}

export const NAME_KINDS = ['name', 'variant', 'acronym', 'surname', 'demonym', 'adjective', 'capital', 'seat'] as const
