import { tokenAt, uposAt, wordAt, type TokenRange } from '../../doc/index.js'
import { adjacentVerb, isTail, paragraphAt, verbAfter, verbBefore, verbOfSentenceBefore } from './beside.js'
import { framesOf } from './cue.js'
import type { Words } from './lexicon.js'
import type { Quote } from './marks.js'
import { child, isPunct, isVerb, type Read } from './syntax.js'

/** A direct quotation: its pieces in order and the verb that reports it, -1 when the text names none. */
export interface Direct {
  readonly quotes: Quote[]
  verb: number
  /** The line that signs it: a dash and a name. */
  readonly signed?: { readonly cue: TokenRange; readonly source: TokenRange }
}

/**
 * Joins quotations with the verbs that report them: `“…,” he said`, `he said: “…”`, `“…,” he said, “…”`; what follows in the same breath without a verb of its
 * own goes with the one before. Words in marks that are part of somebody's sentence ("a “brazen” breach") are no direct speech and are left out.
 */
export function directSpeech(words: Words, doc: Read, quotes: readonly Quote[]): readonly Direct[] {
  const found: Direct[] = []
  const byVerb = new Map<number, Direct>()
  let last: Direct | undefined
  for (const quote of quotes) {
    if (quote.depth > 0) continue
    const range = { first: tokenAt(doc.tokens, quote.from), end: tokenAt(doc.tokens, quote.to) }
    const verb = verbOf(words, doc, quote, range, byVerb)
    if (verb >= 0 && quote.continues && last && last.verb < 0) {
      last.quotes.push(quote)
      last.verb = verb
      byVerb.set(verb, last)
      continue
    }
    const before = verb >= 0 ? byVerb.get(verb) : undefined
    const signed = verb < 0 ? signature(doc, quote, range.end) : undefined
    if (signed) {
      found.push({ quotes: [quote], verb: -1, signed })
      last = undefined
      continue
    }
    const goesOn = verb < 0 && last !== undefined && (quote.continues || follows(doc, last.quotes.at(-1)!, quote, range))
    const it = before ?? (goesOn ? last : undefined)
    if (it) it.quotes.push(quote)
    else if (verb >= 0) {
      const made: Direct = { quotes: [quote], verb }
      found.push(made)
      byVerb.set(verb, made)
      last = made
    } else if (isWhole(doc, quote, range)) {
      last = { quotes: [quote], verb: verbOfSentenceBefore(words, doc, range.first) }
      found.push(last)
    }
    if (before) last = before
  }
  return found
}

function verbOf(words: Words, doc: Read, quote: Quote, range: TokenRange, used: ReadonlyMap<number, Direct>): number {
  const introduced = /[,:]/.test(before(doc, quote))
  if (introduced) {
    const verb = verbBefore(words, doc, range.first)
    if (verb >= 0 && (isClausal(doc, range) || isPunct(doc, verb + 1) || used.has(verb))) return verb
  }
  if (
    endsInBreath(doc, quote, range)
      ? isClausal(doc, range) || starts(doc, quote, range)
      : starts(doc, quote, range) && isTail(words, doc, range.end)
  ) {
    const verb = verbAfter(words, doc, range.end)
    if (verb >= 0) return verb
  }
  if (!introduced && (isClausal(doc, range) || isCry(words, doc, quote, range.first))) return adjacentVerb(words, doc, range.first)
  return -1
}

/** "“…” — Amina Diallo": a dash and a name that end the paragraph. */
function signature(doc: Read, quote: Quote, from: number): Direct['signed'] {
  if (from + 1 >= doc.tokens.length || !/^(?:—|–|―|--|-)$/.test(wordAt(doc, from)) || paragraphAt(doc, from) !== quote.paragraph)
    return undefined
  let end = from + 1
  while (end < doc.tokens.length && end < from + 9 && paragraphAt(doc, end) === quote.paragraph && !/^[.“"]/.test(wordAt(doc, end))) end++
  const whole = end >= doc.tokens.length || paragraphAt(doc, end) !== quote.paragraph || wordAt(doc, end) === '.'
  return whole && end > from + 1 && uposAt(doc.tags, from + 1) === 'PROPN'
    ? { cue: { first: from, end: from + 1 }, source: { first: from + 1, end } }
    : undefined
}

/** `chanting “No war”`: words of no clause, directly after a verb that takes nothing else, and nothing of the sentence after them. */
function isCry(words: Words, doc: Read, { to }: Quote, first: number): boolean {
  const frames = first > 0 && isVerb(doc, first - 1) ? framesOf(words, doc, first - 1) : undefined
  return (
    frames !== undefined &&
    !['be', 'as', 'thing', 'to', 'whom'].some((it) => frames.has(it)) &&
    /^\s*(?:[.,;!?]|$|\n)/.test(doc.text.slice(to, to + 3))
  )
}

/** It begins a sentence. */
const starts = (doc: Read, { from }: Quote, { first }: TokenRange): boolean =>
  first < doc.tokens.length && from <= doc.sentences[doc.tokens.sentence[first]!]!.span.from + 1

/** The last character before the quotation that is no blank. */
function before({ text }: Read, { from }: Quote): string {
  let at = from - 1
  while (at > 0 && /\s/.test(text[at]!)) at--
  return at >= 0 ? text[at]! : ''
}

/** A comma, question or exclamation mark, dash or cut at the end of the quotation, or a comma after it: a verb of speech may follow. */
function endsInBreath({ text }: Read, { to }: Quote, _range: TokenRange): boolean {
  const tail = text.slice(Math.max(0, to - 3), to)
  return /[,?!…—–-]['"”’»\s]*$/.test(tail) || /\.\.['"”»]?$/.test(tail) || /^\s*[,—–]/.test(text.slice(to, to + 3))
}

/** It holds a clause of its own: begins with a capital and has a verb with a subject. */
function isClausal(doc: Read, { first, end }: TokenRange): boolean {
  if (!/^["“«'‘]*\p{Lu}/u.test(doc.text.slice(doc.tokens.start[first], doc.tokens.start[first]! + 4))) return false
  for (let i = first; i < end; i++) if (isVerb(doc, i) && child(doc, i, 'nsubj', 'nsubj:pass', 'expl') >= first) return true
  return false
}

/** The quotation is a paragraph's own text: it begins a sentence and ends one. */
function isWhole(doc: Read, { from, to }: Quote, { first, end }: TokenRange): boolean {
  if (first >= doc.tokens.length) return false
  const sentence = doc.sentences[doc.tokens.sentence[first]!]!
  const last = doc.sentences[doc.tokens.sentence[Math.max(first, end - 1)]!]!
  return from <= sentence.span.from + 1 && to >= last.span.to - 1 && isClausal(doc, { first, end })
}

/** A quotation that begins a sentence after the one before, in the same paragraph, or that fills the next paragraph. */
function follows(doc: Read, previous: Quote, quote: Quote, range: TokenRange): boolean {
  if (quote.paragraph === previous.paragraph) return starts(doc, quote, range) && isClausal(doc, range)
  return quote.paragraph === previous.paragraph + 1 && isWhole(doc, quote, range)
}
