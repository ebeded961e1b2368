import { deprelAt, uposAt, wordAt, xposAt, type TokenRange } from '../../doc/index.js'
import { one, type Content } from './piece.js'
import { child, isPunct, lower, trimmed, type Read } from './syntax.js'

// Clauses of speech that the tree does not show, read from the words and commas alone.

/** How far after its verb a clause of speech is looked for, in tokens. */
const REACH = 12

/** A sentence is looked through this far on both sides of its verb, so that a text without full stops costs no more than its length. */
const WIDTH = 150

/** The tokens of the sentence around a verb. */
function around(doc: Read, verb: number): TokenRange {
  const { first, end } = doc.sentences[doc.tokens.sentence[verb]!]!.tokens
  return { first: Math.max(first, verb - WIDTH), end: Math.min(end, verb + WIDTH) }
}

/**
 * A clause that the tree does not show: all that follows "that", or that follows a verb of saying directly and has a finite verb. "said on Monday that …",
 * "told reporters that …", "says the talks …".
 */
export function flat(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  if (!frames.has('that') && !frames.has('wh')) return undefined
  const { end } = around(doc, verb)
  const next = verb + 1
  if (frames.has('wh') && next < end && /^(?:whether|why|how|when|where|who|what|if)$/.test(lower(doc, next)))
    return one(doc, { first: next, end: breathEnd(doc, next, end) }, 'that')
  if (!frames.has('that')) return undefined
  for (let i = verb + 1; i < Math.min(end, verb + REACH); i++) {
    if (lower(doc, i) === 'that' && (uposAt(doc.tags, i) === 'SCONJ' || i === verb + 1 || doc.tree.head[i - 1] === verb))
      return one(doc, { first: i, end: breathEnd(doc, i, end) }, 'that')
    if (isPunct(doc, i) && ![',', '“', '"'].includes(wordAt(doc, i))) break
  }
  if (!frames.has('quote') || frames.has('whom') || !['VBD', 'VBZ', 'VBG', 'VBP'].includes(xposAt(doc.tags, verb))) return undefined
  let first = verb + 1
  while (first < end && (uposAt(doc.tags, first) === 'ADV' || deprelAt(doc.tree, first) === 'obl:unmarked')) first++
  if (first >= end || !['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(uposAt(doc.tags, first))) return undefined
  for (let i = first + 1; i < Math.min(end, first + REACH + REACH); i++) {
    const tag = xposAt(doc.tags, i)
    if (
      (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD') &&
      child(doc, i, 'nsubj', 'nsubj:pass', 'expl', 'cop', 'aux', 'aux:pass') !== -1
    )
      return one(doc, { first, end }, 'that')
    if (isPunct(doc, i) && wordAt(doc, i) !== ',') return undefined
  }
  return undefined
}

/** "…, said the minister." and "the war, the minister said, was over", where the tree takes the verb for a further act or the speaker for the subject. */
export function aside(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  if (!frames.has('that') || !frames.has('quote') || !['VBD', 'VBZ', 'VBN', 'VBP'].includes(xposAt(doc.tags, verb))) return undefined
  const { first, end } = around(doc, verb)
  let comma = verb - 1
  while (comma > first && comma > verb - REACH && wordAt(doc, comma) !== ',') {
    if (['VERB', 'SCONJ', 'CCONJ', 'PUNCT'].includes(uposAt(doc.tags, comma))) return undefined
    comma--
  }
  if (wordAt(doc, comma) !== ',' || !hasVerb(doc, first, comma)) return aroundAside(doc, verb, first, comma, end)
  const next = verb + 1
  if (next < end && wordAt(doc, next) === ',') return aroundAside(doc, verb, first, comma, end)
  return hasVerb(doc, next, end) ? undefined : one(doc, { first, end: comma }, 'that')
}

/** The same where the tree shows a clause, but takes the subject of what is said for the speaker's. */
export function interrupting(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  const { first, end } = around(doc, verb)
  if (!frames.has('quote') || verb + 1 >= end || wordAt(doc, verb + 1) !== ',' || !['VBD', 'VBZ', 'VBP'].includes(xposAt(doc.tags, verb)))
    return undefined
  let comma = verb - 1
  while (comma > first && comma > verb - REACH && !isPunct(doc, comma)) {
    if (['VERB', 'SCONJ', 'CCONJ', 'ADP'].includes(uposAt(doc.tags, comma))) return undefined
    comma--
  }
  return comma < verb - 1 && comma > first ? aroundAside(doc, verb, first, comma, end) : undefined
}

function aroundAside(doc: Read, verb: number, first: number, comma: number, end: number): Content | undefined {
  // "On Monday, the paper reported, citing …" and "…, he said, that …" go on with the speaker's clause, not with what is said.
  if (verb + 2 >= end || ['VBG', 'VBN', 'WDT', 'IN'].includes(xposAt(doc.tags, verb + 2))) return undefined
  if (wordAt(doc, comma) !== ',' || verb + 1 >= end || wordAt(doc, verb + 1) !== ',' || !hasVerb(doc, verb + 2, end)) return undefined
  const parts = [trimmed(doc, { first, end: comma }), trimmed(doc, { first: verb + 2, end })].filter((part) => part.end > part.first)
  return parts.length === 2 ? { parts, frame: 'that' } : undefined
}

function hasVerb(doc: Read, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (uposAt(doc.tags, i) === 'VERB' || uposAt(doc.tags, i) === 'AUX') return true
  return false
}

/** The end of a clause of speech: a dash, a semicolon or "according to" ends it before the sentence does. */
function breathEnd(doc: Read, from: number, end: number): number {
  for (let i = from; i < end; i++) if (/^(?:;|—|–|--)$/.test(wordAt(doc, i)) || lower(doc, i) === 'according') return i
  return end
}
