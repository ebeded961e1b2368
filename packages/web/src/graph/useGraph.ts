import { isStatic, query, useAnswer, type Graph } from '../api.js'
import { member } from '../route.js'

/** Numbers of actors that can be asked for; the first is what is asked for without a choice. */
export const SIZES = [40, 120, 400] as const

/** How many actors the address asks for. */
export function chosenSize(): number {
  const asked = Number(member('actors'))
  return SIZES.find((it) => it === asked) ?? SIZES[0]
}

/** Who had to do with whom, around some actors or of all, with as many actors as the address asks for. */
export function useGraph(around: Readonly<Record<string, string | undefined>> = {}): Graph | undefined {
  const size = chosenSize()
  return useAnswer<Graph>(query('/api/graph', { ...around, limit: isStatic || size === SIZES[0] ? undefined : String(size) })).value
}
