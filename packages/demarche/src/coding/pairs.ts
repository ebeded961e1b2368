import type { Filler } from '../doc/index.js'
import type { Parties, Party } from './party.js'

/** Nouns that stand for the two parties just named: "both **sides**", "the two **leaders**". */
const SIDES: ReadonlySet<string> = new Set([
  'side',
  'country',
  'state',
  'nation',
  'government',
  'leader',
  'president',
  'minister',
  'premier',
  'party',
  'neighbour',
  'neighbor',
  'army',
  'military',
  'force',
  'capital',
  'rival',
  'foe',
  'ally',
  'power',
  'official',
  'delegation',
  'negotiator',
  'man',
  'statesman',
  'diplomat',
  'republic',
  'enemy',
  'them',
])
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
export function pairParties({ doc, range, actors }: Parties, { head, first, end }: Filler): Party[] {
  const { tags, tokens, mentions } = doc
  if (!SIDES.has(tags.lemma[head]!.toLowerCase())) return []
  const from = Math.min(first, Math.max(head - 3, 0))
  let two = -1
  for (let i = from; i < head; i++) if (TWO.has(tags.lemma[i]!.toLowerCase())) two = i
  if (two < 0) return []
  const found = new Map<string, Party>()
  const before = range.findLastIndex((it) => it.end <= two)
  for (let m = before; m >= 0 && m > before - BACK && found.size < 2; m--) {
    const actor = actors.get(mentions[m]!.actor ?? '')
    if (actor?.country === undefined || found.has(actor.country) || SITE.has(tags.lemma[range[m]!.first - 1] ?? '')) continue
    const start = doc.tags.lemma[two - 1]?.toLowerCase() === 'the' ? two - 1 : two
    const span = { from: tokens.start[start]!, to: tokens.end[Math.max(head, end - 1)]! }
    found.set(actor.country, {
      span,
      head,
      first: start,
      end: Math.max(head + 1, end),
      kind: 'noun',
      how: PAIR,
      actor: `state:${actor.country}`,
      country: actor.country,
      sector: 'GOV',
    })
  }
  return found.size === 2 ? [...found.values()].toReversed() : []
}
