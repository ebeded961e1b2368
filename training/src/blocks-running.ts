import { readyForest, runningMatrix, runningOf, runningSecond, scores, type Forest, type Matrix, type Running } from 'demarche/ingest'
import { linesOf, type Planted } from './blocks-plant.js'
import type { From, RunningText } from './blocks-rows.js'
import { log, stack, type Document } from './blocks-stack.js'
import { boost, type BoostOptions } from './boost.js'
import { randomOf } from './random.js'

// Trains the forests that read word by word.

/** Scores of the lines of a text by a forest that has not seen its page. */
export type LineScores = (page: number, lines: readonly string[]) => Int32Array | undefined

type Sample = Pick<Document, 'matrix' | 'labels' | 'weights'>
/** So many words far from the edges of junk are taken, and count for more in return. */
const SHARE = 0.08
const WEIGHT = 3
const DENSE = 0.4
const NEAR = 12

/** Two passes, the second with scores of the first that were made without its own page. */
export function trainRunning(
  from: From,
  texts: readonly RunningText[],
  lineScores: LineScores,
  one: BoostOptions,
  two: BoostOptions,
  parts: number,
): { first: Forest; second: Forest } {
  const read = ({ page, text }: RunningText): [Running, Matrix] => {
    const running = runningOf(text.text, from)
    const scored = lineScores(
      page,
      linesOf(text).map((line) => line.text),
    )
    return [running, runningMatrix(running, from, scored)]
  }
  const firsts = texts.map((text, t) => {
    const [running, matrix] = read(text)
    return { page: text.page, ...sampleOf(running, matrix, text, t) }
  })
  const rest = Array.from({ length: parts }, (_, part) =>
    readyForest(boost(stack(firsts.filter(({ page }) => page % parts !== part)), one)),
  )
  log('running text: parts')
  const first = boost(stack(firsts.splice(0)), one)
  log('running text: first')
  const seconds = texts.map((text, t) => {
    const [running, matrix] = read(text)
    return sampleOf(running, runningSecond(running, matrix, scores(rest[text.page % parts]!, matrix)), text, t)
  })
  const second = boost(stack(seconds), two)
  log('running text: second')
  return { first, second }
}

/** All words near the edges of junk, and some of the rest, which count for more in return. */
function sampleOf(running: Running, { width, values: all }: Matrix, { text: { junk }, dense }: RunningText, seed: number): Sample {
  const next = randomOf(seed + 1)
  const labels = labelsOfWords(running, junk)
  const near = new Uint8Array(running.count)
  for (let i = 1; i < running.count; i++)
    if (labels[i] !== labels[i - 1]) near.fill(1, Math.max(0, i - NEAR), Math.min(running.count, i + NEAR))
  const picked = [...near.keys()].filter((i) => near[i] === 1 || next() < (dense ? DENSE : SHARE))
  const values = new Int32Array(picked.length * width)
  picked.forEach((i, k) => values.set(all.subarray(i * width, (i + 1) * width), k * width))
  return {
    matrix: { rows: picked.length, width, values },
    labels: Uint8Array.from(picked, (i) => labels[i]!),
    weights: Float64Array.from(picked, (i) => (near[i] === 1 || dense ? 1 : WEIGHT)),
  }
}

function labelsOfWords({ count, from }: Running, junk: Planted['junk']): Uint8Array {
  const labels = new Uint8Array(count).fill(1)
  for (let i = 0, k = 0; i < count; i++) {
    while (k < junk.length && junk[k]!.to <= from[i]!) k++
    if (k < junk.length && junk[k]!.from <= from[i]!) labels[i] = 0
  }
  return labels
}
