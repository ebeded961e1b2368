import type { Sentence } from './tokens.js'

/** The most tokens of a sentence; what is longer is no language and is cut here, so that work within a sentence stays bounded. */
export const LONGEST_SENTENCE = 1000
/** The most characters of one paragraph that are read as prose. */
const PROSE = 200_000

/**
 * Whether each sentence is read, asked in order. The pieces of a sentence that was cut for its length, and what lies beyond 200,000 characters of one
 * paragraph, are tables, dumps or attacks: they stay in place as tokens without tags and trees. So the time of any input stays in proportion to its length,
 * and of such an input far below that of prose.
 */
export function readable(): (sentence: Sentence) => boolean {
  let paragraph = -1
  let start = 0
  let cut = false
  return ({ tokens, paragraph: own, span }) => {
    if (own !== paragraph) {
      paragraph = own
      start = span.from
      cut = false
    }
    const read = !cut && span.from - start < PROSE
    cut = tokens.end - tokens.first === LONGEST_SENTENCE
    return read
  }
}
