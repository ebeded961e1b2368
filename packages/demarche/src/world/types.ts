import type { Day, Interval } from '../time/index.js'

/** What an actor is. `office` never occurs here: an office is held by a person, see `World.holder`. */
export type ActorKind = 'state' | 'person' | 'organisation' | 'group'

/**
 * The sectors of PLOVER, in the order in which a person of several is given one: what acts with arms and power first. GOV government · MIL military · REB rebels ·
 * UAF unidentified armed force · SPY intelligence · COP police · JUD courts · LEG parliament · PTY party · OPP opposition · IGO · IMG militants of many countries · NGO · JRN journalists · BUS firms ·
 * LAB labour · EDU schools and scholars · REL clergy and believers · MED news organisations (as CAMEO has it) and health · AGR farmers · CRM criminals · REF refugees · ELI elites · CVL civilians.
 */
export const SECTORS = [
  'GOV',
  'MIL',
  'REB',
  'UAF',
  'SPY',
  'COP',
  'JUD',
  'LEG',
  'PTY',
  'OPP',
  'IGO',
  'IMG',
  'NGO',
  'JRN',
  'BUS',
  'LAB',
  'EDU',
  'REL',
  'MED',
  'AGR',
  'CRM',
  'REF',
  'ELI',
  'CVL',
] as const
export type Sector = (typeof SECTORS)[number]

/** How exactly a bound of an interval is known. An end of a tenure known by `month` lies somewhere in that month. */
export type Precision = 'day' | 'month' | 'year'

/** When something held; no `from`: since before the tables begin; no `to`: still, on the last day of the tables. */
export interface When {
  readonly from?: Day
  readonly to?: Day
  readonly precision: Precision
}

/**
 * How a text may call an actor.
 * - `name` a full name, `variant` another spelling or former name, `acronym` letters; `surname` the short form of a person, which fits many
 * - `demonym` the people, singular or plural (`Turks`), `adjective` (`Turkish`), `capital` and `seat` names of a place that stand for a government (`Ankara`, `the Kremlin`)
 */
export type NameKind = 'name' | 'variant' | 'acronym' | 'surname' | 'demonym' | 'adjective' | 'capital' | 'seat'

export interface NameEntry extends When {
  readonly actor: string
  readonly kind: NameKind
  /** As it is written. Folding loses case: an acronym (`US`, `WHO`, `IS`) is one only where the text writes it so. */
  readonly written: string
}

export interface WorldActor {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  /** ISO 3166-1 alpha-3, or a code of `docs/world.md`. The country of a state is its own code; absent for organisations of several countries. */
  readonly country?: string
  /** The first sector outside any office; a person's sector on a day is `World.sector`. */
  readonly sector?: Sector
  /** What it is more exactly: `newspaper`, `central bank`, `armed group`, `member of the UN`, `de facto state` … */
  readonly sort?: string
  /** When it existed; of a person only the day of death may be given. */
  readonly from?: Day
  readonly to?: Day
  /** What it is part of: `org:fsb` of `state:RUS`. */
  readonly of?: string
  readonly wikidata?: string
}

/** Somebody in an office. */
export interface Tenure extends When {
  readonly person: string
  /** Country code, or the id of an organisation. */
  readonly of: string
  /** The office's first name in `offices.tsv`: `president`, `foreign minister`. */
  readonly office: string
  /** The title borne, where it is not the office's: `queen` for `monarch`. */
  readonly title?: string
  readonly acting?: boolean
}

/** As what an actor acts on a day, and by which office. */
export interface Standing {
  readonly sector?: Sector
  readonly country?: string
  readonly tenure?: Tenure
}

export interface Holder {
  readonly person: string
  readonly tenure: Tenure
  /** `implied` where the bound nearest to the day is known by month or year only and the day lies within that month or year. */
  readonly certainty: 'certain' | 'implied'
}

/** An office as words: `foreign minister`, `president`. */
export interface Office {
  readonly office: string
  readonly sector: Sector
  /** `head`: of state or government; `minister`; `chief`: of an agency, army or organisation; `envoy`; `spokesperson`; `member`: one of many, never resolved to a person. */
  readonly rank: 'head' | 'minister' | 'chief' | 'envoy' | 'spokesperson' | 'member'
}

/** A noun that makes an actor out of a nationality: `troops`, `lawmakers`. */
export interface Role {
  readonly lemma: string
  readonly sector: Sector
  /** One person, several, or a body (`army`, `parliament`). */
  readonly number: 'person' | 'people' | 'body'
}

export interface Membership extends When {
  readonly org: string
  /** Id of the member, mostly a state. */
  readonly member: string
  readonly status: 'member' | 'observer' | 'suspended' | 'candidate'
}

/** Who holds a place, who claims it. */
export interface Status extends When {
  readonly holder: string
  readonly claimants: readonly string[]
}

export interface WorldPlace {
  /** `geo:616052` (GeoNames) or `place:strait-of-hormuz` (own table). */
  readonly id: string
  readonly name: string
  /** city · capital · province · county · region · country · territory · sea · strait · river · island · mountain · border · facility · continent */
  readonly kind: string
  /** Country by the gazetteer; who holds it on a day is `World.status`. Absent for seas and regions of several countries. */
  readonly country?: string
  /** First-level province, as GeoNames names it. */
  readonly province?: string
  readonly lat?: number
  readonly lon?: number
  readonly population: number
  readonly geonames?: number
}

export interface Codes {
  readonly iso3?: string
  readonly iso2?: string
  readonly cow?: number
  readonly gw?: number
}

/** Who existed, who held which office, who belonged to what, where things are and who held them, on any day. All look-ups take constant time. */
export interface World {
  /** The last day that the tables were kept for; later days are answered as this one. */
  readonly until: Day
  actor(id: string): WorldActor | undefined
  actors(): Iterable<WorldActor>
  /** All actors that a text folded by `fold` may mean; the caller chooses by day and context. */
  byName(folded: string): readonly NameEntry[]
  /** How many tokens (blanks in folded text, plus one) the longest name has that starts with this folded token; 0: none does. */
  longest(firstToken: string): number
  namesOf(actor: string): readonly NameEntry[]
  /** An office by any of its names, folded: `premier`, `prime ministers`, `defense secretary`. */
  office(folded: string): Office | undefined
  /** The holder of an office (by any name of it, or `leader`, `head of state`, `head of government`) of a country code or organisation id on a day. */
  holder(of: string, office: string, day: Day): Holder | undefined
  /** Offices of a person, all or those of a day. */
  offices(person: string, day?: Day): readonly Tenure[]
  /** Everybody who ever held the office, oldest first. */
  tenures(of: string, office?: string): readonly Tenure[]
  /** The sector of an actor on a day: that of its highest office then; a former holder is ELI; else its own. */
  sector(actor: string, day?: Day): Sector | undefined
  /** As what an actor acts on a day: its sector, the country it acts for, the office by which it does. Without a day: in the last years of the tables. */
  standing(actor: string, day?: Day): Standing
  members(org: string, day: Day): readonly string[]
  memberOf(actor: string, day: Day): readonly string[]
  memberships(actorOrOrg: string): readonly Membership[]
  /** A role by its folded singular or plural: `troops`, `lawmaker`, `police officers`. */
  role(folded: string): Role | undefined
  /** The state that a country code, alpha-2, COW or GW number or name means on a day. */
  country(query: string | number, day?: Day): WorldActor | undefined
  codes(country: string): Codes | undefined
  existedOn(actor: string, day: Day): boolean
  /** Places of this folded name, most populous first; the gazetteer of cities is read at the first call. */
  placesNamed(folded: string): readonly WorldPlace[]
  place(id: string): WorldPlace | undefined
  /** Who holds and who claims a place on a day; absent where nobody disputes it (then its `country` holds it). */
  status(place: WorldPlace | string, day: Day): Status | undefined
}

export type { Day, Interval }
