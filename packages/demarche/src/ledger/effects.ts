import type { EventRow, PartyRow } from '../spec/index.js'
import { type Kind, KINDS } from './kinds.js'

/** What a rule says that its act does: the kind, its new value, and which participants are its sides (`{ from: 'actor', at: 'recipient' }`). */
export interface Effect {
  readonly of: string
  readonly becomes: string
  readonly sides: Readonly<Record<string, string>>
  /** PLOVER types that the rule gives to an act that is done; an act that is only announced, wished for or refused has another one. Without them any will do. */
  readonly types?: ReadonlySet<string | null>
  /** Days after which the new value ends if nobody tells of it again: a war of which nothing more is heard is over. Without it a value holds until something changes it. */
  readonly lapses?: number
}

/** Effects by the name of their rule. */
export type Effects = ReadonlyMap<string, Effect>

/** One change of one relation, before intervals are closed. */
export interface Change<E extends Act = EventRow> {
  readonly of: string
  /** Values of the kind's sides, in its order; for `between` the sorted ids, joined by a space. */
  readonly sides: readonly (readonly [side: string, id: string])[]
  readonly is: string
  readonly event: E
  readonly lapses?: number
}

/** What an event changes depends on these alone. */
export interface Act extends Pick<EventRow, 'rule' | 'type' | 'status' | 'where'> {
  readonly actors: readonly PartyRow[]
  readonly recipients: readonly PartyRow[]
  readonly others: readonly EventRow['others'][number][]
}

/**
 * The changes that an event makes: one for each combination of its sides. Events that did not happen, or are only planned, change nothing; nor does "France will not lift its sanctions", which did
 * happen, but as a refusal.
 */
export function changesOf<E extends Act>(event: E, effects: Effects): Change<E>[] {
  const effect = effects.get(event.rule)
  const kind = effect && KINDS[effect.of]
  if (!effect || !kind || event.status !== 'actual' || effect.types?.has(event.type) === false) return []
  const lapses = effect.lapses === undefined ? {} : { lapses: effect.lapses }
  if (kind.sides[0] === 'between')
    return pairs(event, effect.of === 'armed conflict' ? ARMED : undefined).map((ids) => ({
      of: effect.of,
      sides: ids.map((id) => ['between', id] as const),
      is: effect.becomes,
      event,
      ...lapses,
    }))
  return kind.sides
    .reduce<(readonly [string, string])[][]>(
      (rows, side) =>
        rows.flatMap((row) =>
          reached(event, kind, side, effect, fillers(event, effect.sides[side] ?? DEFAULT[side] ?? 'recipient')).map((id) => [
            ...row,
            [side, id] as const,
          ]),
        ),
      [[]],
    )
    .filter((sides) => sides.length === 1 || sides[0]![1] !== sides[1]![1])
    .map((sides) => ({ of: effect.of, sides, is: effect.becomes, event, ...lapses }))
}

const DEFAULT: Readonly<Record<string, string>> = {
  from: 'actor',
  by: 'actor',
  member: 'actor',
  holder: 'actor',
  actor: 'actor',
  place: 'place',
}

/** Who or what fills a side: the actors, the recipients, either of them, the place, or participants of another role. */
function fillers(event: Act, source: string): string[] {
  if (source === 'actor') return event.actors.map(({ id }) => id)
  if (source === 'recipient') return event.recipients.map(({ id }) => id)
  if (source === 'either') return [...event.actors, ...event.recipients].map(({ id }) => id)
  if (source === 'place' || source === 'where') return event.where === undefined ? [] : [`place:${event.where.name}`]
  const others = event.others.filter(({ role }) => role === source).map(({ id }) => id)
  return others.length > 0 || source !== 'territory' || event.where === undefined ? others : [`place:${event.where.name}`]
}

/** Who fills a side, and the states of those through whom the act reaches them. */
function reached({ recipients }: Act, kind: Kind, side: string, { becomes }: Effect, ids: readonly string[]): readonly string[] {
  const { reaches } = kind
  if (kind.posted === side) return ids.map((id) => stateOf(recipients, id))
  if (reaches?.side !== side || kind.closing.includes(becomes)) return ids
  const states = recipients.flatMap(({ id, country, sector }) =>
    ids.includes(id) && country !== undefined && reaches.sectors.includes(sector ?? '') ? [`state:${country}`] : [],
  )
  return [...new Set([...ids, ...states])]
}

/** The state in which a place lies, for an embassy in Khartoum is one in Sudan; anybody else as he is. */
function stateOf(parties: readonly PartyRow[], id: string): string {
  const country = id.startsWith('place-') ? parties.find((it) => it.id === id)?.country : undefined
  return country === undefined ? id : `state:${country}`
}

/** Who can be a side of an armed conflict: police against demonstrators is none. */
const ARMED: ReadonlySet<string> = new Set(['GOV', 'MIL', 'REB', 'UAF', 'IMG'])

/** The unordered pairs of an event: each actor with each recipient, or the actors among themselves; of some sectors only, where these are given. */
export function pairs(event: Pick<Act, 'actors' | 'recipients'>, sectors?: ReadonlySet<string>): [string, string][] {
  const meant = sectors && (({ id, sector }: PartyRow): boolean => id.startsWith('state:') || sectors.has(sector ?? ''))
  const ids = (parties: readonly PartyRow[]): string[] => (meant ? parties.filter(meant) : parties).map(({ id }) => id)
  // Where nobody is said to have acted ("killed on both sides"), the sides deal with each other.
  const a = ids(event.actors.length > 0 ? event.actors : event.recipients)
  const b = event.recipients.length > 0 ? ids(event.recipients) : a
  if (a.length === 1 && b.length === 1) return a[0] === b[0] ? [] : [inOrder(a[0]!, b[0]!)]
  const all = new Map<string, [string, string]>()
  for (const x of a) {
    for (const y of b) {
      if (x === y) continue
      const pair = inOrder(x, y)
      all.set(pair.join(' '), pair)
    }
  }
  return [...all.values()]
}

const inOrder = (x: string, y: string): [string, string] => (x < y ? [x, y] : [y, x])
