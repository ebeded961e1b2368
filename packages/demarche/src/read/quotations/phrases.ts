import { deprelAt, dependents, subtree, uposAt, wordAt, xposAt, type TokenRange } from '../../doc/index.js'
import type { Words } from './lexicon.js'
import { child, infinitive, introducer, isNominal, isPunct, lemmaAt, lower, phrase, trimmed, type Read } from './syntax.js'

/** An attribution without a verb of speech. */
export interface Found {
  readonly cue: TokenRange
  readonly source?: TokenRange
  readonly content: readonly TokenRange[]
  /** An act of saying in words, not an attitude. */
  readonly said?: boolean
  /** The reporting verb, where there is one. */
  readonly verb?: number
}

/** "according to the ministry": the rest of the sentence is the content. */
export function accordingTo(doc: Read, at: number): Found | undefined {
  if (lower(doc, at) !== 'according' || at + 2 >= doc.tokens.length || lower(doc, at + 1) !== 'to') return undefined
  const { first, end } = doc.sentences[doc.tokens.sentence[at]!]!.tokens
  const head = sourceHead(doc, at)
  if (head < 0 || head >= end) return undefined
  const source = trimmed(doc, { first: at + 2, end: Math.max(at + 3, Math.min(subtreeAfter(doc, head, at), end)) })
  const cue = { first: at, end: at + 2 }
  const opening = opens(doc, at, first)
  const content = opening ? { first: source.end, end } : { first, end: at }
  const part = trimmed(doc, content)
  return { cue, source, content: part.end > part.first ? [part] : [], said: at > first && lower(doc, at - 1) === 'that' }
}

const subtreeAfter = (doc: Read, head: number, at: number): number => {
  const { end } = subtree(doc.tree, head)
  // A parser that takes the source for the subject of the sentence gives it all that follows: stop at the first comma then.
  if (deprelAt(doc.tree, head) === 'root' || child(doc, head, 'nsubj', 'cop') >= 0) {
    for (let i = at + 2; i < end; i++) if (isPunct(doc, i)) return i
  }
  return end
}

/** The head of the phrase after "according to". */
function sourceHead(doc: Read, at: number): number {
  const head = doc.tree.head[at]!
  if (head > at && isNominal(doc, head)) return head
  for (const kid of dependents(doc.tree, at)) if (kid > at + 1 && isNominal(doc, kid)) return kid
  const to = doc.tree.head[at + 1]!
  return to > at + 1 ? to : -1
}

/** Nothing but an adverb, a conjunction or a mark stands before it in the sentence, or it opens a clause ("said that according to …"). */
function opens(doc: Read, at: number, first: number): boolean {
  if (at > first && lower(doc, at - 1) === 'that') return true
  for (let i = first; i < at; i++) if (!isPunct(doc, i) && !['ADV', 'CCONJ', 'SCONJ'].includes(uposAt(doc.tags, i))) return false
  return true
}

/** "the minister's claim that …", "calls for …", "opposition to …". */
export function nounReport({ nouns }: Words, doc: Read, at: number): Found | undefined {
  if (uposAt(doc.tags, at) !== 'NOUN') return undefined
  const frames = nouns.get(lemmaAt(doc, at))
  if (!frames) return undefined
  const owner = child(doc, at, 'nmod:poss')
  const source = owner >= 0 ? possessor(doc, owner, at) : bySource(doc, at)
  for (const kid of dependents(doc.tree, at)) {
    if (kid < at) continue
    const relation = deprelAt(doc.tree, kid)
    const clause = relation === 'acl' || relation === 'ccomp' || relation === 'acl:relcl'
    if (clause && frames.has('that') && lower(doc, subtree(doc.tree, kid).first) === 'that')
      return made(doc, at, source, subtree(doc.tree, kid), at + 1)
    if (clause && frames.has('to') && infinitive(doc, kid) >= 0 && source) return made(doc, at, source, subtree(doc.tree, kid), at + 1)
    if (relation === 'nmod' && source && introducer(doc, kid) === at + 1 && frames.has(lower(doc, at + 1))) {
      return made(doc, at, source, { first: at + 2, end: subtree(doc.tree, kid).end }, at + 2)
    }
  }
  return undefined
}

function made(doc: Read, at: number, source: TokenRange | undefined, content: TokenRange, cueEnd: number): Found {
  return { cue: { first: at, end: cueEnd }, ...(source ? { source } : {}), content: [trimmed(doc, content)] }
}

/** The possessor with its "'s". */
function possessor(doc: Read, owner: number, noun: number): TokenRange {
  return trimmed(doc, { first: subtree(doc.tree, owner).first, end: Math.min(noun, subtree(doc.tree, owner).end) })
}

/** "a warning by the ministry", "a report from Minsk". */
function bySource(doc: Read, at: number): TokenRange | undefined {
  for (const kid of dependents(doc.tree, at)) {
    if (deprelAt(doc.tree, kid) !== 'nmod' || introducer(doc, kid) < 0) continue
    if (['by', 'from'].includes(lower(doc, introducer(doc, kid)))) return phrase(doc, kid, at, doc.tokens.length)
  }
  return undefined
}

/** A name or a word for a medium and a colon before the words: headlines ("Poll: …") and transcripts ("SMITH: …"). */
export function labelled(words: Words, doc: Read, sentence: number): Found | undefined {
  const { first, end } = doc.sentences[sentence]!.tokens
  let at = first
  while (at < end && at < first + 7 && wordAt(doc, at) !== ':') at++
  if (at >= end - 1 || wordAt(doc, at) !== ':' || at === first) return undefined
  const source = trimmed(doc, { first, end: at })
  while (source.first < source.end && /^["“]$/.test(wordAt(doc, source.first))) return undefined
  for (let i = source.first; i < source.end; i++) {
    const named = uposAt(doc.tags, i) === 'PROPN' || words.media.noun.has(lemmaAt(doc, i))
    if (!named && xposAt(doc.tags, i) !== 'POS' && !isPunct(doc, i)) return undefined
  }
  if (uposAt(doc.tags, source.end - 1) === 'PUNCT') return undefined
  const content = trimmed(doc, { first: at + 1, end })
  return content.end - content.first > 2 ? { cue: { first: at, end: at + 1 }, source, content: [content] } : undefined
}
