import { deprelAt, dependents, type Doc, type Filler, tokenAt, uposAt } from '../doc/index.js'
import type { ActorRow, MentionRow } from '../spec/index.js'
import type { Span } from '../text/index.js'
import { lengthAt, type WordSet } from './classes.js'
import { pairParties } from './pairs.js'

export type Read = Doc<'tokens' | 'sentences' | 'tags' | 'tree' | 'mentions' | 'actors' | 'times' | 'places' | 'quotations' | 'acts'>

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
  readonly nouns: readonly { readonly words: WordSet; readonly sector?: string }[]
}

/** Classes of `lexicon/classes.yml` whose nouns name people or bodies, with the sector that they stand for. */
export const PEOPLE: readonly (readonly [string, string?])[] = [
  ['troops', 'MIL'],
  ['police', 'COP'],
  ['militants', 'REB'],
  ['journalists', 'MED'],
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

export function partiesOf(doc: Read, classes: ReadonlyMap<string, WordSet>): Parties {
  const mentionAt = new Int32Array(doc.tokens.length).fill(-1)
  const range = doc.mentions.map(({ span }) => {
    const first = tokenAt(doc.tokens, span.from)
    let end = first
    while (end < doc.tokens.length && doc.tokens.start[end]! < span.to) end++
    return { first, end }
  })
  for (const [m, { first, end }] of range.entries()) {
    for (let i = first; i < end; i++) {
      const before = mentionAt[i]!
      if (before < 0 || range[before]!.end - range[before]!.first < end - first) mentionAt[i] = m
    }
  }
  const nouns = PEOPLE.flatMap(([name, sector]) =>
    classes.has(name) ? [{ words: classes.get(name)!, ...(sector !== undefined && { sector }) }] : [],
  )
  return { doc, mentionAt, range, actors: new Map(doc.actors.map((actor) => [actor.id, actor])), nouns }
}

/** The parties that a phrase names; "Hungarian and Romanian officials" names two, "trucks" none. */
export function partiesIn(parties: Parties, it: Filler): Party[] {
  const { doc, mentionAt } = parties
  const at = mentionAt[it.head]!
  const upos = uposAt(doc.tags, it.head)
  if (isTime(doc, it.head)) return []
  const both = pairParties(parties, it)
  if (both.length > 0) return both
  if (upos === 'PRON' && POSSESSIVE.has(doc.tags.lemma[it.head]!))
    return at >= 0 && doc.mentions[at]!.actor !== undefined ? pronounParty(parties, it, at) : []
  if (upos === 'PRON' && PERSONAL.has(doc.tags.lemma[it.head]!)) return pronounParty(parties, it, at)
  if (at >= 0) return [...beforeAnd(parties, at, it), partyOf(parties, at, it)]
  const joined = joinedNationalities(parties, it)
  if (joined.length > 1)
    return joined.map((m, i) => ({
      ...partyOf(parties, m, it),
      ...(i === joined.length - 1 && { sector: sectorOf(parties, it.head) ?? 'GOV' }),
    }))
  const people =
    upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'NUM' || upos === 'VERB' ? isPeople(parties, it.head) : false
  if (people || upos === 'PROPN' || isCapital(doc, it.head)) return [nounParty(parties, it), ...(people ? fromParties(parties, it) : [])]
  const measured = throughMeasure(parties, it)
  return measured ? partiesIn(parties, measured) : []
}

/** The party of a mention. Where it names no country, its phrase or the mention right before it may ("Israeli Prime Minister | Ehud Barak", "King Hassan **of Morocco**"). */
function partyOf(parties: Parties, m: number, { head, first, end, how }: Filler): Party {
  const { doc, range, actors } = parties
  const mention = doc.mentions[m]!
  const actor = mention.actor === undefined ? undefined : actors.get(mention.actor)
  const title = actor?.country === undefined ? titleBefore(parties, m) : undefined
  const near =
    actor?.country === undefined ? (title ?? countryIn(parties, Math.min(first, range[m]!.first), Math.max(end, range[m]!.end))) : undefined
  const other = near === undefined ? undefined : actors.get(doc.mentions[near]!.actor ?? '')
  const from = title === undefined ? range[m]!.first : range[title]!.first
  const country = actor?.country ?? other?.country
  const sector = actor?.sector ?? (title === undefined ? undefined : other?.sector)
  return {
    span: { from: doc.tokens.start[from]!, to: mention.span.to },
    head,
    first: from,
    end: range[m]!.end,
    kind: mention.kind,
    how,
    ...(mention.actor !== undefined && { actor: mention.actor }),
    ...(country !== undefined && { country }),
    ...(sector !== undefined && { sector }),
  }
}

/** The office right before a name, as a mention of its own. */
function titleBefore({ doc, mentionAt, range, actors }: Parties, m: number): number | undefined {
  const { first } = range[m]!
  const before = first > 0 ? mentionAt[first - 1]! : -1
  if (before < 0 || doc.tokens.sentence[first - 1] !== doc.tokens.sentence[first]) return undefined
  return actors.get(doc.mentions[before]!.actor ?? '')?.country === undefined ? undefined : before
}

/** A mention that names a country inside a stretch of tokens, be it inside a longer mention ("NATO-member **Norway**"). */
function countryIn({ doc, range, actors }: Parties, first: number, end: number): number | undefined {
  const at = range.findIndex(
    (where, m) => where.first >= first && where.end <= end && actors.get(doc.mentions[m]!.actor ?? '')?.country !== undefined,
  )
  return at < 0 ? undefined : at
}

/** "**Hungarian** and Romanian officials" where the second alone is part of the mention. */
function beforeAnd(parties: Parties, m: number, it: Filler): Party[] {
  const { doc, mentionAt, range } = parties
  const { first } = range[m]!
  if (first < 2 || doc.tags.lemma[first - 1] !== 'and' || uposAt(doc.tags, first) !== 'ADJ') return []
  const before = mentionAt[first - 2]!
  if (before < 0 || doc.mentions[before]!.kind !== 'nationality') return []
  const sector = parties.actors.get(doc.mentions[m]!.actor ?? '')?.sector ?? sectorOf(parties, it.head)
  return [
    {
      ...partyOf(parties, before, { ...it, first: range[before]!.first, end: range[before]!.end }),
      ...(sector !== undefined && { sector }),
    },
  ]
}

const POSSESSIVE: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your', 'whose'])
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|today|yesterday|tomorrow)$/i

/** Days and months are capital words, and nobody. */
function isTime({ text, tokens, times }: Read, i: number): boolean {
  const [from, to] = [tokens.start[i]!, tokens.end[i]!]
  return CALENDAR.test(text.slice(from, to)) || times.some(({ span, type }) => type !== 'DURATION' && span.from <= from && to <= span.to)
}

const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'we', 'i'])

/** Whom a pronoun means: the name of the same actor before it in the sentence, else the subject of the saying it stands under ("Syria says **it** will"). */
function pronounParty(parties: Parties, it: Filler, at: number): Party[] {
  const { doc, range } = parties
  const actor = at >= 0 ? doc.mentions[at]!.actor : undefined
  const { first } = doc.sentences[doc.tokens.sentence[it.head]!]!.tokens
  if (actor !== undefined) {
    const named = range.findLastIndex(
      (where, m) => where.first >= first && where.end <= it.head && doc.mentions[m]!.actor === actor && doc.mentions[m]!.kind !== 'pronoun',
    )
    return [partyOf(parties, named < 0 ? at : named, it)]
  }
  const verb = doc.tree.head[it.head]!
  const above = verb >= 0 && /^(ccomp|advcl|conj|parataxis)/.test(deprelAt(doc.tree, verb)) ? doc.tree.head[verb]! : -1
  for (const kid of above < 0 ? [] : dependents(doc.tree, above)) {
    if (deprelAt(doc.tree, kid) !== 'nsubj' || uposAt(doc.tags, kid) === 'PRON') continue
    return partiesIn(parties, { head: kid, ...stretch(doc, kid), how: 'pronoun' })
  }
  if (doc.tags.lemma[it.head] === 'it') return []
  return at >= 0 ? [partyOf(parties, at, it)] : [nounParty(parties, { ...it, first: it.head, end: it.head + 1 })]
}

/** A head with what stands before it in its own phrase. */
function stretch({ tree }: Read, head: number): { first: number; end: number } {
  let first = head
  for (const kid of dependents(tree, head)) if (kid < first && /^(det|amod|compound|nmod:poss|flat)/.test(deprelAt(tree, kid))) first = kid
  return { first, end: head + 1 }
}

/** The only country that a sentence names, if it is one: whose people "the insurgents" are where nothing else says so. */
export function onlyCountry({ doc, range, actors }: Parties, token: number): string | undefined {
  const { first, end } = doc.sentences[doc.tokens.sentence[token]!]!.tokens
  const found = new Set<string>()
  for (const [m, where] of range.entries()) {
    const country = where.first >= first && where.end <= end ? actors.get(doc.mentions[m]!.actor ?? '')?.country : undefined
    if (country !== undefined) found.add(country)
  }
  return found.size === 1 ? [...found][0] : undefined
}

/** A party without an entry in the world: "the demonstrators", "Georgian villagers". Its country is that of the nationality, owner or place inside. */
function nounParty(parties: Parties, { head, first, end: last, how }: Filler): Party {
  const { doc, actors } = parties
  const end = endWithOrigin(parties, head, last)
  const inner = innerMention(parties, first, end)
  const actor = inner === undefined ? undefined : actors.get(doc.mentions[inner]!.actor ?? '')
  const sector = sectorOf(parties, head)
  return {
    span: { from: doc.tokens.start[first]!, to: doc.tokens.end[end - 1]! },
    head,
    first,
    end,
    kind: 'noun',
    how,
    ...(actor?.country !== undefined && { country: actor.country }),
    ...(sector !== undefined && { sector }),
  }
}

/** A capital letter inside a sentence of prose: a name that the tagger did not know. */
function isCapital({ text, tokens, sentences }: Read, i: number): boolean {
  const {
    tokens: { first },
    kind,
  } = sentences[tokens.sentence[i]!]!
  return i !== first && kind === 'prose' && /^\p{Lu}\p{Ll}/u.test(text.slice(tokens.start[i]!, tokens.end[i]!))
}

/** Further states in "troops from Poland **and Latvia**": the first is the country of the noun itself. */
function fromParties(parties: Parties, { head, how }: Filler): Party[] {
  const { doc } = parties
  for (const kid of dependents(doc.tree, head)) {
    if (kid < head || deprelAt(doc.tree, kid) !== 'nmod') continue
    return [...dependents(doc.tree, kid)]
      .filter((i) => deprelAt(doc.tree, i) === 'conj' && uposAt(doc.tags, i) === 'PROPN')
      .flatMap((i) => partiesIn(parties, { head: i, first: i, end: i + 1, how }))
  }
  return []
}

/** The end of a phrase with the *from* or *in* that tells whose people they are. */
function endWithOrigin({ doc }: Parties, head: number, end: number): number {
  for (const kid of dependents(doc.tree, head)) {
    if (kid < head || deprelAt(doc.tree, kid) !== 'nmod' || uposAt(doc.tags, kid) !== 'PROPN') continue
    if (['from', 'of', 'in'].includes(doc.tags.lemma[kid - 1] ?? '')) return Math.max(end, kid + 1)
  }
  return end
}

function innerMention({ doc, mentionAt }: Parties, first: number, end: number): number | undefined {
  for (let i = first; i < end; i++) if (mentionAt[i]! >= 0 && doc.mentions[mentionAt[i]!]!.actor !== undefined) return mentionAt[i]!
  return undefined
}

function joinedNationalities({ doc, mentionAt }: Parties, { head, first }: Filler): number[] {
  const found: number[] = []
  let joined = false
  for (let i = first; i < head; i++) {
    const m = mentionAt[i]!
    if (m >= 0 && (doc.mentions[m]!.kind === 'nationality' || doc.mentions[m]!.kind === 'name') && !found.includes(m)) found.push(m)
    if (doc.tags.lemma[i] === 'and') joined = true
  }
  return joined ? found : []
}

const isPeople = ({ doc, nouns }: Parties, head: number): boolean => nouns.some(({ words }) => lengthAt(doc, head, words) > 0)
export const sectorOf = ({ doc, nouns }: Parties, head: number): string | undefined =>
  nouns.find(({ words }) => lengthAt(doc, head, words) > 0)?.sector

const MEASURES: ReadonlySet<string> = new Set([
  'number',
  'group',
  'dozen',
  'hundred',
  'thousand',
  'million',
  'score',
  'couple',
  'ton',
  'tonne',
  'series',
  'member',
  'pair',
  'majority',
  'crowd',
  'wave',
  'total',
  'half',
  'lot',
  'handful',
  'rest',
  'most',
  'many',
  'some',
  'part',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'batch',
  'team',
  'type',
  'kind',
  'billion',
  'round',
  'set',
  'spate',
  'string',
  'worth',
  'shipment',
  'consignment',
])

/** The phrase that a measure measures: "a number of **soldiers**". */
export function throughMeasure({ doc }: Parties, { head, how }: Filler): Filler | undefined {
  const lemma = doc.tags.lemma[head]!.toLowerCase()
  if (!MEASURES.has(lemma) && uposAt(doc.tags, head) !== 'NUM') return undefined
  for (const kid of dependents(doc.tree, head)) {
    if (deprelAt(doc.tree, kid) === 'nmod' && kid > head)
      return { head: kid, first: head + 1 < kid && doc.tags.lemma[head + 1] === 'of' ? head + 2 : kid, end: kid + 1, how }
  }
  return undefined
}
