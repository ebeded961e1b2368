import { LINE_WIDTH } from './line.js'
import type { Matrix } from './matrix.js'

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
const WORDS = 0
const ENDS = 3
const CUE = 14
/** Whether the line at an offset of the values is prose: long, with an end. */
export const isProse = (values: Int32Array, at: number): boolean => values[at + WORDS]! >= 14 && values[at + ENDS]! >= 2

/** Writes the features of each line's surroundings. Linear. */
export function around({ rows, width, values }: Matrix, texts: readonly string[]): void {
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
