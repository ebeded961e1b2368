import { spanOf, tokenAt, tokensIn, type TokenRange } from '../doc/index.js'
import { contains } from '../text/index.js'
import { listed } from './grouped.js'
import type { Read } from './party.js'

/**
 * Who and what stands at each token of a document, laid out once: a question about one phrase never goes through the whole text, so that coding takes time in
 * proportion to the length of a document, whatever it holds.
 */
export interface Standing {
  /** Mentions that stand whole inside a range of tokens, in the order of the document's mentions. */
  readonly mentionsIn: (within: TokenRange) => number[]
  /** Tokens inside a date. */
  readonly dated: Uint8Array
  /** Tokens inside a time that is no length of time. */
  readonly timed: Uint8Array
  /** Places that a token is part of, in the order of the document's places. */
  readonly placesAt: (token: number) => readonly number[]
  /** Places that begin in a sentence, in the same order. */
  readonly placesIn: (sentence: number) => readonly number[]
  /** Quotations whose content reaches into a sentence, in the order of the document's quotations. */
  readonly quotationsIn: (sentence: number) => readonly number[]
}

const NONE: readonly number[] = []

export function standingOf(doc: Read, range: readonly TokenRange[]): Standing {
  const { tokens, times, places } = doc
  const beginning = new Map<number, number[]>()
  for (const [m, { first }] of range.entries()) listed(beginning, first, m)
  const [dated, timed] = [new Uint8Array(tokens.length), new Uint8Array(tokens.length)]
  for (const { span, type } of times) {
    if (type === 'DURATION') continue
    const { first, end } = tokensIn(tokens, span)
    for (let i = first; i < end; i++) {
      if (!contains(span, spanOf(tokens, i))) continue
      timed[i] = 1
      if (type === 'DATE') dated[i] = 1
    }
  }
  const [placesAt, placesIn] = [new Map<number, number[]>(), new Map<number, number[]>()]
  for (const [p, { span }] of places.entries()) {
    const { first, end } = tokensIn(tokens, span)
    for (let i = first; i < end; i++) listed(placesAt, i, p)
    if (tokens.length > 0) listed(placesIn, tokens.sentence[Math.min(tokenAt(tokens, span.from), tokens.length - 1)]!, p)
  }
  const quotationsIn = new Map<number, number[]>()
  for (const [q, { content }] of doc.quotations.entries())
    for (const sentence of new Set(content.flatMap((span) => sentencesOf(doc, tokensIn(tokens, span))))) listed(quotationsIn, sentence, q)
  return {
    mentionsIn: ({ first, end }) => {
      const found: number[] = []
      for (let i = first; i < end; i++) for (const m of beginning.get(i) ?? NONE) if (range[m]!.end <= end) found.push(m)
      return found.sort((a, b) => a - b)
    },
    dated,
    timed,
    placesAt: (token) => placesAt.get(token) ?? NONE,
    placesIn: (sentence) => placesIn.get(sentence) ?? NONE,
    quotationsIn: (sentence) => quotationsIn.get(sentence) ?? NONE,
  }
}

function sentencesOf({ tokens }: Read, { first, end }: TokenRange): number[] {
  if (end <= first) return []
  const [from, to] = [tokens.sentence[first]!, tokens.sentence[end - 1]!]
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
