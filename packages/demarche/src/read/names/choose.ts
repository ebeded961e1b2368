import type { NameType } from '../../doc/index.js'
import type { Day } from '../../time/index.js'
import { fold, type NameEntry, type World } from '../../world/index.js'

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
  // A head of a territory comes after those of states.
  if (isHead(entry.actor, world, day)) return base + (world.offices(entry.actor, day).some(({ of }) => sovereign(of, world)) ? 0 : 0.1)
  if (world.offices(entry.actor, day).length > 0) return base + 0.3
  const left = world
    .offices(entry.actor)
    .flatMap(({ to }) => (to !== undefined && to < day ? [to] : []))
    .toSorted()
    .at(-1)
  // Of those who hold nothing any more, who left last.
  return base + 0.6 + (left === undefined ? 0.35 : Math.min(0.3, (Number(day.slice(0, 4)) - Number(left.slice(0, 4))) / 100))
}

/** True of who is head of a state or government on the day, without one on any day; a bank and a club have presidents too. */
export const isHead = (person: string, world: World, day?: Day): boolean =>
  world.offices(person, day).some(({ of, office }) => !of.includes(':') && world.office(fold(office))?.rank === 'head')

/** True of a country that is no territory of another. */
export const sovereign = (code: string, world: World): boolean => {
  const sort = world.actor(`state:${code}`)?.sort
  return sort !== undefined && sort !== 'territory'
}
