import { spanOfRange, stage, tokenAt, type Stage, type TokenRange, xposAt } from '../../doc/index.js'
import type { QuotationRow } from '../../spec/index.js'
import { byPosition, type Span } from '../../text/index.js'
import { contentOf } from './content.js'
import { cueOf, framesOf, withColon } from './cue.js'
import { directSpeech, type Direct } from './direct.js'
import { wordsOf, type SpeechLexicon, type Words } from './lexicon.js'
import { mediumOf } from './medium.js'
import { quotesOf, type Quote } from './marks.js'
import { withoutNested, type Made } from './nested.js'
import { accordingTo, labelled, nounReport, type Found } from './phrases.js'
import type { Content } from './piece.js'
import { sourceOf, speakerOf } from './source.js'
import { child, lower, phrase, type Read } from './syntax.js'

/** Finds quotations, direct and indirect: content, cue and source. */
export function createSpeech(lexicon: SpeechLexicon): Stage {
  const words = wordsOf(lexicon)
  return stage({
    name: 'speech',
    needs: ['tokens', 'sentences', 'tags', 'tree'],
    gives: ['speech'],
    run: (doc: Read) => ({ speech: speechOf(words, doc) }),
  })
}

function speechOf(words: Words, doc: Read): QuotationRow[] {
  const quotes = quotesOf(doc).filter(({ from, to }) => to - from > 2)
  const direct = directSpeech(words, doc, quotes)
  const made: Made[] = direct.map((it) => ({ row: directRow(words, doc, it), said: true }))
  const taken = new Set(direct.map(({ verb }) => verb))
  const marks = new Marks(quotes)
  for (let i = 0; i < doc.tokens.length; i++) {
    if (taken.has(i)) continue
    const found = verbReport(words, doc, i) ?? nounReport(words, doc, i) ?? accordingTo(doc, i)
    if (found && found.content.length > 0)
      made.push({ row: rowOf(words, doc, found, marks), said: found.said ?? false, own: isOwn(doc, found) })
  }
  for (let i = 0; i < doc.sentences.length; i++) {
    const found = labelled(words, doc, i)
    if (found) made.push({ row: rowOf(words, doc, found, marks), said: true })
  }
  return withoutNested(made)
    .map(({ row }) => row)
    .toSorted((a, b) => byPosition(a.content[0]!, b.content[0]!) || a.kind.length - b.kind.length)
}

/** "I told them that …", "we have said that …": the first person speaks. */
const isOwn = (doc: Read, { source }: Found): boolean =>
  source !== undefined && source.end - source.first === 1 && /^(?:i|we)$/.test(lower(doc, source.first))

function directRow(words: Words, doc: Read, { quotes, verb, signed }: Direct): QuotationRow {
  const content = quotes.map(({ from, to }) => ({ from, to }))
  if (signed) return { content, cue: spanOfRange(doc.tokens, signed.cue), source: spanOfRange(doc.tokens, signed.source), kind: 'direct' }
  if (verb < 0) return { content, kind: 'direct' }
  const first = tokenAt(doc.tokens, quotes[0]!.from)
  const source = speakerOf(doc, verb, verb < first ? 0 : tokenAt(doc.tokens, quotes[0]!.to), verb < first ? first : doc.tokens.length)
  const medium = mediumOf(words, doc, verb, source)
  return {
    content,
    cue: spanOfRange(doc.tokens, withColon(doc, cueOf(doc, verb))),
    ...(source ? { source: spanOfRange(doc.tokens, source) } : {}),
    kind: 'direct',
    ...(medium ? { medium } : {}),
  }
}

function verbReport(words: Words, doc: Read, verb: number): Found | undefined {
  const frames = framesOf(words, doc, verb)
  if (!frames) return undefined
  const content = contentOf(doc, verb, frames)
  if (!content) return undefined
  const cue = cueOf(doc, verb)
  const quoted = quotedBy(doc, verb)
  const source = quoted ?? reporterOf(doc, verb, content)
  if (!source && content.frame === 'thing') return undefined
  return {
    said: quoted !== undefined || (content.frame === 'that' && frames.has('quote') && ['VBD', 'VBN'].includes(xposAt(doc.tags, verb))),
    cue: content.cueEnd === undefined ? withColon(doc, cue) : { first: cue.first, end: content.cueEnd },
    ...(source ? { source } : {}),
    content: content.parts,
    verb,
  }
}

/** Who reports: the subject where it stands outside what is said, else the phrase beside the verb. */
function reporterOf(doc: Read, verb: number, { parts, frame }: Content): TokenRange | undefined {
  const last = parts.at(-1)!
  const before = last.first < verb && parts.length === 1
  const source = before
    ? sourceOf(doc, verb, last.end, doc.tokens.length)
    : sourceOf(doc, verb, parts.length === 2 ? parts[0]!.end : 0, doc.tokens.length)
  if (source) return source
  if (frame === 'that' && (before || parts.length === 2))
    return speakerOf(doc, verb, parts[0]!.end, parts.length === 2 ? parts[1]!.first : doc.tokens.length)
  // A participle without auxiliary may be a past tense that the tagger has missed.
  const finite = ['VBD', 'VBZ', 'VBP', 'VBN'].includes(xposAt(doc.tags, verb)) && child(doc, verb, 'aux', 'aux:pass', 'mark') < 0
  return finite ? speakerOf(doc, verb, 0, last.first) : undefined
}

/** "quoted a general as saying that …": the object of the quoting verb is who says it. */
function quotedBy(doc: Read, verb: number): TokenRange | undefined {
  const mark = child(doc, verb, 'mark', 'case')
  if (mark < 0 || lower(doc, mark) !== 'as') return undefined
  const above = doc.tree.head[verb]!
  const object = above < 0 ? -1 : child(doc, above, 'obj', 'nsubj:pass')
  return object < 0 || object >= mark ? undefined : phrase(doc, object, doc.sentences[doc.tokens.sentence[verb]!]!.tokens.first, mark)
}

function rowOf(words: Words, doc: Read, { cue, source, content, verb = -1 }: Found, marks: Marks): QuotationRow {
  const medium = mediumOf(words, doc, verb, source)
  const spans = content.map((part) => marks.widened(spanOfRange(doc.tokens, part)))
  return {
    content: spans,
    cue: spanOfRange(doc.tokens, cue),
    ...(source ? { source: spanOfRange(doc.tokens, source) } : {}),
    kind: spans.every((it) => marks.isQuote(it)) ? 'direct' : spans.some((it) => marks.within(it)) ? 'mixed' : 'indirect',
    ...(medium ? { medium } : {}),
  }
}

/** The quotations of the text, to be asked by span. */
class Marks {
  constructor(private readonly quotes: readonly Quote[]) {}

  /** A span that opens a quotation and does not close it is widened to its end. */
  widened(span: Span): Span {
    let { from, to } = span
    for (let i = this.firstAfter(from); i < this.quotes.length && this.quotes[i]!.from < to; i++) {
      const quote = this.quotes[i]!
      if (quote.to > to && quote.closed) to = quote.to
    }
    return { from, to }
  }

  isQuote(span: Span): boolean {
    const quote = this.quotes[this.firstAfter(span.from)]
    return quote !== undefined && quote.from === span.from && quote.to >= span.to
  }

  within(span: Span): boolean {
    const quote = this.quotes[this.firstAfter(span.from)]
    return quote !== undefined && quote.from < span.to
  }

  private firstAfter(from: number): number {
    let low = 0
    let high = this.quotes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.quotes[middle]!.from < from) low = middle + 1
      else high = middle
    }
    return low
  }
}
