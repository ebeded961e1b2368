import type { Name } from '../../doc/index.js'
import { codeOf } from '../../world/index.js'
import type { Binding } from './binding.js'
import { BODY } from './owners.js'

/** A body's name that several states give to theirs: "the National Guard". */
export function isShared(at: Binding, { type, key, candidates }: Name): boolean {
  if (type !== 'organisation' || candidates.length < 2 || !BODY.test(key)) return false
  const first = landOf(at, candidates[0]!)
  return first !== undefined && candidates.some((id) => (landOf(at, id) ?? first) !== first)
}

/** The one of namesakes whose country the text names most often, by its places, nationalities and persons; undefined where it names none of theirs. */
export function namesake(at: Binding, { candidates }: Name): string | undefined {
  const named = new Map<string, number>()
  const count = (country: string | undefined): void => {
    if (country !== undefined) named.set(country, (named.get(country) ?? 0) + 1)
  }
  for (const { country } of at.doc.places) count(country)
  for (const it of at.actors.values()) if (it.kind === 'person') count(codeOf(it))
  let best: string | undefined
  let most = 0
  for (const id of candidates) {
    const times = named.get(landOf(at, id) ?? '') ?? 0
    if (times > most) [best, most] = [id, times]
  }
  return best
}

/** The sector of a name that all its bearers share. */
export function commonSector(at: Binding, { candidates }: Name): string | undefined {
  const sectors = new Set(candidates.map((id) => at.world.actor(id)?.sector))
  return sectors.size === 1 ? [...sectors][0] : undefined
}

const landOf = (at: Binding, id: string): string | undefined => codeOf(at.world.actor(id))
