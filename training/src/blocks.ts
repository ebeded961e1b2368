import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  analysePage,
  lineMatrix,
  PAGE_FEATURES,
  readyForest,
  scores,
  secondMatrix,
  SECOND_FEATURES,
  CONTEXT_FEATURES,
  type Forest,
  type Groups,
  type Matrix,
} from 'demarche/ingest'
import { boost, type BoostOptions, type Rows } from './boost.js'

// Trains the classifier of blocks and lines from pages with known articles: rows of `{ id, html: path of a gzipped page, body, title }`.

interface Sample {
  readonly id: string
  readonly html: string
  readonly body: string
  readonly title?: string
}
interface Document {
  readonly matrix: Matrix
  readonly groups: Groups
  readonly labels: Uint8Array
  readonly weights: Float64Array
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const gramsOf = (words: readonly string[], n = 4): string[] =>
  Array.from({ length: Math.max(0, words.length - n + 1) }, (_, i) => words.slice(i, i + n).join(' '))

/** Which texts belong to the article: long ones by half of their 4-grams, short ones when they stand there as a line, or in a row beside kept long ones. */
export function labelsOf(texts: readonly string[], body: string): Uint8Array {
  const grams = new Set(gramsOf(wordsOf(body)))
  const lines = new Set(body.split('\n').map((line) => wordsOf(line).join(' ')))
  const all = ` ${wordsOf(body).join(' ')} `
  const words = texts.map(wordsOf)
  const long = words.map((own) =>
    own.length < 4 ? -1 : gramsOf(own).filter((gram) => grams.has(gram)).length * 2 >= own.length - 3 ? 1 : 0,
  )
  const near = (i: number, step: number): number => {
    for (let k = i + step, left = 8; k >= 0 && k < long.length && left > 0; k += step, left--) if (long[k]! >= 0) return long[k]!
    return 0
  }
  return Uint8Array.from(texts, (_, i) => {
    if (long[i]! >= 0) return long[i]!
    const own = words[i]!.join(' ')
    if (own === '') return near(i, -1) && near(i, 1) ? 1 : 0
    if (lines.has(own)) return near(i, -1) || near(i, 1) ? 1 : 0
    return all.includes(` ${own} `) && near(i, -1) && near(i, 1) ? 1 : 0
  })
}

const weightsOf = (texts: readonly string[], labels: Uint8Array): Float64Array => {
  const raw = texts.map((text) => Math.min(wordsOf(text).length, 80) ** 0.8 + 0.5)
  const kept = Math.max(
    50,
    raw.filter((_, i) => labels[i]).reduce((a, b) => a + b, 0),
  )
  return Float64Array.from(raw, (w) => (w * 100) / Math.sqrt(kept) / Math.sqrt(100))
}

/** A small generator of numbers with a fixed seed. */
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

function stack(documents: readonly Document[], matrices: readonly Matrix[]): Rows {
  const width = matrices[0]!.width
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0)
  const values = new Int32Array(rows * width)
  const [labels, weights] = [new Uint8Array(rows), new Float64Array(rows)]
  let at = 0
  documents.forEach((document, i) => {
    values.set(matrices[i]!.values, at * width)
    labels.set(document.labels, at)
    weights.set(document.weights, at)
    at += matrices[i]!.rows
  })
  return { width, values, labels, weights }
}

/** Two passes; the second sees scores of the first that were made without its own page, by folds of the pages. */
function train(
  documents: readonly Document[],
  features: readonly string[],
  one: BoostOptions,
  two: BoostOptions,
  fold: (i: number) => number,
): { first: Forest; second: Forest } {
  const matrices = documents.map((document) => document.matrix)
  const say = (what: string): void => void process.stderr.write(`${what} ${Math.round(process.cpuUsage().user / 1e6)} s\n`)
  const folds = [0, 1, 2]
  const parts = folds.map((part) => {
    const rest = documents.flatMap((document, i) => (fold(i) === part ? [] : [{ document, matrix: matrices[i]! }]))
    const forest = boost(
      stack(
        rest.map((it) => it.document),
        rest.map((it) => it.matrix),
      ),
      features,
      one,
    )
    say(`fold ${part}`)
    return readyForest(forest)
  })
  const first = boost(stack(documents, matrices), features, one)
  say('first')
  const seconds = documents.map((document, i) => secondMatrix(document.matrix, scores(parts[fold(i)]!, document.matrix), document.groups))
  const second = boost(stack(documents, seconds), [...features, ...SECOND_FEATURES], two)
  say('second')
  return { first, second }
}

const lineDocument = (texts: readonly string[], labels: Uint8Array, emphasis: number): Document => ({
  matrix: lineMatrix(texts),
  groups: undefined,
  labels,
  weights: weightsOf(texts, labels).map((weight, i) => (labels[i] ? weight : weight * emphasis)),
})

/** `npm run train -- blocks ROWS.jsonl OUT.json` */
export function trainBlocks(path: string, out: string): void {
  const samples = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample)
  const pages: Document[] = []
  const texts: Document[] = []
  const textFold: number[] = []
  const next = random(7)
  let junk: string[][] = []
  for (const [i, sample] of samples.entries()) {
    if (!sample.body) continue
    const { blocks, matrix, groups } = analysePage(gunzipSync(readFileSync(join(dirname(path), sample.html))).toString('utf8'))
    const lines = blocks.map((block) => block.text)
    const labels = labelsOf(lines, sample.body)
    if (!labels.includes(1)) continue
    pages.push({ matrix, groups, labels, weights: weightsOf(lines, labels) })
    const flat = lines.flatMap((line, k) => line.split('\n').map((text) => ({ text, label: labels[k]! })))
    const add = (parts: readonly { text: string; label: number }[], emphasis = 1): void => {
      texts.push(
        lineDocument(
          parts.map((part) => part.text),
          Uint8Array.from(parts, (part) => part.label),
          emphasis,
        ),
      )
      textFold.push(i % 3)
    }
    add(flat)
    const clean = sample.body
      .split(/\n+/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text, label: 1 }))
    if (clean.length > 0) {
      add(clean)
      for (const run of junk) {
        if (run.length < 2) continue
        const at = Math.floor(next() * (clean.length + 1))
        add([...clean.slice(0, at), ...run.map((text) => ({ text, label: 0 })), ...clean.slice(at)], 2)
      }
    }
    junk = [runOf(flat, next), runOf(flat, next)]
  }
  process.stderr.write(`${pages.length} pages, ${texts.length} texts\n`)
  const depth = { depth: 5, leaf: 12 }
  const page = train(pages, PAGE_FEATURES, { ...depth, rate: 0.12, trees: 110 }, { ...depth, rate: 0.12, trees: 90 }, (i) => i % 3)
  const lines = train(
    texts,
    CONTEXT_FEATURES,
    { ...depth, rate: 0.1, trees: 190 },
    { ...depth, rate: 0.1, trees: 170 },
    (i) => textFold[i]!,
  )
  writeFileSync(out, JSON.stringify({ page, lines }) + '\n')
}

/** A run of three to twelve lines that are not the article, from a random place of the page. */
function runOf(lines: readonly { text: string; label: number }[], next: () => number): string[] {
  const starts = lines.flatMap((line, i) => (line.label === 0 && lines[i + 1]?.label === 0 && lines[i + 2]?.label === 0 ? [i] : []))
  const start = starts[Math.floor(next() * starts.length)]
  if (start === undefined) return []
  const run: string[] = []
  for (let i = start; i < lines.length && lines[i]!.label === 0 && run.length < 3 + Math.floor(next() * 10); i++) run.push(lines[i]!.text)
  return run
}
