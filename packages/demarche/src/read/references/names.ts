import type { Name } from '../../doc/index.js'
import type { Binding } from './binding.js'
import { isSite } from './capitals.js'
import { commonSector, isShared, namesake } from './namesakes.js'
import { countryIn, ownerOf } from './owners.js'
import type { Persons } from './persons.js'

/** The actor of a name that is no office and no group. */
export function bindName(at: Binding, persons: Persons, name: Name): string | undefined {
  if (name.type === 'person') return persons.bind(at, name)
  if (name.type === 'office' || name.type === 'group') return undefined
  if (name.type === 'organisation' || name.type === 'nationality' || name.type === 'state') {
    const owner = name.type === 'organisation' ? ownerOf(at, name) : undefined
    if (owner === undefined && isShared(at, name)) {
      const one = namesake(at, name)
      const sector = commonSector(at, name)
      return one !== undefined
        ? at.known(one)
        : at.own({ name: at.text(name), kind: 'organisation', ...(sector !== undefined && { sector }) })
    }
    const known = name.candidates.find((id) => owner === undefined || (stateOf(at, id) ?? owner) === owner)
    if (known !== undefined) return at.known(known)
    if (owner !== undefined) {
      const sector = name.sector ?? at.world.actor(name.candidates[0] ?? '')?.sector
      return at.own({
        name: at.text(name),
        kind: 'organisation',
        country: owner,
        ...(sector !== undefined && { sector: /ministry|department/.test(name.key) ? 'GOV' : sector }),
      })
    }
  }
  if (name.type === 'place' && name.candidates[0] !== undefined && !isSite(at, name)) return at.known(name.candidates[0])
  const short = name.type === 'organisation' ? undefined : persons.bySurname(name.key)
  if (short !== undefined) return short
  if (name.type === 'organisation')
    return at.own({
      name: at.text(name),
      kind: 'organisation',
      ...(name.sector !== undefined && { sector: name.sector }),
      ...countryIn(at, name),
    })
  if (name.type === 'place') {
    const place = at.places.get(name.span.from)
    return at.own({
      name: place?.name ?? at.text(name),
      kind: 'place',
      sector: 'CVL',
      ...(place?.country !== undefined && { country: place.country }),
    })
  }
  return undefined
}

/** The state that an actor of the tables belongs to; none of a union of states: "Ireland's EU commissioner" is of the EU. */
function stateOf(at: Binding, id: string): string | undefined {
  const country = at.world.actor(id)?.country
  return country !== undefined && at.world.country(country) ? country : undefined
}
