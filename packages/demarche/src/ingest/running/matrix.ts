import type { Matrix } from '../lines/matrix.js'
import type { Vocabulary } from '../lines/lexicon.js'
import { COHESION_COLUMNS, cohesionColumns } from './cohesion.js'
import { ENDS_AT, LISTED_AT, RUNNING_FEATURES, SHAPES_AT, SHARES, WINDOWS } from './columns.js'
import { sums } from './sums.js'
import { SHAPE, type Running } from './tokens.js'

// Features of every word of a running text: what stands around it in a few words, in its sentence and those beside it, in its line and in the text.

/** Words so near do not count as elsewhere. */
const NEAR = 40
const MISSING = -9000

const percent = (part: number, of: number): number => (of === 0 ? -1 : Math.round((100 * part) / of))

/** Whether each word's stem stands elsewhere in the text: 1, 0, or -1 for words without one. */
function known(text: Running): Int8Array {
  const where = new Map<string, [number, number]>()
  for (const [i, stem] of text.stems.entries()) {
    if (stem === undefined) continue
    const at = where.get(stem)
    if (at) at[1] = i
    else where.set(stem, [i, i])
  }
  return Int8Array.from(text.stems, (stem, i) => {
    const at = stem === undefined ? undefined : where.get(stem)!
    return at === undefined ? -1 : at[0] < i - NEAR || at[1] > i + NEAR ? 1 : 0
  })
}

/** Features of every word; `lineScores` are those of the article's first pass for each line, none where the text has too few lines to be measured by. Linear. */
export function runningMatrix(
  text: Running,
  vocabulary: Pick<Vocabulary, 'common' | 'themes'>,
  lineScores: Int32Array | undefined,
): Matrix {
  const { count, shape, ends, listed, cue, sentences, lines } = text
  const topic = known(text)
  const column = {
    capitals: sums(count, (i) => (shape[i] === SHAPE.capital || shape[i] === SHAPE.loud ? 1 : 0)),
    plain: sums(count, (i) => (shape[i] === SHAPE.plain ? 1 : 0)),
    low: sums(count, (i) => (shape[i] === SHAPE.low ? 1 : 0)),
    listed: sums(count, (i) => listed[i]! / 10),
    phrased: sums(count, (i) => text.phrased[i]! / 10),
    credit: sums(count, (i) => text.credit[i]!),
    personal: sums(count, (i) => text.personal[i]!),
    foreign: sums(count, (i) => (shape[i] === SHAPE.foreign ? 1 : 0)),
    stems: sums(count, (i) => (topic[i]! >= 0 ? 1 : 0)),
    known: sums(count, (i) => (topic[i]! > 0 ? 1 : 0)),
    ends: sums(count, (i) => (ends[i] === 3 ? 1 : 0)),
  }
  const within = (sum: Float64Array, from: number, to: number): number => sum[Math.min(count, to)]! - sum[Math.max(0, from)]!
  const share = (sum: Float64Array, from: number, to: number): number =>
    percent(within(sum, from, to), Math.min(count, to) - Math.max(0, from))
  const topics = (from: number, to: number): number => percent(within(column.known, from, to), within(column.stems, from, to))
  const ofSentence = (s: number): number[] => {
    const [from, to] = [sentences[s], sentences[s + 1]]
    if (from === undefined || to === undefined || s < 0) return [-1, -1, -1, -1, -1, -1, -1]
    const shares = [share(column.capitals, from, to), share(column.plain, from, to), share(column.listed, from, to), topics(from, to)]
    return [Math.min(to - from, 200), ...shares, ends[to - 1]!, cue[from]!]
  }
  const table = Array.from({ length: sentences.length }, (_, s) => ofSentence(s))
  const none = ofSentence(-1)
  const [since, till] = cueDistances(cue)
  const whole = [
    count,
    share(column.capitals, 0, count),
    share(column.plain, 0, count),
    share(column.ends, 0, count),
    lines.length - 1,
  ].map((value) => Math.min(value, 5000))
  const width = RUNNING_FEATURES.length
  const values = new Int32Array(count * width)
  let [s, l] = [0, 0]
  for (let i = 0; i < count; i++) {
    while (sentences[s + 1]! <= i) s++
    while (lines[l + 1]! <= i) l++
    let at = i * width
    for (const o of SHAPES_AT) values[at++] = shape[i + o] ?? 9
    for (const o of ENDS_AT) values[at++] = ends[i + o] ?? 9
    for (const o of LISTED_AT) values[at++] = listed[i + o] ?? 0
    for (const size of WINDOWS)
      for (const name of SHARES) {
        values[at++] = share(column[name], i - size, i)
        values[at++] = share(column[name], i, i + size)
      }
    values[at++] = topics(i - 12, i)
    values[at++] = topics(i, i + 12)
    values[at++] = topics(i - 30, i)
    values[at++] = topics(i, i + 30)
    values[at++] = within(column.ends, i - 30, i)
    values[at++] = within(column.ends, i, i + 30)
    for (const sentence of [table[s]!, table[s - 1] ?? none, table[s + 1] ?? none]) for (const value of sentence) values[at++] = value
    values[at++] = Math.min(i - sentences[s]!, 99)
    values[at++] = Math.min(sentences[s + 1]! - i, 99)
    values[at++] = Math.min(lines[l + 1]! - lines[l]!, 400)
    values[at++] = Math.min(i - lines[l]!, 400)
    values[at++] = Math.min(lines[l + 1]! - i, 400)
    values[at++] = Math.min(within(column.ends, lines[l]!, lines[l + 1]!), 99)
    values[at++] = cue[i]!
    values[at++] = since[i]!
    values[at++] = till[i]!
    for (const value of whole) values[at++] = value
    for (const line of [l, l - 1, l + 1]) values[at++] = lineScores?.[line] ?? MISSING
  }
  cohesionColumns(text, vocabulary, values, width, width - COHESION_COLUMNS.length)
  return { rows: count, width, values }
}

/** Words since the last phrase of boilerplate and until the next, at most 60. */
function cueDistances(cue: Uint8Array): [Int32Array, Int32Array] {
  const [since, till] = [new Int32Array(cue.length), new Int32Array(cue.length)]
  for (let i = 0, far = 60; i < cue.length; i++) since[i] = far = cue[i] ? 0 : Math.min(60, far + 1)
  for (let i = cue.length - 1, far = 60; i >= 0; i--) till[i] = far = cue[i] ? 0 : Math.min(60, far + 1)
  return [since, till]
}
