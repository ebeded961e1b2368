import type { Filler } from '../doc/index.js'
import type { Parties, Party } from './party.js'

/** What stands after these is where something happened, and no side of it. */
const SITE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'inside'])
const SEVERAL: ReadonlyMap<string, number> = new Map([
  ['both', 2],
  ['each', 2],
  ['two', 2],
  ['three', 3],
  ['four', 4],
])
/** "each other", "one another", "the other": those who act are those who are acted upon. */
export function isMutual({ tags: { lemma } }: Parties['doc'], { head }: Filler): boolean {
  const [it, next] = [lemma[head]!.toLowerCase(), lemma[head + 1]?.toLowerCase()]
  return it === 'other'
    ? lemma[head - 1]?.toLowerCase() === 'the' || lemma[head - 1]?.toLowerCase() === 'each'
    : (it === 'each' && next === 'other') || (it === 'one' && next === 'another')
}

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
  let number = -1
  for (let i = Math.min(first, Math.max(head - 3, 0)); i < head; i++) if (SEVERAL.has(tags.lemma[i]!.toLowerCase())) number = i
  if (number < 0) return []
  const many = SEVERAL.get(tags.lemma[number]!.toLowerCase())!
  const definite = tags.lemma[number - 1]?.toLowerCase() === 'the'
  // "Three countries" are new, "the three countries" were named; so, mostly, were "both" and "two".
  if (many > 2 && !definite) return []
  return lastNamed(parties, { head, first: definite ? number - 1 : number, end }, many)
}

/** The two parties of "the conflict", "the war": those that it names ("between", "with"), else the last two that were named before it. */
export function sidesOf(parties: Parties, { head, first, end }: Filler): Party[] {
  return lastNamed(parties, { head, first, end }, 2)
}

/** Different countries named before the phrase among which "A and B", named in one breath, are meant rather than the last two. */
const RECENT = 3

/**
 * The last so many actors of different countries before a phrase, which stands for all of them; for two those that "A and B" named together, where no more than one other was named
 * since.
 */
function lastNamed(parties: Parties, { head, first, end }: Omit<Filler, 'how'>, many: number): Party[] {
  const { doc, range } = parties
  const { tokens } = doc
  const last = Math.max(head + 1, end)
  const span = { from: tokens.start[first]!, to: tokens.end[last - 1]! }
  const found = new Map<string, Party>()
  const add = (side: Side): void => {
    if (found.size < Math.max(RECENT, many) && !found.has(side.actor))
      found.set(side.actor, { span, head, first, end: last, kind: 'noun', how: PAIR, sector: 'GOV', ...side })
  }
  const before = range.findLastIndex((it) => it.end <= first)
  for (let m = before; m >= 0 && m > before - BACK; m--) {
    const side = sideAt(parties, m)
    if (side === undefined) continue
    add(side)
    const other = many === 2 ? joinedWith(parties, m, side) : undefined
    if (other) add(other)
    const [one, two] = [other && found.get(other.actor), found.get(side.actor)]
    if (one && two) return [one, two]
  }
  return found.size >= many ? [...found.values()].slice(0, many).toReversed() : []
}

type Side = Required<Pick<Party, 'actor' | 'country'>>

/** The state that a mention is of, as a side; none for what stands where something happened. */
function sideAt({ doc: { tags, mentions }, range, actors }: Parties, m: number): Side | undefined {
  const row = actors.get(mentions[m]!.actor ?? '')
  const country = row?.country
  // A body of states is no state, whatever code it bears.
  if (country === undefined || row?.sector === 'IGO' || SITE.has(tags.lemma[range[m]!.first - 1] ?? '')) return undefined
  // A de facto state has the country that its ground is reckoned to, and is a side of its own.
  return { actor: row?.kind === 'state' ? row.id : `state:${country}`, country }
}

/** The side before a mention that "and" joins it with, where they are two and no list. */
function joinedWith(parties: Parties, m: number, { actor }: Side): Side | undefined {
  const { doc, range } = parties
  const word = (i: number): string => doc.tags.lemma[i]?.toLowerCase() ?? ''
  const start = (i: number): number => (word(i - 1) === 'the' ? i - 1 : i)
  const and = start(range[m]!.first) - 1
  if (word(and) !== 'and') return undefined
  for (let n = m - 1; n >= 0 && n > m - BACK; n--) {
    if (range[n]!.end !== and) continue
    const other = sideAt(parties, n)
    if (other === undefined || other.actor === actor || LISTED.has(word(start(range[n]!.first) - 1))) continue
    return other
  }
  return undefined
}

/** Before the first of two joined by "and" these say that the list is longer. */
const LISTED: ReadonlySet<string> = new Set([',', 'and'])
