import type { Sentence, Tokens } from '../../doc/index.js'
import { LEADING, STARTERS } from './abbreviations.js'
import { ABBREVIATION, FINAL } from './columns.js'
import { breakAfter, type Gaps } from './gaps.js'

const CLOSER = /^["”’')\]»]$/
const OPENER = /^[“"‘'([«]/
const STARTS = /^[\p{Lu}\d"“‘'([«*•-]/u

/** The longest sentence that may be a headline, in tokens. */
const LONGEST_HEADLINE = 30

/** Divides tokens into sentences and fills `tokens.sentence`. */
export function split(text: string, tokens: Tokens, kind: Uint8Array, gaps: Gaps): Sentence[] {
  const sentences: Sentence[] = []
  const { length, start, end } = tokens
  const word = (i: number): string => text.slice(start[i]!, end[i]!)
  let first = 0
  let paragraph = 0
  const close = (last: number): void => {
    for (let i = first; i < last; i++) tokens.sentence[i] = sentences.length
    const alone = (first === 0 || gaps[first - 1]! > 1) && (last === length || gaps[last - 1]! > 1)
    const headline = alone && last - first > 1 && last - first <= LONGEST_HEADLINE && !/[.!?…:"”]$/.test(word(last - 1))
    sentences.push({
      tokens: { first, end: last },
      span: { from: start[first]!, to: end[last - 1]! },
      paragraph,
      kind: headline ? 'headline' : 'prose',
    })
    first = last
  }
  for (let i = 0; i < length; i++) {
    if (i + 1 < length && gaps[i] === breakAfter.paragraph) {
      close(i + 1)
      paragraph++
      continue
    }
    if (gaps[i] === breakAfter.line) {
      close(i + 1)
      continue
    }
    if (kind[i] !== FINAL && kind[i] !== ABBREVIATION) continue
    const last = endOfSentence(i)
    if (last > i) {
      close(last)
      i = last - 1
    }
  }
  if (first < length) close(length)
  return sentences

  /** The token after the sentence that may end at the mark `i`; `i` itself when none ends there. */
  function endOfSentence(i: number): number {
    let j = i
    while (j + 1 < length && gaps[j] === 0 && start[j + 1] === end[j] && CLOSER.test(word(j + 1))) j++
    if (j + 1 >= length || gaps[j]! > 1) return i
    const next = word(j + 1)
    if (start[j + 1] === end[j] && !OPENER.test(next)) return i
    if (kind[i] === ABBREVIATION) {
      const lower = word(i).toLowerCase().slice(0, -1)
      if (LEADING.has(lower) || /^[a-z]$/i.test(lower)) return i
      return /^\p{Lu}/u.test(next) && STARTERS.has(next.toLowerCase()) ? j + 1 : i
    }
    if (!STARTS.test(next)) return i
    return j + 1
  }
}
