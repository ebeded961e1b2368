import type { Filler } from '../doc/index.js'
import type { Parties, Party } from './party.js'

/** What stands after these is where something happened, and no side of it. */
const SITE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'inside'])
const TWO: ReadonlySet<string> = new Set(['both', 'two'])
/** How such a party was reached: two of them share one phrase. */
export const PAIR = 'pair'

/** Two parties that one phrase names together. */
export const sharePhrase = (a: Party, b: Party): boolean => a.how === PAIR && b.how === PAIR && a.actor !== b.actor

/** How many mentions back the two may have been named. */
const BACK = 24

/**
 * The two parties that "both sides", "the two countries", "the two leaders" mean: the last two actors of different countries that were named before. Empty when
 * the phrase is none of these, or when two were not named.
 */
export function pairParties(parties: Parties, { head, first, end }: Filler): Party[] {
  const { tags } = parties.doc
  if (!parties.sides.has(tags.lemma[head]!.toLowerCase())) return []
  let two = -1
  for (let i = Math.min(first, Math.max(head - 3, 0)); i < head; i++) if (TWO.has(tags.lemma[i]!.toLowerCase())) two = i
  if (two < 0) return []
  return lastTwo(parties, { head, first: tags.lemma[two - 1]?.toLowerCase() === 'the' ? two - 1 : two, end })
}

/** The two parties of "the conflict", "the war": those that it names ("between", "with"), else the last two that were named before it. */
export function sidesOf(parties: Parties, { head, first, end }: Filler): Party[] {
  return lastTwo(parties, { head, first, end })
}

/** The last two actors of different countries before a phrase, which stands for both. */
function lastTwo({ doc, range, actors }: Parties, { head, first, end }: Omit<Filler, 'how'>): Party[] {
  const { tags, tokens, mentions } = doc
  const last = Math.max(head + 1, end)
  const span = { from: tokens.start[first]!, to: tokens.end[last - 1]! }
  const found = new Map<string, Party>()
  const before = range.findLastIndex((it) => it.end <= first)
  for (let m = before; m >= 0 && m > before - BACK && found.size < 2; m--) {
    const row = actors.get(mentions[m]!.actor ?? '')
    const country = row?.country
    // A body of states is no state, whatever code it bears.
    if (country === undefined || row?.sector === 'IGO' || SITE.has(tags.lemma[range[m]!.first - 1] ?? '')) continue
    // A de facto state has the country that its ground is reckoned to, and is a side of its own.
    const actor = row?.kind === 'state' ? row.id : `state:${country}`
    if (!found.has(actor)) found.set(actor, { span, head, first, end: last, kind: 'noun', how: PAIR, actor, country, sector: 'GOV' })
  }
  return found.size === 2 ? [...found.values()].toReversed() : []
}
