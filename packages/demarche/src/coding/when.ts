import { type Act, deprelAt, tokenAt, uposAt, wordAt, xposAt } from '../doc/index.js'
import type { ClaimRow, TimeRow } from '../spec/index.js'
import type { Day } from '../time/index.js'
import { hull } from '../text/index.js'
import { conjunct } from './joined.js'
import type { Read } from './party.js'

type When = ClaimRow['when']
/** Days after which what a dated sentence tells is background, not news. */
const BACKGROUND = 60
/** Days that an expression may span and still set the day of what is told after it: a season does, "from 2018 to 2022" does not. */
const RUNNING = 100
/** Longest line of hard-wrapped text, in characters. */
const WRAPPED = 120
/** How far up a tree an expression may hang below an act, in arcs. */
const DEPTH = 24
/** Relations that begin a clause of its own: what hangs below is told of that clause's verb. */
const CLAUSES = new Set(['ccomp', 'advcl', 'advcl:relcl', 'acl', 'acl:relcl', 'parataxis', 'csubj', 'csubj:pass'])
const JOINS = new Set(['to', '-', '–', '—', 'until', 'till', 'through', 'and'])

/**
 * When an act took place: the expression that hangs on it, else that of a clause above it or the only one of its sentence, else the day of which the
 * paragraph has told, else the day of publication. Two ends of a range ("from 2018 to 2022") are one interval.
 */
export function whenOf(doc: Read, act: Act, status: string): When {
  const own = ownTime(doc, act)
  if (own !== undefined) return stated(doc, own)
  const day = doc.article.published?.day
  const publication: When = day === undefined ? { basis: 'unknown' } : { from: day, to: day, basis: 'publication' }
  if (status !== 'actual') return publication
  const told = toldBefore(doc, act)
  return told === undefined ? publication : { from: told.from!, to: told.to!, basis: 'narrative' }
}

/** Whether an act is background: it ended well before the day of the text, or stands in a past perfect that is nobody's speech and has no day of its own. */
export function isHistorical(doc: Read, { to, basis }: When, act?: Act): boolean {
  const day = doc.article.published?.day
  if (basis === 'publication') return act !== undefined && isPastPerfect(doc, act)
  return day !== undefined && to !== undefined && basis !== 'unknown' && (Date.parse(day) - Date.parse(to)) / 86_400_000 > BACKGROUND
}

const isDated = ({ type, from }: TimeRow): boolean => from !== undefined && (type === 'DATE' || type === 'TIME')

/** Index of the first time that begins at `at` or later; times lie in reading order. */
function firstFrom(times: readonly TimeRow[], at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]!.span.from < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the time that is the act's: by the fewest arcs, other clauses' own times left out; at equal cost the nearest. */
function ownTime(doc: Read, { head, carrier }: Act): number | undefined {
  const { span } = doc.sentences[doc.tokens.sentence[head]!]!
  const above = pathUp(doc, carrier?.head ?? head)
  if (carrier !== undefined) above.set(head, 0)
  const { first, end } = conjunct(doc, carrier?.head ?? head)
  let best: { readonly i: number; readonly cost: number } | undefined
  for (let i = firstFrom(doc.times, span.from); i < doc.times.length && doc.times[i]!.span.from < span.to; i++) {
    if (!isDated(doc.times[i]!)) continue
    const reached = distance(doc, doc.times[i]!, above)
    const at = tokenAt(doc.tokens, doc.times[i]!.span.from)
    const cost = reached === undefined ? undefined : reached + (first <= at && at < end ? 0 : OUTSIDE)
    const near = Math.abs(tokenAt(doc.tokens, doc.times[i]!.span.from) - head) / 1000
    if (cost !== undefined && (best === undefined || cost + near < best.cost)) best = { i, cost: cost + near }
  }
  return best?.i
}

/** What a time costs that stands in another of several joined verbs' stretches, wherever the parser hung it. */
const OUTSIDE = 6

/** The act's token and those above it, with what it costs to take a time that hangs there. */
function pathUp({ tree }: Read, from: number): Map<number, number> {
  const costs = new Map<number, number>()
  let cost = 0
  for (let at = from, steps = 0; at >= 0 && steps < DEPTH; at = tree.head[at]!, steps++) {
    costs.set(at, cost)
    cost += CLAUSES.has(deprelAt(tree, at)) ? 10 : 2
  }
  return costs
}

/** What it costs to reach the act's path from a time; undefined when the time belongs to a clause that the act is not in. */
function distance({ tokens, tags, tree }: Read, { span }: TimeRow, above: ReadonlyMap<number, number>): number | undefined {
  let at = tokenAt(tokens, span.from)
  for (let steps = 0; at >= 0 && steps < DEPTH; steps++) {
    const cost = above.get(at)
    if (cost !== undefined) return cost + steps
    // A time of the second of two joined verbs is not the first one's; that of the first is both's.
    if (CLAUSES.has(deprelAt(tree, at)) || (deprelAt(tree, at) === 'conj' && uposAt(tags, at) === 'VERB')) return undefined
    at = tree.head[at]!
  }
  return undefined
}

/** The interval of time `i`, with the other end where it is one of two ends. */
function stated({ text, tokens, times }: Read, i: number): When {
  const own = times[i]!
  const joined = (a: TimeRow | undefined, b: TimeRow | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    isDated(a) &&
    isDated(b) &&
    b.span.from - a.span.to < 12 &&
    JOINS.has(text.slice(a.span.to, b.span.from).trim()) &&
    (text.slice(a.span.to, b.span.from).trim() !== 'and' || opensRange({ text, tokens }, a))
  const [a, b] = joined(own, times[i + 1]) ? [own, times[i + 1]!] : joined(times[i - 1], own) ? [times[i - 1]!, own] : [own, own]
  const [from, to] = a.from! <= b.to! ? [a.from!, b.to!] : [own.from!, own.to!]
  return { from, to, span: a.from! <= b.to! ? hull(a.span, b.span) : own.span, basis: 'stated' }
}

/** "between May and July", "on July 9 and 10": "and" joins two ends after "between" and two days of one month. */
function opensRange({ text, tokens }: Pick<Read, 'text' | 'tokens'>, { span }: TimeRow): boolean {
  const before = tokenAt(tokens, span.from) - 1
  return before >= 0 && ['between', 'on'].includes(text.slice(tokens.start[before]!, tokens.end[before]!).toLowerCase())
}

/** The last time before the act's sentence, in its paragraph, that is not ahead of the text's day. */
function toldBefore(doc: Read, { head }: Act): TimeRow | undefined {
  const { span, paragraph } = doc.sentences[doc.tokens.sentence[head]!]!
  const day: Day = doc.article.published?.day ?? '9999-12-31'
  for (let i = firstFrom(doc.times, span.from) - 1, steps = 0; i >= 0 && steps < DEPTH; i--, steps++) {
    const time = doc.times[i]!
    const sentence = doc.sentences[doc.tokens.sentence[tokenAt(doc.tokens, time.span.from)]!]
    if (sentence?.paragraph !== paragraph || breaksLine(doc.text, sentence.span.to, span.from)) return undefined
    if (isDated(time) && time.from! <= day && days(time) <= RUNNING) return time
  }
  return undefined
}

const days = ({ from, to }: TimeRow): number => (Date.parse(to ?? from!) - Date.parse(from!)) / 86_400_000

/** Whether a line ends between two characters that is too long to have been wrapped: such a line is a paragraph, blank line or not. */
function breaksLine(text: string, from: number, to: number): boolean {
  // Looked for between the two alone, and no further back than a line may be long: a text of one line is not gone through for every sentence.
  const gap = text.slice(from, to).indexOf('\n')
  if (gap < 0) return false
  const end = from + gap
  return !text.slice(Math.max(0, end - WRAPPED), end).includes('\n') && end >= WRAPPED
}

/** "had recalled" in a clause that is no one's speech: told as what was before the story. */
function isPastPerfect(doc: Read, { head, carrier }: Act): boolean {
  const { tree, tags } = doc
  const verb = carrier?.head ?? head
  if (xposAt(tags, verb) !== 'VBN' || ['ccomp', 'parataxis'].includes(deprelAt(tree, verb))) return false
  for (let i = verb - 1; i >= 0 && i >= verb - 4; i--) if (tree.head[i] === verb && wordAt(doc, i).toLowerCase() === 'had') return true
  return false
}
