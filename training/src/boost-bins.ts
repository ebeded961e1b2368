import type { Rows } from './boost.js'

/** Values of a feature are told apart by at most so many bins. */
export const BINS = 48

/** Cuts of a feature: at most `BINS - 1` values, each the upper end of a bin. */
export function cutsOf(rows: Rows, count: number, feature: number): Int32Array {
  const step = Math.max(1, Math.floor(count / 20_000))
  const sample: number[] = []
  for (let i = 0; i < count; i += step) sample.push(rows.values[i * rows.width + feature]!)
  const sorted = Int32Array.from(sample).sort()
  const distinct = [...new Set(sorted)]
  if (distinct.length <= BINS) return Int32Array.from(distinct.slice(0, -1))
  const cuts = new Set<number>()
  for (let bin = 1; bin < BINS; bin++) cuts.add(sorted[Math.floor((bin * sorted.length) / BINS)]!)
  cuts.delete(sorted.at(-1)!)
  return Int32Array.from(cuts)
}

/** The bin of each value. */
export function binned(rows: Rows, count: number, cuts: readonly Int32Array[]): Uint8Array {
  const bins = new Uint8Array(count * rows.width)
  for (let f = 0; f < rows.width; f++) {
    const cut = cuts[f]!
    for (let i = 0; i < count; i++) {
      const value = rows.values[i * rows.width + f]!
      let [low, high] = [0, cut.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (value <= cut[middle]!) high = middle
        else low = middle + 1
      }
      bins[i * rows.width + f] = low
    }
  }
  return bins
}
