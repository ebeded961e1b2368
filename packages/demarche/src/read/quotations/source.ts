import { deprelAt, dependents, subtree, uposAt, wordAt, xposAt, type TokenRange } from '../../doc/index.js'
import { cueOf } from './cue.js'
import { introducer, isNominal, isPunct, lower, phrase, subjectOf, type Read } from './syntax.js'

/** A chain of heads longer than this is no noun phrase. */
const CLIMB = 12

/** "he said Friday": a day that the tree takes for the speaker. */
const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/i

/** The phrase of who speaks, between `from` and `to`, cut so that it holds neither the cue nor what is said; undefined when the text names nobody. */
export function sourceOf(doc: Read, verb: number, from: number, to: number): TokenRange | undefined {
  const cue = cueOf(doc, verb)
  const subject = subjectOf(doc, verb)
  return subject < 0 ? undefined : subject < verb ? before(doc, subject, from, Math.min(to, cue.first)) : after(doc, subject, cue.end, to)
}

/** The same for a verb beside a quotation, where a noun phrase next to the verb is the speaker even when the tree has it otherwise. */
export function speakerOf(doc: Read, verb: number, from: number, to: number): TokenRange | undefined {
  const found = sourceOf(doc, verb, from, to)
  if (found && !WEEKDAY.test(wordAt(doc, found.first))) return found
  const cue = cueOf(doc, verb)
  const { tokens } = doc.sentences[doc.tokens.sentence[verb]!]!
  const left = neighbour(doc, verb, cue.first - 1, -1, Math.max(from, tokens.first), Math.min(to, tokens.end))
  if (left >= 0) return before(doc, left, Math.max(from, tokens.first), cue.first)
  const right = neighbour(doc, verb, cue.end, 1, Math.max(from, tokens.first), Math.min(to, tokens.end))
  return right < 0 ? undefined : after(doc, right, cue.end, Math.min(to, tokens.end))
}

/** The head of the noun phrase that begins or ends beside the verb, or -1. */
function neighbour(doc: Read, verb: number, start: number, step: 1 | -1, first: number, end: number): number {
  let at = start
  if (step < 0 && at >= first && at < end && isPunct(doc, at) && wordAt(doc, at) === ',') at--
  if (at < first || at >= end || isPunct(doc, at)) return -1
  if (step > 0 && !isNominal(doc, at) && !['DET', 'ADJ'].includes(uposAt(doc.tags, at))) return -1
  if (step < 0 && !isNominal(doc, at)) return isAdjectiveNoun(doc, at) ? at : -1
  let top = -1
  for (let climbs = 0; climbs < CLIMB && at >= first && at < end && at !== verb; climbs++) {
    if (isNominal(doc, at) && at < verb === step < 0 && !['obl', 'obl:unmarked', 'nmod'].includes(deprelAt(doc.tree, at))) top = at
    at = doc.tree.head[at]!
  }
  return top
}

/** "the general", "the premier": an office that the tagger takes for an adjective, directly before its verb. */
const isAdjectiveNoun = (doc: Read, at: number): boolean => uposAt(doc.tags, at) === 'ADJ' && at > 0 && uposAt(doc.tags, at - 1) === 'DET'

function before(doc: Read, head: number, from: number, to: number): TokenRange | undefined {
  if (isAdjectiveNoun(doc, head)) return { first: head - 1, end: head + 1 }
  return whole(doc, phrase(doc, head, from, to), to)
}

function after(doc: Read, head: number, from: number, to: number): TokenRange | undefined {
  return whole(doc, phrase(doc, head, from, Math.min(to, circumstance(doc, head))), to)
}

const OCCASION =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|statement|interview|briefing|conference|tweet|email|post|speech|letter|radio|television|twitter|facebook|telegram)$/i

/** Where the circumstances of the saying begin in a phrase after its verb: "said the minister | on Monday", "said the minister | in a statement". */
function circumstance(doc: Read, head: number): number {
  for (const kid of dependents(doc.tree, head)) {
    if (kid < head || !deprelAt(doc.tree, kid).startsWith('nmod') || introducer(doc, kid) < 0) continue
    if (OCCASION.test(wordAt(doc, kid)) && ['on', 'in', 'at', 'to', 'during', 'via'].includes(lower(doc, introducer(doc, kid))))
      return subtree(doc.tree, kid).first
  }
  return doc.tokens.length
}

/** With the bracket that follows a name ("(R-Ohio)") and the comma that closes an apposition. */
function whole(doc: Read, range: TokenRange, to: number): TokenRange | undefined {
  let { end } = range
  const { first } = range
  if (end <= first) return undefined
  if (end < to && xposAt(doc.tags, end) === '-LRB-') {
    for (let i = end; i < Math.min(to, end + 8); i++) {
      if (xposAt(doc.tags, i) !== '-RRB-') continue
      end = i + 1
      break
    }
  }
  if (end < doc.tokens.length && wordAt(doc, end) === ',' && hasComma(doc, first, end)) end++
  return { first, end }
}

function hasComma(doc: Read, first: number, end: number): boolean {
  for (let i = first + 1; i < end; i++) if (wordAt(doc, i) === ',') return true
  return false
}
