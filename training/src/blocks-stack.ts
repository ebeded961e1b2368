import { readyForest, scores, secondMatrix, type Forest, type Groups, type Matrix, type ReadyForest } from 'demarche/ingest'
import { boost, type BoostOptions, type Rows } from './boost.js'

/** One page or text in rows, with the number of the page that it was made of: versions of one page never lie in two folds. */
export interface Document {
  readonly page: number
  readonly matrix: Matrix
  readonly groups: Groups
  readonly labels: Uint8Array
  readonly weights: Float64Array
}

export const log = (what: string): void => void process.stderr.write(`${Math.round(process.cpuUsage().user / 1e6)} s  ${what}\n`)

export function stack(documents: readonly Pick<Document, 'matrix' | 'labels' | 'weights'>[]): Rows {
  const { width } = documents[0]!.matrix
  const rows = documents.reduce((sum, { matrix }) => sum + matrix.rows, 0)
  const values = new Int32Array(rows * width)
  const [labels, weights] = [new Uint8Array(rows), new Float64Array(rows)]
  let at = 0
  for (const document of documents) {
    values.set(document.matrix.values, at * width)
    labels.set(document.labels, at)
    weights.set(document.weights, at)
    at += document.matrix.rows
  }
  return { width, values, labels, weights }
}

/** Two passes; the second sees scores of the first that were made without its own page, by forests of all but one of so many parts: `rest`. */
export function trainTwice(
  what: string,
  documents: readonly Document[],
  one: BoostOptions,
  two: BoostOptions,
  parts: number,
): { first: Forest; second: Forest; rest: readonly ReadyForest[] } {
  const rest = Array.from({ length: parts }, (_, part) => {
    const forest = boost(stack(documents.filter(({ page }) => page % parts !== part)), one)
    log(`${what}: part ${part + 1} of ${parts}`)
    return readyForest(forest)
  })
  const first = boost(stack(documents), one)
  log(`${what}: first`)
  const seconds = documents.map((document) => {
    const matrix = secondMatrix(document.matrix, scores(rest[document.page % parts]!, document.matrix), document.groups)
    return { ...document, matrix }
  })
  const second = boost(stack(seconds), two)
  log(`${what}: second`)
  return { first, second, rest }
}
