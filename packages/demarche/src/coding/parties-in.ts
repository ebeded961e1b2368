import { deprelAt, dependents, type Filler, uposAt } from '../doc/index.js'
import { codeOf } from '../world/index.js'
import { throughMeasure } from './measure.js'
import { endWithOrigin, nounParty } from './noun-party.js'
import { pairParties } from './pairs.js'
import { isPeople, type Parties, type Party, type Read, sectorOf } from './party.js'
import { PERSONAL, pronounParty } from './pronoun-party.js'

/** The parties that a phrase names; "Hungarian and Romanian officials" names two, "trucks" none. */
export function partiesIn(parties: Parties, it: Filler): Party[] {
  const { doc, mentionAt } = parties
  const at = mentionAt[it.head]!
  const upos = uposAt(doc.tags, it.head)
  if (isTime(parties, it.head)) return []
  const both = pairParties(parties, it)
  if (both.length > 0) return both
  if (upos === 'PRON' && POSSESSIVE.has(doc.tags.lemma[it.head]!))
    return at >= 0 && doc.mentions[at]!.actor !== undefined ? pronounParty(parties, it, at) : []
  if (upos === 'PRON' && PERSONAL.has(doc.tags.lemma[it.head]!)) return pronounParty(parties, it, at)
  if (isBracketed(doc, it.head) && (at < 0 || longName(parties, at) === at)) return []
  if (at >= 0)
    return withJoined(parties, withListed(parties, [...beforeAnd(parties, at, it), partyOf(parties, longName(parties, at), it)]), it)
  const joined = joinedNationalities(parties, it)
  if (joined.length > 1)
    return joined.map((m, i) => ({
      ...partyOf(parties, m, it),
      ...(i === joined.length - 1 && { sector: sectorOf(parties, it.head) ?? 'GOV' }),
    }))
  const people =
    upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'NUM' || upos === 'VERB' ? isPeople(parties, it.head) : false
  // In a headline a capital letter names nobody, but who owns something is somebody.
  const titled = doc.sentences[doc.tokens.sentence[it.head]!]!.kind === 'headline' && deprelAt(doc.tree, it.head) !== 'nmod:poss'
  const named = !titled && (upos === 'PROPN' || isCapital(doc, it.head))
  if (people || named) return [nounParty(parties, it), ...(people ? fromParties(parties, it) : [])]
  const measured = throughMeasure(parties, it)
  return measured ? partiesIn(parties, measured) : []
}

/** The party of a mention. Where it names no country, its phrase or the mention right before it may ("Israeli Prime Minister | Ehud Barak", "King Hassan **of Morocco**"). */
export function partyOf(parties: Parties, m: number, { head, first, end, how }: Filler): Party {
  const { doc, range, actors } = parties
  const mention = doc.mentions[m]!
  const actor = mention.actor === undefined ? undefined : actors.get(mention.actor)
  const title = actor?.country === undefined ? titleBefore(parties, m) : undefined
  // "sent troops **from Mali**" may be where they left; of people it is who they are.
  const people = mention.kind === 'group' && actor?.sector !== 'MIL' && actor?.sector !== 'COP'
  const last = people && actor?.country === undefined ? endWithOrigin(parties, head, end) : end
  const near =
    actor?.country === undefined
      ? (title ?? countryIn(parties, Math.min(first, range[m]!.first), Math.max(last, range[m]!.end)))
      : undefined
  const other = near === undefined ? undefined : actors.get(doc.mentions[near]!.actor ?? '')
  const from = title === undefined ? range[m]!.first : range[title]!.first
  const country = actor?.country ?? codeOf(other)
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

/** A word alone in brackets repeats the name before it: "the Union of Teachers (**UT**)". */
const isBracketed = ({ text, tokens }: Read, i: number): boolean =>
  text[tokens.start[i - 1] ?? -1] === '(' && text[tokens.start[i + 1] ?? -1] === ')'

/** The name that a short form in brackets stands for: "the Union of Teachers (**UT**)". */
export function longName({ doc, range, mentionAt }: Parties, m: number): number {
  const { first } = range[m]!
  if (first < 2 || doc.text[doc.tokens.start[first - 1]!] !== '(') return m
  const before = mentionAt[first - 2]!
  return before >= 0 && range[before]!.end === first - 1 && doc.mentions[before]!.kind !== 'nationality' ? before : m
}

/**
 * Adds the further states of a list that the tree broke: "to Iran, Libya **and Cuba**". Only a closed list of names with nothing but commas and *and*
 * between them counts, so that "told Iran, Libya said" is none.
 */
function withListed(parties: Parties, found: Party[]): Party[] {
  const { doc, mentionAt, range, actors } = parties
  const isState = (m: number): boolean =>
    m >= 0 && doc.mentions[m]!.kind === 'name' && actors.get(doc.mentions[m]!.actor ?? '')?.kind === 'state'
  const start = found.at(-1)!
  if (!isState(mentionAt[start.head]!) || range[mentionAt[start.head]!]!.end !== start.end) return found
  const more: number[] = []
  let closed = false
  for (let i = start.end; i < doc.tokens.length && doc.tokens.sentence[i] === doc.tokens.sentence[start.head];) {
    let k = i
    while (doc.text[doc.tokens.start[k]!] === ',' || doc.tags.lemma[k] === 'and' || doc.tags.lemma[k] === 'the') {
      if (doc.tags.lemma[k] === 'and') closed = true
      k++
    }
    const m = mentionAt[k] ?? -1
    if (k === i || !isState(m)) break
    more.push(m)
    i = range[m]!.end
    if (closed) break
  }
  if (!closed || more.length === 0) return found
  const { how } = start
  return [...found, ...more.map((m) => partyOf(parties, m, { head: range[m]!.end - 1, first: range[m]!.first, end: range[m]!.end, how }))]
}

/** Adds what the tree joined to a word inside a phrase instead of to its head: "the president of Ukraine **and the prime minister of Italy**". */
function withJoined(parties: Parties, found: Party[], it: Filler): Party[] {
  const { doc, mentionAt, range } = parties
  const last = found.at(-1)!
  const more: Party[] = []
  for (let i = last.first; i < last.end; i++) {
    if (i === it.head) continue
    for (const kid of dependents(doc.tree, i)) {
      if (deprelAt(doc.tree, kid) !== 'conj' || kid < last.end || mentionAt[kid]! < 0) continue
      const { first, end } = range[mentionAt[kid]!]!
      if (doc.mentions[mentionAt[kid]!]!.kind !== 'pronoun')
        more.push(partyOf(parties, mentionAt[kid]!, { head: kid, first, end, how: it.how }))
    }
  }
  return more.length === 0 ? found : [...found, ...more]
}

/** The office right before a name, as a mention of its own. */
function titleBefore({ doc, mentionAt, range, actors }: Parties, m: number): number | undefined {
  const { first } = range[m]!
  const before = first > 0 ? mentionAt[first - 1]! : -1
  if (before < 0 || doc.tokens.sentence[first - 1] !== doc.tokens.sentence[first]) return undefined
  return actors.get(doc.mentions[before]!.actor ?? '')?.country === undefined ? undefined : before
}

/** A mention that names a country inside a stretch of tokens, be it inside a longer mention ("NATO-member **Norway**"). */
function countryIn({ doc, actors, standing }: Parties, first: number, end: number): number | undefined {
  return standing.mentionsIn({ first, end }).find((m) => actors.get(doc.mentions[m]!.actor ?? '')?.country !== undefined)
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
const isTime = ({ doc: { text, tokens }, standing }: Parties, i: number): boolean =>
  standing.timed[i] === 1 || CALENDAR.test(text.slice(tokens.start[i], tokens.end[i]))

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
