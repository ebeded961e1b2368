import type { EntryRow } from '../spec/index.js'
import type { Day } from '../time/index.js'

/** The entries that hold on a day (all of them, open or closed, without one). An entry without a beginning holds until its end. */
export function holdingOn(entries: readonly EntryRow[], day: Day | null): EntryRow[] {
  if (day === null) return [...entries]
  return entries.filter(({ since, until }) => (since === null || since <= day) && (until === null || day <= until))
}

const SIDES = ['from', 'at', 'by', 'on', 'to', 'toward', 'member', 'in', 'holder', 'place', 'actor'] as const

/** Ids of all sides of an entry. */
export const sidesOf = (entry: EntryRow): string[] => [...(entry.between ?? []), ...SIDES.flatMap((side) => entry[side] ?? [])]

/** The entries that concern a pair of actors, or one actor alone: every named id must be a side. */
export function concerning(entries: readonly EntryRow[], ids: readonly (readonly string[])[]): EntryRow[] {
  return entries.filter((entry) => {
    const sides = sidesOf(entry)
    return ids.every((names) => names.some((id) => sides.includes(id)))
  })
}
