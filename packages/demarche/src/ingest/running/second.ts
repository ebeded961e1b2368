import type { Matrix } from '../lines/matrix.js'
import type { Running } from './tokens.js'

// What the second pass over running text adds: scores of the first around each word, in its sentence and line, and in the text.

const WINDOWS = [3, 8, 20, 50]
const POINTS = [-2, -1, 0, 1, 2]
export const RUNNING_SECOND: readonly string[] = [
  ...POINTS.map((o) => `score at ${o}`),
  ...WINDOWS.flatMap((size) => [`score in ${size} back`, `score in ${size} on`]),
  'lowest in 20 back',
  'lowest in 20 on',
  'score of sentence',
  'score of earlier sentence',
  'score of later sentence',
  'score of line',
  'least run back',
  'least run on',
  'words below',
  'share below',
]
const MISSING = -9000
const bounded = (score: number): number => Math.max(-4000, Math.min(4000, score))

/** The matrix of the first pass and the columns of the second, side by side, for all words or those that are named in order. Linear. */
export function runningSecond(text: Running, first: Matrix, score: Int32Array, words?: Int32Array): Matrix {
  const { count, sentences, lines } = text
  const width = first.width + RUNNING_SECOND.length
  const rows = words?.length ?? count
  const out = new Int32Array(rows * width)
  const sum = new Float64Array(count + 1)
  let below = 0
  for (let i = 0; i < count; i++) {
    sum[i + 1] = sum[i]! + bounded(score[i]!)
    if (score[i]! < 0) below++
  }
  const mean = (from: number, to: number): number => {
    const [low, high] = [Math.max(0, from), Math.min(count, to)]
    return high <= low ? MISSING : Math.round((sum[high]! - sum[low]!) / (high - low))
  }
  const [back, on] = [drops(score, 1), drops(score, -1)]
  const [lowBack, lowOn] = [lowest(score, 20, 1), lowest(score, 20, -1)]
  const ofSentence = Int32Array.from({ length: sentences.length - 1 }, (_, s) => mean(sentences[s]!, sentences[s + 1]!))
  const ofLine = Int32Array.from({ length: lines.length - 1 }, (_, l) => mean(lines[l]!, lines[l + 1]!))
  const whole = [Math.min(below, 2000), Math.round((100 * below) / Math.max(1, count))]
  for (let row = 0, s = 0, l = 0; row < rows; row++) {
    const i = words?.[row] ?? row
    while (sentences[s + 1]! <= i) s++
    while (lines[l + 1]! <= i) l++
    out.set(first.values.subarray(i * first.width, (i + 1) * first.width), row * width)
    let at = row * width + first.width
    for (const o of POINTS) out[at++] = score[i + o] ?? MISSING
    for (const size of WINDOWS) {
      out[at++] = mean(i - size, i)
      out[at++] = mean(i, i + size)
    }
    out[at++] = lowBack[i]!
    out[at++] = lowOn[i]!
    for (const other of [s, s - 1, s + 1]) out[at++] = ofSentence[other] ?? MISSING
    out[at++] = ofLine[l]!
    out[at++] = back[i]!
    out[at++] = on[i]!
    for (const value of whole) out[at++] = value
  }
  return { rows, width, values: out }
}

/** How far scores sum up below 0 to here, from the place where the sum is least: a deep run of junk goes on through a word that does not look it. */
function drops(score: Int32Array, direction: 1 | -1): Int32Array {
  const out = new Int32Array(score.length)
  for (let k = 0, sum = 0; k < score.length; k++) {
    const i = direction === 1 ? k : score.length - 1 - k
    sum = Math.max(-40_000, Math.min(0, sum + bounded(score[i]!)))
    out[i] = sum
  }
  return out
}

/** The least score among so many words back (1) or on (-1), by a queue of falling minima. */
function lowest(score: Int32Array, size: number, direction: 1 | -1): Int32Array {
  const out = new Int32Array(score.length)
  const queue = new Int32Array(score.length)
  const at = (k: number): number => (direction === 1 ? k : score.length - 1 - k)
  for (let k = 0, head = 0, tail = 0; k < score.length; k++) {
    while (tail > head && score[at(queue[tail - 1]!)]! >= score[at(k)]!) tail--
    queue[tail++] = k
    if (queue[head]! <= k - size) head++
    out[at(k)] = score[at(queue[head]!)]!
  }
  return out
}
