import { stemOf, THEME_ALPHABET, THEMES, wordsOf } from 'demarche/ingest'
import type { PageSample } from './blocks-pages.js'
import { randomOf } from './random.js'

// Vectors of common stems by the articles they stand in: latent semantic analysis (Deerwester et al. 1990) of articles by stems, its main directions found by
// orthogonal iteration. The same pages give the same vectors: only sums, products, roots and logarithms of whole numbers are taken, in one order.

const ROUNDS = 40
/** This share of all numbers is not cut to the greatest that can be written. */
const WHOLE = 0.99

/** The vectors of the stems, in their order, as characters: `THEMES` for each. */
export function themeVectors(pages: readonly PageSample[], stems: readonly string[]): string {
  const table = weightsOf(pages, stems)
  const directions = mainDirections(gramOf(table), table.length)
  const width = stems.length
  const values = new Float64Array(width * THEMES)
  for (const [d, direction] of directions.entries())
    for (const [row, weights] of table.entries()) for (let s = 0; s < width; s++) values[s * THEMES + d]! += weights[s]! * direction[row]!
  return written(aroundMean(values, pages, stems))
}

const idfOf = (pages: number, count: number): number => Math.log(pages / Math.max(1, count))

function countsOf(pages: readonly PageSample[], stems: readonly string[]): Map<number, number>[] {
  const at = new Map(stems.map((stem, i) => [stem, i]))
  return pages.map(({ clean }) => {
    const counts = new Map<number, number>()
    for (const line of clean)
      for (const word of wordsOf(line).bare) {
        const i = at.get(stemOf(word) ?? '')
        if (i !== undefined) counts.set(i, (counts.get(i) ?? 0) + 1)
      }
    return counts
  })
}

const pagesWith = (counts: readonly ReadonlyMap<number, number>[], width: number): Float64Array => {
  const out = new Float64Array(width)
  for (const page of counts) for (const i of page.keys()) out[i]!++
  return out
}

/** One row an article: the weight of each stem by how often and how rare, rows of length 1, then the mean of each column taken off. */
function weightsOf(pages: readonly PageSample[], stems: readonly string[]): Float64Array[] {
  const counts = countsOf(pages, stems)
  const df = pagesWith(counts, stems.length)
  const rows = counts.map((page) => {
    const row = new Float64Array(stems.length)
    let square = 0
    for (const [i, count] of page) {
      row[i] = (1 + Math.log(count)) * idfOf(pages.length, df[i]!)
      square += row[i]! * row[i]!
    }
    const length = Math.sqrt(square) || 1
    return row.map((value) => value / length)
  })
  for (let s = 0; s < stems.length; s++) {
    let mean = 0
    for (const row of rows) mean += row[s]!
    mean /= rows.length
    for (const row of rows) row[s]! -= mean
  }
  return rows
}

function gramOf(rows: readonly Float64Array[]): Float64Array {
  const n = rows.length
  const out = new Float64Array(n * n)
  for (let a = 0; a < n; a++)
    for (let b = 0; b <= a; b++) {
      const [one, two] = [rows[a]!, rows[b]!]
      let sum = 0
      for (let s = 0; s < one.length; s++) sum += one[s]! * two[s]!
      out[a * n + b] = out[b * n + a] = sum
    }
  return out
}

/** The main eigenvectors of a symmetric matrix. */
function mainDirections(matrix: Float64Array, n: number): Float64Array[] {
  const next = randomOf(23)
  let vectors: Float64Array[] = Array.from({ length: THEMES }, () => Float64Array.from({ length: n }, () => next() - 0.5))
  for (let round = 0; round < ROUNDS; round++) {
    const moved = vectors.map((vector) => {
      const out = new Float64Array(n)
      for (let a = 0; a < n; a++) {
        let sum = 0
        for (let b = 0; b < n; b++) sum += matrix[a * n + b]! * vector[b]!
        out[a] = sum
      }
      return out
    })
    vectors = orthonormal(moved)
  }
  return vectors
}

function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const out: Float64Array[] = []
  for (const vector of vectors) {
    const left = vector.slice()
    for (const known of out) {
      let dot = 0
      for (let i = 0; i < left.length; i++) dot += left[i]! * known[i]!
      for (let i = 0; i < left.length; i++) left[i]! -= dot * known[i]!
    }
    let square = 0
    for (const value of left) square += value * value
    const length = Math.sqrt(square) || 1
    out.push(left.map((value) => value / length))
  }
  return out
}

/** Each vector by how rare its stem is, without what all running text points to. */
function aroundMean(values: Float64Array, pages: readonly PageSample[], stems: readonly string[]): Float64Array {
  const df = pagesWith(countsOf(pages, stems), stems.length)
  const mean = new Float64Array(THEMES)
  let all = 0
  for (let s = 0; s < stems.length; s++) {
    all += df[s]!
    for (let d = 0; d < THEMES; d++) {
      values[s * THEMES + d]! *= idfOf(pages.length, df[s]!)
      mean[d]! += df[s]! * values[s * THEMES + d]!
    }
  }
  return values.map((value, i) => value - mean[i % THEMES]! / Math.max(1, all))
}

function written(values: Float64Array): string {
  const sizes = values.map(Math.abs).sort()
  const most = sizes[Math.floor(sizes.length * WHOLE)] || 1
  return Array.from(values, (value) => THEME_ALPHABET[Math.max(0, Math.min(63, 32 + Math.round((31 * value) / most)))]).join('')
}
