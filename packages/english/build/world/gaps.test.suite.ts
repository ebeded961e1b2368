import { createWorld, type World } from 'demarche/world'
import { addDays } from 'demarche/time'
import { compileWorld } from './compile.js'
import { readTables } from './read.js'

export const world: World = createWorld(compileWorld(readTables(new URL('../../world/', import.meta.url))))

/** The spells from `begin` to the last day of the tables on which nobody held an office of a country or organisation, as `HTI 2021-07-08..2021-07-19`; the last may be open. */
export function gaps(of: string, office: string, begin: string): string[] {
  // Who holds changes only where a tenure begins or has ended.
  const turns = world.tenures(of).flatMap((it) => [it.from!, ...(it.to === undefined ? [] : [addDays(it.to, 1)])])
  const days = [...new Set([begin, ...turns])].filter((day) => day >= begin && day <= world.until).toSorted()
  const held = days.map((day) => world.holder(of, office, day) !== undefined)
  return days.flatMap((day, i) => {
    if (held[i] || (i > 0 && !held[i - 1])) return []
    const next = days.findIndex((_, j) => j > i && held[j])
    return [`${of} ${day}..${next < 0 ? '' : addDays(days[next]!, -1)}`]
  })
}
