import type { EntryRow, EventRow, PartyRow } from 'demarche/spec'
import { relation } from '../text.js'

export const list = (parties: readonly PartyRow[]): string => parties.map(({ name }) => name).join(', ') || '–'

/** Names of all parties at hand, by id; an id that none has is shown without its kind. */
export function namer(parties: readonly PartyRow[], events: readonly EventRow[]): (id: string | undefined) => string {
  const names = new Map<string, string>()
  for (const event of events) for (const it of [...event.actors, ...event.recipients, ...event.others]) names.set(it.id, it.name)
  for (const { id, name } of parties) names.set(id, name)
  return (id) => (id === undefined ? '–' : (names.get(id) ?? id.replace(/^[a-z]+:/, '')))
}

/** The two sides of an entry, the acting one first. */
export function sides(it: EntryRow): readonly [string | undefined, string | undefined] {
  if (it.between) return [it.between[0], it.between[1]]
  return [it.from ?? it.by ?? it.member ?? it.holder ?? it.actor, it.at ?? it.on ?? it.to ?? it.toward ?? it.in ?? it.place]
}

export function phrase(it: EntryRow, name: (id: string | undefined) => string): string {
  const [x, y] = sides(it)
  return (relation[it.of] ?? ((is: string) => `${it.of}: ${is}`))(it.is, name(x), name(y))
}

export const what = ({ type, rule, mode }: Pick<EventRow, 'type' | 'rule' | 'mode'>): string =>
  `${type ?? rule.replaceAll('-', ' ')}${mode === undefined ? '' : ` · ${mode}`}`
