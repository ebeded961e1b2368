import type { NameType } from '../../doc/index.js'
import type { Day } from '../../time/index.js'
import type { NameEntry, World } from '../../world/index.js'

/** What a match of the tables stands for: its type and its actors, those that existed on the day first. */
export interface Meaning {
  readonly type: NameType
  readonly candidates: readonly string[]
  readonly why: string
}

/** Chooses among the entries of one name by the day; surnames alone are persons. */
export function meaningOf(entries: readonly NameEntry[], world: World, day: Day): Meaning {
  const live = entries.filter((entry) => (entry.from === undefined || entry.from <= day) && (entry.to === undefined || entry.to >= day))
  const pool = (live.length > 0 ? live : entries).toSorted((a, b) => rank(a, world, day) - rank(b, world, day))
  const best = pool[0]!
  const actor = world.actor(best.actor)
  const candidates = [...new Set(pool.map((entry) => entry.actor))]
  const nationality = best.kind === 'adjective' || best.kind === 'demonym'
  const type: NameType = nationality
    ? 'nationality'
    : actor?.kind === 'state'
      ? best.kind === 'capital'
        ? 'place'
        : best.kind === 'seat'
          ? 'organisation'
          : 'state'
      : actor?.kind === 'person'
        ? 'person'
        : 'organisation'
  return { type, candidates, why: `the tables: ${best.kind} of ${best.actor}` }
}

const KINDS = { name: 0, acronym: 1, variant: 2, demonym: 3, adjective: 3, seat: 4, capital: 5, surname: 9 } as const

function rank(entry: NameEntry, world: World, day: Day): number {
  const base = KINDS[entry.kind]
  if (entry.kind !== 'surname') return base + (world.existedOn(entry.actor, day) ? 0 : 6)
  const now = world.offices(entry.actor, day)
  return base + (now.length > 0 ? (now.some((it) => /president|prime minister|chancellor|monarch/.test(it.office)) ? 0 : 0.3) : 0.6)
}
