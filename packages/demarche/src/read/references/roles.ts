import type { Name } from '../../doc/index.js'
import { codeOf } from '../../world/index.js'
import type { Binding } from './binding.js'
import { teach } from './teach.js'

/** Groups that are no bodies: who is of them acts for himself. */
const PEOPLE: ReadonlySet<string> = new Set(['people', 'faith', 'region'])

/** Who acts for the body that he is of: "the leaders of ECOWAS met" is a meeting of ECOWAS. */
const SPEAKERS: ReadonlySet<string> = new Set([
  'leader',
  'official',
  'representative',
  'minister',
  'spokesman',
  'spokeswoman',
  'delegation',
  'negotiator',
])

/** The actor of an office or group: who holds the office on the day, else an actor of the document's own. */
export function bindRole(at: Binding, name: Name): string | undefined {
  const country = countryOf(at, name)
  const person = name.person === undefined ? undefined : at.bound[name.person]
  if (person !== undefined) {
    teach(at, person, name, country.code)
    return person
  }
  if (name.type === 'office' && name.former !== true && !name.office?.startsWith('deputy ')) {
    const of = country.org ?? country.code
    const holder = of === undefined ? undefined : at.world.holder(of, name.office === 'leader' ? 'leader' : name.key, at.day)
    if (holder) return at.known(holder.person)
  }
  const org = country.org === undefined ? undefined : at.actors.get(country.org)
  if (org !== undefined && name.type === 'group' && SPEAKERS.has(at.doc.tags.lemma[name.head]!.toLowerCase())) return org.id
  const sector =
    name.former === true
      ? 'ELI'
      : org?.sector !== undefined && name.sector !== 'LEG'
        ? org.sector
        : /\bministr(?:y|ies)$/.test(name.key)
          ? 'GOV'
          : name.sector
  return at.own({
    name: at.text(name),
    kind: name.type === 'office' ? 'office' : 'group',
    ...(country.code !== undefined && { country: country.code }),
    ...(sector !== undefined && { sector }),
    ...(name.type === 'office' && name.office !== undefined && { office: name.office }),
  })
}

function countryOf(at: Binding, { of }: Name): { code?: string; org?: string } {
  if (of === undefined) return {}
  const id = of.startsWith('name:') ? at.bound[Number(of.slice(5))] : of
  if (id === undefined) return {}
  const state = at.world.country(id)
  if (state && !id.includes(':')) return { code: id }
  if (at.world.actor(id)) at.known(id)
  const row = at.actors.get(id)
  const code = codeOf(row)
  return {
    ...(code !== undefined && { code }),
    ...((row?.kind === 'organisation' || (row?.kind === 'group' && !PEOPLE.has(at.world.actor(id)?.sort ?? ''))) && { org: id }),
  }
}
