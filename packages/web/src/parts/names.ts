import type { EntryRow, EventRow, PartyRow } from 'demarche/spec'
import { clauses, inSentence, relation } from '../text.js'

export type Name = (id: string | undefined) => string

export const list = (parties: readonly PartyRow[]): string => parties.map(({ name }) => name).join(', ') || '–'

/** Names of all parties at hand, by id; an id that none has is shown without its kind. */
export function namer(parties: readonly PartyRow[], events: readonly EventRow[]): Name {
  const names = new Map<string, string>()
  for (const event of events) for (const it of [...event.actors, ...event.recipients, ...event.others]) names.set(it.id, it.name)
  for (const { id, name } of parties) names.set(id, name)
  return (id) => (id === undefined ? '–' : (names.get(id) ?? id.replace(/^[a-z]+:/, '').replaceAll('-', ' ')))
}

/** The two sides of an entry, the acting one first. */
export function sides(it: EntryRow): readonly [string | undefined, string | undefined] {
  if (it.between) return [it.between[0], it.between[1]]
  return [it.from ?? it.by ?? it.member ?? it.holder ?? it.actor, it.at ?? it.on ?? it.to ?? it.toward ?? it.in ?? it.place]
}

/** The relation that an entry is about. */
export function about(it: EntryRow, name: Name): string {
  const [x, y] = sides(it)
  return relation[it.of]?.(name(x), name(y)) ?? it.of
}

/** What an entry says, as a clause. */
export function clause(it: EntryRow, name: Name): string {
  const [x, y] = sides(it)
  return clauses[it.of]?.[it.is]?.(inSentence(name(x)), inSentence(name(y))) ?? `${about(it, name)}: ${it.is}`
}

export const what = ({ type, rule, mode }: Pick<EventRow, 'type' | 'rule' | 'mode'>): string =>
  `${type ?? rule.replaceAll('-', ' ')}${mode === undefined ? '' : ` · ${mode}`}`
