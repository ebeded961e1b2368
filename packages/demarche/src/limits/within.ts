import type { ArticleRow } from '../spec/index.js'
import { byPosition, type Span } from '../text/index.js'
import type { LimitName, Limits } from './limits.js'

interface Beyond extends Span {
  readonly why: LimitName
}

/**
 * The article with what goes beyond the limits of text set aside: listed in `removed` under the name of the limit, so that nothing is coded from it, and
 * named in `degraded`. The text stays as it is. An article within all limits comes back as it was.
 */
export function withinLimits(article: ArticleRow, limits: Limits): ArticleRow {
  const removed = [...article.removed]
  let free: Free | undefined
  const reached = new Set<string>(article.degraded)
  const long = article.text.length > limits.text
  const text = long ? article.text.slice(0, lastBreak(article.text, limits.text)) : article.text
  const tail: Beyond[] = long ? [{ from: text.length, to: article.text.length, why: 'text' }] : []
  for (const { why, ...span } of [...tail, ...sentencesBeyond(text, limits), ...wordsBeyond(text, limits)]) {
    free ??= new Free(article)
    for (const rest of free.take(span)) {
      reached.add(why)
      removed.push({ span: rest, why })
    }
  }
  if (article.text.length > limits.tokens) {
    free ??= new Free(article)
    const from = tokensBeyond(text, limits, free)
    if (from !== undefined) {
      reached.add('tokens')
      for (const rest of free.take({ from, to: article.text.length })) removed.push({ span: rest, why: 'tokens' })
    }
  }
  if (removed.length === article.removed.length) return article
  return { ...article, removed: removed.toSorted((a, b) => byPosition(a.span, b.span)), degraded: [...reached].toSorted() }
}

/** What nothing has been taken of yet, character by character: with thousands of spans already set aside, to lay each new one beside all of them is a square. */
class Free {
  private readonly taken: Uint8Array
  constructor({ text, removed }: ArticleRow) {
    this.taken = new Uint8Array(text.length)
    for (const { span } of removed) this.taken.fill(1, span.from, span.to)
  }

  has(at: number): boolean {
    return this.taken[at] === 0
  }

  /** Takes a span; gives the parts of it that nothing had taken, in order. */
  take({ from, to }: Span): Span[] {
    const rest: Span[] = []
    for (let at = from; at < to; at++) {
      const start = at
      while (at < to && this.taken[at] === 0) at++
      if (at > start) rest.push({ from: start, to: at })
    }
    this.taken.fill(1, from, to)
    return rest
  }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029
const ENDS = new Set('.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964'.split('').map((it) => it.charCodeAt(0)))

/** Runs of one character, words without an end, words that are said again and again. One pass; no regular expression, for it must be linear on anything. */
function* wordsBeyond(text: string, limits: Limits): Generator<Beyond> {
  let [word, last, again, since] = ['', '', 0, 0]
  for (let at = 0; at < text.length;) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    const from = at
    let run = 1
    let longest = 1
    for (at++; at < text.length && !isSpace(text.charCodeAt(at)); at++) {
      run = text.charCodeAt(at) === text.charCodeAt(at - 1) ? run + 1 : 1
      longest = Math.max(longest, run)
    }
    if (at - from > limits.word) yield { from, to: at, why: 'word' }
    else if (longest > limits.run) yield { from, to: at, why: 'run' }
    word = at - from > limits.word ? '' : text.slice(from, at)
    again = word !== '' && word === last ? again + 1 : 1
    if (again === limits.repeat) since = at
    if (again > limits.repeat && (at >= text.length || !sameWordFollows(text, at, word))) yield { from: since, to: at, why: 'repeat' }
    last = word
  }
}

function sameWordFollows(text: string, at: number, word: string): boolean {
  let from = at
  while (from < text.length && isSpace(text.charCodeAt(from))) from++
  const to = from + word.length
  return text.startsWith(word, from) && (to >= text.length || isSpace(text.charCodeAt(to)))
}

/** Where the first word or mark stands that is one too many, of those that nothing has been taken of. What is no mark of Latin script counts as part of a word. */
function tokensBeyond(text: string, limits: Limits, free: Free): number | undefined {
  let count = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isSpace(code) || !free.has(at)) inWord = false
    else {
      const letter = isLetter(code)
      if (!(letter && inWord) && ++count > limits.tokens) return at
      inWord = letter
    }
  }
  return undefined
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  (code > 0xbf && !(code >> 8 === 0x20 || code >> 8 === 0x30))

/** Sentences without an end. */
function* sentencesBeyond(text: string, limits: Limits): Generator<Beyond> {
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const ends = code === 10 || (ENDS.has(code) && (code > 0x2fff || isSpace(text.charCodeAt(at + 1))))
    if (!ends && at + 1 < text.length) continue
    if (at - from >= limits.sentence) yield { from: lastBreak(text, from + limits.sentence), to: at + 1, why: 'sentence' }
    from = at + 1
  }
}

/** The last space before an offset, if there is one near; never between the halves of a surrogate pair. */
function lastBreak(text: string, before: number): number {
  for (let at = before; at > before - 200 && at > 0; at--) if (isSpace(text.charCodeAt(at))) return at
  const code = text.charCodeAt(before)
  return code >= 0xdc00 && code <= 0xdfff ? before - 1 : before
}
