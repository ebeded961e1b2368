import { type Doc, tokensIn } from '../doc/index.js'
import type { ActorRow, MentionRow } from '../spec/index.js'
import type { Span } from '../text/index.js'
import { lengthAt, type Lowered, type WordSet } from './classes.js'
import { standingOf, type Standing } from './standing.js'
import { toldIn, type Told } from './told.js'

export type Read = Doc<'tokens' | 'sentences' | 'tags' | 'tree' | 'mentions' | 'actors' | 'times' | 'places' | 'quotations' | 'acts'> & {
  readonly lowered?: Lowered
}

/** Someone who can be a party of a claim. */
export interface Party {
  readonly span: Span
  readonly head: number
  /** Tokens of the span. */
  readonly first: number
  readonly end: number
  readonly kind: MentionRow['kind'] | 'noun'
  readonly actor?: string
  readonly country?: string
  readonly sector?: string
  /** How the phrase was reached: see `Filler.how`; `order` when the tree gave nothing. */
  readonly how: string
}

/** Who stands where in a document: the longest mention at each token, and the classes of nouns that name people. */
export interface Parties {
  readonly doc: Read
  readonly mentionAt: Int32Array
  readonly range: readonly { readonly first: number; readonly end: number }[]
  readonly actors: ReadonlyMap<string, ActorRow>
  readonly told: Told
  readonly nouns: readonly { readonly words: WordSet; readonly sector?: string }[]
  /** Nouns that stand for the two parties just named. */
  readonly sides: ReadonlySet<string>
  readonly standing: Standing
}

/** Classes of `lexicon/classes.yml` whose nouns name people or bodies, with the sector that they stand for. */
export const PEOPLE: readonly (readonly [string, string?])[] = [
  ['troops', 'MIL'],
  ['police', 'COP'],
  ['militants', 'REB'],
  ['journalists', 'JRN'],
  ['protesters', 'CVL'],
  ['refugees', 'REF'],
  ['official', 'GOV'],
  ['leader', 'GOV'],
  ['envoy', 'GOV'],
  ['diplomat', 'GOV'],
  ['peacekeepers', 'MIL'],
  ['observers'],
  ['aid-workers', 'NGO'],
  ['politicians'],
  ['prisoners'],
  ['civilians', 'CVL'],
  ['suspects'],
  ['actor-noun'],
  ['people'],
]

const NONE: ReadonlySet<string> = new Set()

export function partiesOf(doc: Read, classes: ReadonlyMap<string, WordSet>): Parties {
  const mentionAt = new Int32Array(doc.tokens.length).fill(-1)
  const range = doc.mentions.map(({ span }) => tokensIn(doc.tokens, span))
  for (const [m, { first, end }] of range.entries()) {
    for (let i = first; i < end; i++) {
      const before = mentionAt[i]!
      if (before < 0 || range[before]!.end - range[before]!.first < end - first) mentionAt[i] = m
    }
  }
  const nouns = PEOPLE.flatMap(([name, sector]) =>
    classes.has(name) ? [{ words: classes.get(name)!, ...(sector !== undefined && { sector }) }] : [],
  )
  const actors = new Map(doc.actors.map((actor) => [actor.id, actor]))
  return {
    doc,
    mentionAt,
    range,
    actors,
    told: toldIn(doc),
    nouns,
    sides: classes.get('sides')?.words ?? NONE,
    standing: standingOf(doc, range),
  }
}

/** The only country that a sentence names, if it is one: whose people "the insurgents" are where nothing else says so. */
export function onlyCountry({ doc, actors, standing }: Parties, token: number): string | undefined {
  const found = new Set<string>()
  for (const m of standing.mentionsIn(doc.sentences[doc.tokens.sentence[token]!]!.tokens)) {
    const country = actors.get(doc.mentions[m]!.actor ?? '')?.country
    if (country !== undefined) found.add(country)
  }
  return found.size === 1 ? [...found][0] : undefined
}

/** Whether a noun names people or a body of people. */
export const isPeople = ({ doc, nouns }: Parties, head: number): boolean => nouns.some(({ words }) => lengthAt(doc, head, words) > 0)

/** The sector that such a noun stands for. */
export const sectorOf = ({ doc, nouns }: Parties, head: number): string | undefined =>
  nouns.find(({ words }) => lengthAt(doc, head, words) > 0)?.sector
