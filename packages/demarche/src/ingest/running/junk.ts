import type { ArticleRow } from '../../spec/index.js'
import type { Span } from '../../text/index.js'
import { isDateline } from '../lines/dateline.js'
import { englishWords } from '../lines/english.js'
import { CUES, cueOf } from '../lines/cues.js'
import { articleScores, type ReadLines } from '../lines/decide.js'
import { scores, type BlockModels } from '../lines/forest.js'
import { linesOf } from '../lines/lines-of.js'
import { bareOf } from '../lines/words.js'
import { coherenceOf } from './cohesion.js'
import { runningMatrix } from './matrix.js'
import { runningSecond } from './second.js'
import { ARTICLE, MIXTURE, SHORT, stretches, WHOLE_PAGE } from './spans.js'
import { runningOf, type Running } from './tokens.js'

/** Longer texts are not read word by word; so much text in one piece is no article. */
const MAX_LENGTH = 300_000
/** Fewer words give no ground to tell the article from what is not. */
const MIN_WORDS = 80
/** Fewer words give little: what goes must be surer. */
const FEW_WORDS = 200
/** Texts that speak of less than this in more than one place, in percent, are mixtures of many matters. */
const MIXED = 30
/** The score of what cannot be told: words of another language. */
const UNKNOWN = 4000
/** In thousandths of log odds: words with more are sure to be the article, but for those so near to others. */
const SURE = 1500
const NEAR = 40

/**
 * What is not the article inside running text: stretches of words, each with its reason. `removed` is what went already, in order; then what reading
 * line by line made of the text. Of a text that is not English only what is English in it is told.
 */
export function runningJunk(
  text: string,
  removed: ArticleRow['removed'],
  models: BlockModels,
  { scores: lineScores, whole }: Pick<ReadLines, 'scores' | 'whole'>,
  english: boolean,
): ArticleRow['removed'] {
  if (text.length > MAX_LENGTH) return []
  const rest = whole ? withoutSpans(text, removed) : text
  const words = runningOf(rest, models)
  const free = freeWords(words, removed)
  const left = free.reduce((sum, it) => sum + it, 0)
  if (left < MIN_WORDS) return []
  const lines = whole
    ? articleScores(
        linesOf(rest).map((line) => line.text),
        models,
      )
    : lineScores
  const matrix = runningMatrix(words, models, lines)
  const first = scores(models.running.first, matrix)
  const coherence = coherenceOf(words, models.common)
  const costs = coherence < MIXED ? MIXTURE : left < FEW_WORDS ? SHORT : whole ? WHOLE_PAGE : ARTICLE
  const doubtful = nearDoubt(first)
  if (doubtful.length === 0) return []
  const second = first.slice()
  for (const [k, score] of scores(models.running.second, runningSecond(words, matrix, first, doubtful)).entries())
    second[doubtful[k]!] = score
  if (!english) keepOthers(second, words, rest, models)
  const found = stretches(words, second, costs)
  return found
    .flatMap((range) => spansOf(text, words, range, free))
    .filter(({ from, to }) => !isDateline(text.slice(from, to)))
    .map((span) => ({ span, why: CUES[cueOf(text.slice(span.from, Math.min(span.to, span.from + 200)))]?.[0] ?? 'other' }))
}

/** Keeps the words that do not stand among English ones. */
function keepOthers(score: Int32Array, { count, from, to }: Running, text: string, models: BlockModels): void {
  const bare = Array.from({ length: count }, (_, i) => bareOf(text.slice(from[i], to[i])))
  for (const [i, among] of englishWords(bare, models).entries()) if (among === 0) score[i] = UNKNOWN
}

/** The words that stand near one of which the first pass is not sure: the second reads no others. */
function nearDoubt(score: Int32Array): Int32Array {
  const near = new Uint8Array(score.length)
  for (let i = 0, until = 0; i < score.length; i++) {
    if (score[i]! < SURE) {
      near.fill(1, Math.max(until, i - NEAR), Math.min(score.length, i + NEAR))
      until = i + NEAR
    }
  }
  const out = new Int32Array(near.reduce((sum, it) => sum + it, 0))
  for (let i = 0, n = 0; i < near.length; i++) if (near[i] === 1) out[n++] = i
  return out
}

/** 1 for each word that was not removed already. */
function freeWords({ count, from, to }: Running, removed: ArticleRow['removed']): Uint8Array {
  const free = new Uint8Array(count).fill(1)
  for (let i = 0, r = 0; i < count && r < removed.length;) {
    const { span } = removed[r]!
    if (span.to <= from[i]!) r++
    else {
      if (span.from < to[i]!) free[i] = 0
      i++
    }
  }
  return free
}

/** A stretch of words as spans of the text, one a line, around what was removed already. */
function spansOf(text: string, { from, to }: Running, [first, end]: readonly [number, number], free: Uint8Array): Span[] {
  const spans: { from: number; to: number }[] = []
  for (let i = first; i < end; i++) {
    if (free[i] === 0) continue
    const last = spans.at(-1)
    if (last === undefined || free[i - 1] === 0 || text.slice(last.to, from[i]).includes('\n')) spans.push({ from: from[i]!, to: to[i]! })
    else last.to = to[i]!
  }
  return spans
}

/** The text with spaces in place of the spans; offsets stay. */
function withoutSpans(text: string, removed: ArticleRow['removed']): string {
  let [out, at] = ['', 0]
  for (const { span } of removed) {
    out += text.slice(at, span.from) + ' '.repeat(span.to - span.from)
    at = span.to
  }
  return out + text.slice(at)
}
