import type { Lexicon } from './lexicon.js'
import { LINE_FEATURES, LINE_WIDTH, lineFeatures } from './line.js'
import { TOPIC_FEATURES, topics } from './topic.js'
import { wordsOf } from './words.js'

/** Features of all lines (or blocks) of one document, row by row. */
export interface Matrix {
  readonly rows: number
  readonly width: number
  readonly values: Int32Array
}

/** What the surroundings of a line show, for lines and for blocks of a page alike. */
export const AROUND_FEATURES = [
  'index',
  'from end',
  'lines',
  'place',
  'prose back',
  'prose on',
  'prose around',
  'short run',
  'in best run',
  'to best run',
  'repeats',
  'prose share',
  'prose lines',
  'words before',
  'words after',
  'cue back',
  'cue words',
] as const
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

const WORDS = 0
const ENDS = 3
const CUE = 14
const isProse = (values: Int32Array, at: number): boolean => values[at + WORDS]! >= 14 && values[at + ENDS]! >= 2

/** Features of every line by itself and in its surroundings: `CONTEXT_WIDTH` columns, and `extra` empty ones to be filled by the caller. Linear. */
export function contextMatrix(texts: readonly string[], lexicon: Lexicon, extra = 0): Matrix {
  const rows = texts.length
  const width = CONTEXT_WIDTH + extra
  const values = new Int32Array(rows * width)
  const words = texts.map(wordsOf)
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

function around({ rows, width, values }: Matrix, texts: readonly string[]): void {
  const repeats = new Map<string, number>()
  for (const text of texts) repeats.set(text, (repeats.get(text) ?? 0) + 1)
  const prose = new Float64Array(rows + 1)
  const words = new Float64Array(rows + 1)
  let proseLines = 0
  for (let i = 0; i < rows; i++) {
    const n = values[i * width]!
    const is = isProse(values, i * width)
    if (is) proseLines++
    prose[i + 1] = prose[i]! + (is ? n : 0)
    words[i + 1] = words[i]! + n
  }
  const best = bestRun(rows, width, values)
  const [back, shortRun, cueBack, cueWords] = [
    distances(rows, (i) => isProse(values, i * width)),
    shortRuns(rows, width, values),
    new Int32Array(rows),
    new Int32Array(rows),
  ]
  const on = distances(rows, (i) => isProse(values, (rows - 1 - i) * width)).reverse()
  let [lastCue, since] = [0, 0]
  for (let i = 0; i < rows; i++) {
    cueBack[i] = lastCue
    cueWords[i] = Math.min(since, 2000)
    const cue = values[i * width + CUE]!
    if (cue > 0) [lastCue, since] = [cue, 0]
    since += values[i * width]!
  }
  for (let i = 0; i < rows; i++) {
    const [low, high] = [Math.max(0, i - 5), Math.min(rows, i + 6)]
    values.set(
      [
        Math.min(i, 999),
        Math.min(rows - 1 - i, 999),
        Math.min(rows, 2000),
        Math.floor((100 * i) / rows),
        back[i]!,
        on[i]!,
        prose[high]! - prose[low]!,
        shortRun[i]!,
        i >= best.from && i < best.to ? 1 : 0,
        i < best.from ? i - best.from : i >= best.to ? i - best.to + 1 : 0,
        repeats.get(texts[i]!)! - 1,
        (words[rows] ?? 0) === 0 ? 0 : Math.floor((100 * prose[rows]!) / words[rows]!),
        Math.min(proseLines, 500),
        Math.min(words[i]!, 20_000),
        Math.min(words[rows]! - words[i + 1]!, 20_000),
        cueBack[i]!,
        cueWords[i]!,
      ],
      i * width + LINE_WIDTH,
    )
  }
}

/** The run of lines with the greatest sum of scores: prose counts up, short lines count down. */
function bestRun(rows: number, width: number, values: Int32Array): { readonly from: number; readonly to: number } {
  let [best, from, to, sum, start] = [0, 0, 0, 0, 0]
  for (let i = 0; i < rows; i++) {
    const n = values[i * width]!
    sum += isProse(values, i * width) ? Math.min(n, 60) : n >= 14 ? 4 : -7
    if (sum <= 0) [sum, start] = [0, i + 1]
    else if (sum > best) [best, from, to] = [sum, start, i + 1]
  }
  return { from, to }
}

/** Lines since the last one that holds, at most 99. */
function distances(rows: number, holds: (i: number) => boolean): Int32Array {
  const out = new Int32Array(rows)
  let distance = 99
  for (let i = 0; i < rows; i++) {
    out[i] = distance
    distance = holds(i) ? 1 : Math.min(99, distance + 1)
  }
  return out
}

/** The length of the run of lines below 14 words that a line stands in, 0 for long lines. */
function shortRuns(rows: number, width: number, values: Int32Array): Int32Array {
  const out = new Int32Array(rows)
  for (let i = 0; i < rows;) {
    let end = i
    while (end < rows && values[end * width]! < 14) end++
    out.fill(Math.min(end - i, 99), i, end)
    i = end + 1
  }
  return out
}
