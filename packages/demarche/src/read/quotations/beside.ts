import { deprelAt, uposAt, wordAt } from '../../doc/index.js'
import { framesOf } from './cue.js'
import type { Words } from './lexicon.js'
import { isPunct, isVerb, lower, type Read } from './syntax.js'

// The verb of speech before or after a quotation.

/** How far from its marks a verb of speech is looked for, in tokens. */
const REACH = 40

/** The verb of speech that ends the sentence before, in the same paragraph: a quotation that goes on after one in part ("because “…,” she said. “…”"). */
export function verbOfSentenceBefore(words: Words, doc: Read, first: number): number {
  let at = first - 1
  while (at > 0 && isPunct(doc, at)) at--
  for (const limit = at - 3; at >= 0 && at > limit; at--) {
    if (paragraphAt(doc, at) !== paragraphAt(doc, first)) return -1
    if (isVerb(doc, at)) return framesOf(words, doc, at)?.has('quote') ? at : -1
  }
  return -1
}

/** A short sentence of nothing but speaker and verb ("Smith said.") after a quotation that ends with a full stop. */
export function isTail(words: Words, doc: Read, from: number): boolean {
  const verb = verbAfter(words, doc, from)
  if (verb < 0 || verb - from > 4) return false
  return verb + 1 >= doc.tokens.length || isPunct(doc, verb + 1) || uposAt(doc.tags, verb + 1) === 'ADP'
}

/** The verb of speech after a quotation: the one whose clause begins there ("he said", "said the minister"). */
export function verbAfter(words: Words, doc: Read, from: number): number {
  const limit = Math.min(doc.tokens.length, from + REACH)
  let at = from
  while (at < limit && (isPunct(doc, at) || uposAt(doc.tags, at) === 'ADV')) at++
  // A splitter may end the sentence at the mark ("Go!" they cried).
  if (at >= limit || uposAt(doc.tags, at) === 'CCONJ' || paragraphAt(doc, at) !== paragraphAt(doc, from - 1)) return -1
  const sentence = doc.tokens.sentence[at]
  let inside = -1
  for (let i = at; i < limit && doc.tokens.sentence[i] === sentence; i++) {
    if (/^["“«]/.test(wordAt(doc, i))) return inside
    if (!isVerb(doc, i)) continue
    const frames = framesOf(words, doc, i)
    if (!frames?.has('quote')) continue
    if (!isInside(doc, i, at)) return i
    if (inside < 0) inside = i
  }
  return inside
}

export const paragraphAt = (doc: Read, i: number): number => doc.sentences[doc.tokens.sentence[i]!]!.paragraph

/** A verb in a relative clause or apposition of the subject is not the one that reports. */
function isInside(doc: Read, verb: number, subject: number): boolean {
  const relation = deprelAt(doc.tree, verb)
  return verb > subject && (relation === 'acl:relcl' || relation === 'acl') && doc.tree.head[verb]! >= subject
}

/** The last verb of speech before a quotation that a comma or colon introduces; over a paragraph's end only with a colon. */
export function verbBefore(words: Words, doc: Read, until: number): number {
  const sentence = doc.tokens.sentence[Math.max(0, until - 1)]
  for (let i = until - 1; i >= 0 && i >= until - REACH && doc.tokens.sentence[i] === sentence; i--) {
    if (/^["”»]/.test(wordAt(doc, i)) && i < until - 1) return -1
    if (isVerb(doc, i) && framesOf(words, doc, i)?.has('quote')) return i
  }
  return -1
}

/** `said “we will”`: the verb directly before, with no more than a few words of time or place between. */
export function adjacentVerb(words: Words, doc: Read, until: number): number {
  const sentence = doc.tokens.sentence[Math.max(0, until - 1)]
  for (let i = until - 1; i >= 0 && i >= until - 6 && doc.tokens.sentence[i] === sentence; i--) {
    if (isVerb(doc, i)) return framesOf(words, doc, i)?.has('quote') ? i : -1
    if (isPunct(doc, i) || lower(doc, i) === 'that') return -1
  }
  return -1
}
