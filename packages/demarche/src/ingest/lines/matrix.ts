import { around, AROUND_FEATURES, isProse } from './around.js'
import type { Lexicon } from './lexicon.js'
import { LINE_FEATURES, lineFeatures } from './line.js'
import { TOPIC_FEATURES, topics } from './topic.js'
import { wordsOf } from './words.js'

/** Features of all lines (or blocks) of one document, row by row. */
export interface Matrix {
  readonly rows: number
  readonly width: number
  readonly values: Int32Array
}

const OWN_FEATURES: readonly string[] = [...LINE_FEATURES, ...AROUND_FEATURES, ...TOPIC_FEATURES]
const OWN_WIDTH = OWN_FEATURES.length
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3]
const NEIGHBOUR_FEATURES = ['words', 'ends', 'capitalised', 'function words', 'cue', 'content low', 'credit', 'listed', 'topic'].map(
  (name) => OWN_FEATURES.indexOf(name),
)
export const CONTEXT_WIDTH = OWN_WIDTH + NEIGHBOURS.length * NEIGHBOUR_FEATURES.length
export const CONTEXT_FEATURES: readonly string[] = [
  ...OWN_FEATURES,
  ...NEIGHBOURS.flatMap((offset) => NEIGHBOUR_FEATURES.map((feature) => `${OWN_FEATURES[feature]} at ${offset}`)),
]

/** Features of every line by itself and in its surroundings: `CONTEXT_WIDTH` columns, and `extra` empty ones to be filled by the caller. Linear. */
export function contextMatrix(texts: readonly string[], lexicon: Lexicon, extra = 0, words = texts.map(wordsOf)): Matrix {
  const rows = texts.length
  const width = CONTEXT_WIDTH + extra
  const values = new Int32Array(rows * width)
  for (let i = 0; i < rows; i++) lineFeatures(texts[i]!, words[i]!, lexicon, values, i * width)
  around({ rows, width, values }, texts)
  const topic = topics(words, (i) => isProse(values, i * width))
  for (let i = 0; i < rows; i++)
    values.set(topic.subarray(i * TOPIC_FEATURES.length, (i + 1) * TOPIC_FEATURES.length), i * width + OWN_WIDTH - TOPIC_FEATURES.length)
  for (let i = 0; i < rows; i++) {
    let at = i * width + OWN_WIDTH
    for (const offset of NEIGHBOURS) {
      const there = i + offset >= 0 && i + offset < rows ? (i + offset) * width : -1
      for (const feature of NEIGHBOUR_FEATURES) values[at++] = there < 0 ? -1 : values[there + feature]!
    }
  }
  return { rows, width, values }
}

/** The first columns of a matrix. */
export function narrowed({ rows, width: wide, values }: Matrix, width: number): Matrix {
  const out = new Int32Array(rows * width)
  for (let i = 0; i < rows; i++) out.set(values.subarray(i * wide, i * wide + width), i * width)
  return { rows, width, values: out }
}
