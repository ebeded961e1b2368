import { scores, type BlockModel } from './forest.js'
import type { Lexicon } from './lexicon.js'
import { contextMatrix, type Matrix } from './matrix.js'
import { secondMatrix, type Groups } from './second.js'

/** Features of lines without tags. */
export const lineMatrix = (texts: readonly string[], lexicon: Lexicon): Matrix => contextMatrix(texts, lexicon)

/** Both passes of the classifier: thousandths of log odds for each row, above 0 for the article. */
export function classify(model: BlockModel, matrix: Matrix, groups: Groups): Int32Array {
  return scores(model.second, secondMatrix(matrix, scores(model.first, matrix), groups))
}
