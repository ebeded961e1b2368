import type { Common } from './common.js'
import type { Lexicon } from './lexicon.js'
import { isFunction, isPlain, stemOf } from './words.js'

// In a text of another language the classifiers, whose words are English, can tell nothing but of what is English in it: a menu, a sign-up, a headline of
// another site.

/** So many words to each side tell whether a word stands among English ones. */
const NEAR = 4
/** A stretch with this share of words that English articles know, in percent, is English. Other languages of Latin script share up to a third. */
const SHARE = 55

/** Whether each word stands among English ones. Linear. */
export function englishWords(
  bare: readonly string[],
  { common, lexicon }: { readonly common: Common; readonly lexicon: Lexicon },
): Uint8Array {
  const known = Int32Array.from({ length: bare.length + 1 })
  const words = Int32Array.from({ length: bare.length + 1 })
  for (const [i, word] of bare.entries()) {
    const stem = stemOf(word)
    const counts = /\p{L}/u.test(word)
    words[i + 1] = words[i]! + (counts ? 1 : 0)
    known[i + 1] =
      known[i]! + (counts && (isFunction(word) || isPlain(word) || (stem !== undefined && common.has(stem)) || lexicon.has(word)) ? 1 : 0)
  }
  return Uint8Array.from(bare, (_, i) => {
    const [low, high] = [Math.max(0, i - NEAR), Math.min(bare.length, i + NEAR + 1)]
    const of = words[high]! - words[low]!
    return of > 0 && (known[high]! - known[low]!) * 100 >= SHARE * of ? 1 : 0
  })
}

/** Whether most words of a line stand among English ones. */
export function isEnglish(bare: readonly string[], vocabulary: { readonly common: Common; readonly lexicon: Lexicon }): boolean {
  let among = 0
  for (const it of englishWords(bare, vocabulary)) among += it
  return among * 2 > bare.length
}
