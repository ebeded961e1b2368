import type { Lookup } from '../../text/index.js'
import { hashString, normalForm, shapeOf } from '../model/index.js'

// Columns of a word's row, in this order; the templates of `training/src/templates/tags.txt` name them.
export const ROW = ['w', 'raw', 's1', 's2', 's3', 's4', 'p1', 'p2', 'p3', 'amb', 'wn', 'sh', 'caps', 't1', 't2', 'spare'] as const
/** How many of the columns belong to the word itself, whatever stands around it. */
export const OWN = 12
export const SHAPE = 11
export const CAPS = 12
export const T1 = 13
export const T2 = 14

/** Parts of speech that a general dictionary lists for a word: bits 1 noun, 2 verb, 4 adjective, 8 adverb; 16 … 128 the same for irregular forms. */
export type Dictionary = Lookup<number>

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['s', ['']],
  ['es', ['']],
  ['ies', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['ly', ['']],
]

/** What the dictionary says of a word and of the words that it may be an inflection of, as one hash. */
export function dictionaryClass(word: string, dictionary: Dictionary): number {
  let it = ''
  const own = dictionary.get(word)
  if (own !== undefined) it += `=${own}`
  for (const [ending, bases] of ENDINGS) {
    if (word.length <= ending.length + 2 || !word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    let bits = 0
    for (const base of bases) bits |= dictionary.get(stem + base) ?? 0
    if ((ending === 'ed' || ending === 'ing') && stem.at(-1) === stem.at(-2)) bits |= dictionary.get(stem.slice(0, -1)) ?? 0
    if (bits > 0) it += ending + bits
  }
  return hashString(`WN${it}`)
}

/** The word's own columns. `ambiguity` gives the class of tags that a known word was seen with. */
export function wordRow(form: string, ambiguity: Lookup<number>, dictionary: Dictionary): Int32Array {
  const word = normalForm(form)
  return Int32Array.of(
    hashString(word),
    hashString(form),
    hashString(word.slice(-1)),
    hashString(word.slice(-2)),
    hashString(word.slice(-3)),
    hashString(word.slice(-4)),
    hashString(word.slice(0, 1)),
    hashString(word.slice(0, 2)),
    hashString(word.slice(0, 3)),
    ambiguity.get(word) ?? hashString(`UNK${word.slice(-2)}`),
    dictionaryClass(word, dictionary),
    hashString(shapeOf(form)),
  )
}
