import type { Matrix } from './matrix.js'

/** What the second pass adds: the first pass's scores around a line, in its container, and in the document. */
const OFFSETS = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
export const SECOND_FEATURES: readonly string[] = [
  ...OFFSETS.map((o) => `score at ${o}`),
  'run up',
  'run down',
  'kept words',
  'kept before',
  'kept after',
  'container',
  'container above',
  'container above that',
  'in run',
  'to run',
]
const MISSING = -9000

/** Groups of a row: the numbers of the containers it stands in, innermost first; -1 for none. Lines without tags have none. */
export type Groups = readonly [Int32Array, Int32Array, Int32Array] | undefined

/** The matrix of the first pass and the features of the second, side by side. Column 0 must hold the words of a row. */
export function secondMatrix(first: Matrix, score: Int32Array, groups: Groups): Matrix {
  const { rows, values } = first
  const extra = SECOND_FEATURES.length
  const width = first.width + extra
  const out = new Int32Array(rows * width)
  const means = groups?.map((group) => groupMeans(group, score, values, first.width))
  const kept = new Float64Array(rows + 1)
  for (let i = 0; i < rows; i++) kept[i + 1] = kept[i]! + (score[i]! > 0 ? values[i * first.width]! : 0)
  const [up, down] = [averages(score, 1), averages(score, -1)]
  const run = scoreRun(score, values, first.width)
  for (let i = 0; i < rows; i++) {
    out.set(values.subarray(i * first.width, (i + 1) * first.width), i * width)
    let at = i * width + first.width
    for (const offset of OFFSETS) out[at++] = score[i + offset] ?? MISSING
    out[at++] = up[i]!
    out[at++] = down[i]!
    out[at++] = Math.min(kept[rows]!, 20_000)
    out[at++] = Math.min(kept[i]!, 20_000)
    out[at++] = Math.min(kept[rows]! - kept[i + 1]!, 20_000)
    for (let level = 0; level < 3; level++) out[at++] = means ? (means[level]!.get(groups![level]![i]!) ?? MISSING) : MISSING
    out[at++] = i >= run.from && i < run.to ? 1 : 0
    out[at++] = i < run.from ? i - run.from : i >= run.to ? i - run.to + 1 : 0
  }
  return { rows, width, values: out }
}

const bounded = (score: number): number => Math.max(-4000, Math.min(4000, score))

function groupMeans(group: Int32Array, score: Int32Array, values: Int32Array, width: number): Map<number, number> {
  const sums = new Map<number, [sum: number, weight: number]>()
  for (let i = 0; i < group.length; i++) {
    const sum = sums.get(group[i]!) ?? [0, 0]
    const weight = Math.min(values[i * width]!, 40) + 1
    sum[0] += bounded(score[i]!) * weight
    sum[1] += weight
    sums.set(group[i]!, sum)
  }
  return new Map([...sums].map(([key, [sum, weight]]) => [key, Math.round(sum / weight)]))
}

/** A running mean of the scores of earlier (1) or later (-1) rows, the nearest counting most. */
function averages(score: Int32Array, direction: 1 | -1): Int32Array {
  const out = new Int32Array(score.length)
  let mean = -4000
  for (let k = 0; k < score.length; k++) {
    const i = direction === 1 ? k : score.length - 1 - k
    out[i] = mean
    mean = Math.trunc((mean * 7 + bounded(score[i]!) * 3) / 10)
  }
  return out
}

function scoreRun(score: Int32Array, values: Int32Array, width: number): { readonly from: number; readonly to: number } {
  let [best, from, to, sum, start] = [0, 0, 0, 0, 0]
  for (let i = 0; i < score.length; i++) {
    sum += bounded(score[i]!) * (Math.min(values[i * width]!, 40) + 2)
    if (sum <= 0) [sum, start] = [0, i + 1]
    else if (sum > best) [best, from, to] = [sum, start, i + 1]
  }
  return { from, to }
}
