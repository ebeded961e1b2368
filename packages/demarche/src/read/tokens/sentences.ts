import { LONGEST_SENTENCE, type Sentence, type Tokens } from '../../doc/index.js'
import { LEADING } from './abbreviations.js'
import type { BoundaryJudge, JudgedWord } from './boundary.js'
import { ABBREVIATION, FINAL } from './columns.js'
import { breakAfter, type Gaps } from './gaps.js'

/** The longest sentence that may be a headline, in tokens. */
const LONGEST_HEADLINE = 30

/** What the gap after token `i` is scored with, see `BoundaryJudge`. */
export interface Gap {
  readonly i: number
  readonly score: number
}

/**
 * Walks over the gaps where a sentence may end, that is all between words of one paragraph that have a space or follow an end mark, and asks
 * `ends`, which sees the judge's score. Training and reading both walk here.
 */
export function walkGaps(
  text: string,
  tokens: Tokens,
  kind: Uint8Array,
  gaps: Gaps,
  judge: BoundaryJudge,
  ends: (i: number, score: number) => boolean,
): void {
  const { length, start, end } = tokens
  const word = (i: number): JudgedWord => judge.word(text.slice(start[i]!, end[i]!))
  let previous: JudgedWord | undefined
  let current = length > 0 ? word(0) : undefined
  let next = length > 1 ? word(1) : undefined
  judge.begin()
  for (let i = 0; i < length; i++) {
    const afterNext = i + 2 < length ? word(i + 2) : undefined
    if (i + 1 === length || gaps[i]! > breakAfter.none) {
      judge.begin()
      previous = undefined
    } else {
      const space = start[i + 1]! > end[i]!
      const visible = gaps[i + 1] === breakAfter.none ? afterNext : undefined
      const asked = space || kind[i] === FINAL
      const score = judge.judge(previous, current!, next, visible, kind[i]!, space, asked)
      if (asked && ends(i, score)) judge.begin()
      previous = current
    }
    current = next
    next = afterNext
  }
}

/** Divides tokens into sentences and fills `tokens.sentence`. */
export function split(text: string, tokens: Tokens, kind: Uint8Array, gaps: Gaps, judge: BoundaryJudge): Sentence[] {
  const { length, start, end } = tokens
  const ends = new Uint8Array(length)
  walkGaps(text, tokens, kind, gaps, judge, (i, score) => {
    const yes = score > 0 && !leads(text.slice(start[i]!, end[i]!), kind[i]!)
    if (yes) ends[i] = 1
    return yes
  })
  const sentences: Sentence[] = []
  let first = 0
  let paragraph = 0
  for (let i = 0; i < length; i++) {
    tokens.sentence[i] = sentences.length
    if (ends[i] === 0 && gaps[i] === breakAfter.none && i + 1 < length && i + 1 - first < LONGEST_SENTENCE) continue
    const alone = (first === 0 || gaps[first - 1]! > breakAfter.none) && (i + 1 === length || gaps[i]! > breakAfter.none)
    const headline = alone && isHeadline(text.slice(start[i]!, end[i]!), i + 1 - first)
    sentences.push({
      tokens: { first, end: i + 1 },
      span: { from: start[first]!, to: end[i]! },
      paragraph,
      kind: headline ? 'headline' : 'prose',
    })
    first = i + 1
    if (gaps[i] === breakAfter.paragraph) paragraph++
  }
  return sentences
}

/** Abbreviations and initials that something always follows: `Gen.`, `J.` */
const leads = (word: string, kind: number): boolean =>
  kind === ABBREVIATION && (/^[A-Z]\.$/.test(word) || LEADING.has(word.slice(0, -1).toLowerCase()))

const isHeadline = (last: string, length: number): boolean => length > 1 && length <= LONGEST_HEADLINE && !/[.!?…:"”]$/.test(last)
