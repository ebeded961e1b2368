import { COHESION_FEATURES, cohesionOf } from './cohesion.js'
import { scores, type BlockModel } from './forest.js'
import { weightsIn, type Lexicon, type Vocabulary } from './lexicon.js'
import { CONTEXT_FEATURES, CONTEXT_WIDTH, contextMatrix, type Matrix } from './matrix.js'
import { secondMatrix, type Groups } from './second.js'
import { stemOf, wordsOf } from './words.js'

/** Features of lines without tags. */
export const lineMatrix = (texts: readonly string[], lexicon: Lexicon): Matrix => contextMatrix(texts, lexicon)

const COHESION_AT = [0, -1, 1]
export const ARTICLE_FEATURES: readonly string[] = [
  ...CONTEXT_FEATURES,
  ...COHESION_AT.flatMap((offset) => COHESION_FEATURES.map((name) => (offset === 0 ? name : `${name} at ${offset}`))),
  'phrases',
  'phrases most',
]

/** Features of the lines of an article, where each is also held against what the whole speaks of. */
export function articleMatrix(texts: readonly string[], { lexicon, phrases, common }: Vocabulary): Matrix {
  const words = texts.map(wordsOf)
  const own = COHESION_FEATURES.length
  const matrix = contextMatrix(texts, lexicon, ARTICLE_FEATURES.length - CONTEXT_WIDTH, words)
  const { rows, width, values } = matrix
  const stems = words.map(({ bare }) => bare.flatMap((word) => stemOf(word) ?? []))
  const cohesion = cohesionOf(stems, common).values
  for (let i = 0; i < rows; i++) {
    let at = i * width + CONTEXT_WIDTH
    for (const offset of COHESION_AT) {
      const there = i + offset
      for (let k = 0; k < own; k++) values[at++] = there < 0 || there >= rows ? -2 : cohesion[there * own + k]!
    }
    const weights = weightsIn(words[i]!, phrases)
    values[at++] = weights.length === 0 ? 0 : Math.round(weights.reduce((a, b) => a + b, 0) / weights.length)
    values[at++] = weights.reduce((a, b) => Math.max(a, b), 0)
  }
  return matrix
}

/** Both passes of the classifier: thousandths of log odds for each row, above 0 for the article. */
export function classify(model: BlockModel, matrix: Matrix, groups: Groups): Int32Array {
  return scores(model.second, secondMatrix(matrix, scores(model.first, matrix), groups))
}
