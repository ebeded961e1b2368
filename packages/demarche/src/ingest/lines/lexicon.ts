import type { Common } from './common.js'
import type { Themes } from './themes.js'
import type { Words } from './words.js'

/** Words, and pairs of words, that stand around articles more than in them, each with how much more: tenths of the logarithm of the ratio. */
export type Lexicon = ReadonlyMap<string, number>
export const NO_LEXICON: Lexicon = new Map()

/** What the classifiers of articles know of words. */
export interface Vocabulary {
  readonly lexicon: Lexicon
  /** Pairs of words of notices, sign-ups, credits and the like, each with how rare it is in articles. */
  readonly phrases: Lexicon
  readonly common: Common
  /** What matter each of those stems points to. */
  readonly themes: Themes
  /** Words by which somebody speaks of themselves or to the reader, and words of credits; lower case, with ’ for any apostrophe. */
  readonly personal: ReadonlySet<string>
  readonly credit: ReadonlySet<string>
}

/** The weight of each word of a line: the greatest of its own and of the pairs that it is in; 0 for words that are not listed. */
export function weightsIn({ bare }: Words, lexicon: Lexicon): Int32Array {
  const out = new Int32Array(bare.length)
  for (let i = 0; i < bare.length; i++) {
    out[i] = Math.max(out[i]!, lexicon.get(bare[i]!) ?? 0)
    if (i + 1 >= bare.length) continue
    const pair = lexicon.get(`${bare[i]} ${bare[i + 1]}`) ?? 0
    if (pair > out[i]!) out[i] = pair
    if (pair > out[i + 1]!) out[i + 1] = pair
  }
  return out
}
