import type { ArticleRow } from '../../spec/index.js'
import type { Span } from '../../text/index.js'
import { CUES, cueOf } from '../lines/cues.js'
import { scores, type BlockModels } from '../lines/forest.js'
import { runningMatrix } from './matrix.js'
import { stretches } from './spans.js'
import { runningOf, type Running } from './tokens.js'

/** Longer texts are not read word by word; so much text in one piece is no article. */
const MAX_LENGTH = 300_000
/** Fewer words give no ground to tell the article from what is not. */
const MIN_WORDS = 80

/** What is not the article inside running text: stretches of words, each with its reason. `removed` is what went already, in order. */
export function runningJunk(text: string, removed: ArticleRow['removed'], { running, lexicon }: BlockModels): ArticleRow['removed'] {
  if (text.length > MAX_LENGTH) return []
  const words = runningOf(withoutSpans(text, removed), lexicon)
  if (words.count < MIN_WORDS) return []
  const found = stretches(words, scores(running, runningMatrix(words)))
  return found
    .flatMap((range) => spansOf(text, words, range))
    .map((span) => ({ span, why: CUES[cueOf(text.slice(span.from, Math.min(span.to, span.from + 200)))]?.[0] ?? 'other' }))
}

/** A stretch of words as spans of the text, one a line, around what was removed already. */
function spansOf(text: string, { from, to }: Running, [first, end]: readonly [number, number]): Span[] {
  const spans: { from: number; to: number }[] = []
  for (let i = first; i < end; i++) {
    const last = spans.at(-1)
    if (last === undefined || /[\n\S]/.test(text.slice(last.to, from[i]))) spans.push({ from: from[i]!, to: to[i]! })
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
