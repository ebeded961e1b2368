import { COHESION_FEATURES, cohesionOf } from './cohesion.js'
import { scores, type BlockModel } from './forest.js'
import { weightsIn, type Lexicon, type Vocabulary } from './lexicon.js'
import { CONTEXT_FEATURES, CONTEXT_WIDTH, contextMatrix, type Matrix } from './matrix.js'
import { secondMatrix, type Groups } from './second.js'
import { themeSums } from './themes.js'
import { stemOf, wordsOf } from './words.js'

/** Features of lines without tags. */
export const lineMatrix = (texts: readonly string[], lexicon: Lexicon): Matrix => contextMatrix(texts, lexicon)

const COHESION_AT = [0, -1, 1]
export const ARTICLE_FEATURES: readonly string[] = [
  ...CONTEXT_FEATURES,
  ...COHESION_AT.flatMap((offset) => COHESION_FEATURES.map((name) => (offset === 0 ? name : `${name} at ${offset}`))),
  'phrases',
  'phrases most',
  'theme',
  'theme beside',
  'theme across',
  'theme before',
  'theme after',
  'text theme',
  'text topic',
  'text foreign',
]
/** A line with less of its topic elsewhere, in percent, is foreign to the text as far as its words tell. */
const FOREIGN_TOPIC = 12

/** Features of the lines of an article, where each is also held against what the whole speaks of. */
export function articleMatrix(texts: readonly string[], { lexicon, phrases, common, themes }: Vocabulary): Matrix {
  const words = texts.map(wordsOf)
  const own = COHESION_FEATURES.length
  const matrix = contextMatrix(texts, lexicon, ARTICLE_FEATURES.length - CONTEXT_WIDTH, words)
  const { rows, width, values } = matrix
  const stems = words.map(({ bare }) => bare.flatMap((word) => stemOf(word) ?? []))
  const cohesion = cohesionOf(stems, common).values
  const theme = themeSums(stems, themes)
  const [topic, foreign] = wholeTopic(stems, cohesion)
  for (let i = 0; i < rows; i++) {
    let at = i * width + CONTEXT_WIDTH
    for (const offset of COHESION_AT) {
      const there = i + offset
      for (let k = 0; k < own; k++) values[at++] = there < 0 || there >= rows ? -2 : cohesion[there * own + k]!
    }
    const weights = weightsIn(words[i]!, phrases)
    values[at++] = weights.length === 0 ? 0 : Math.round(weights.reduce((a, b) => a + b, 0) / weights.length)
    values[at++] = weights.reduce((a, b) => Math.max(a, b), 0)
    const beside = [theme.between(i, i + 1, i - 2, i), theme.between(i, i + 1, i + 1, i + 3)]
    values[at++] = theme.rest(i, i + 1, i - 1, i + 2)
    values[at++] = Math.max(...beside)
    values[at++] = theme.between(i - 2, i, i + 1, i + 3)
    values[at++] = theme.rest(i - 3, i, i - 3, i)
    values[at++] = theme.rest(i + 1, i + 4, i + 1, i + 4)
    values[at++] = theme.whole
    values[at++] = topic
    values[at++] = foreign
  }
  return matrix
}

/** How much of what a text speaks of it speaks of elsewhere too, and how much of it stands in lines that share next to nothing with the rest, in percent. */
function wholeTopic(stems: readonly (readonly string[])[], cohesion: Int32Array): [topic: number, foreign: number] {
  let [sum, all, foreign] = [0, 0, 0]
  for (const [i, { length }] of stems.entries()) {
    const share = cohesion[i * COHESION_FEATURES.length]!
    if (share < 0) continue
    sum += share * length
    all += length
    if (share < FOREIGN_TOPIC) foreign += length
  }
  return all === 0 ? [0, 0] : [Math.round(sum / all), Math.round((100 * foreign) / all)]
}

/** Both passes of the classifier: thousandths of log odds for each row, above 0 for the article. */
export function classify(model: BlockModel, matrix: Matrix, groups: Groups): Int32Array {
  return scores(model.second, secondMatrix(matrix, scores(model.first, matrix), groups))
}
