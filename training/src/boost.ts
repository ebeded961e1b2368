import type { Forest } from 'demarche/ingest'

// Gradient-boosted trees on whole-number features: histograms, trees grown by depth, deterministic for the same rows in the same order.

export interface Rows {
  readonly width: number
  readonly values: Int32Array
  readonly labels: Uint8Array
  readonly weights: Float64Array
}
export interface BoostOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Least weight of a leaf. */
  readonly leaf: number
}

const BINS = 48
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** Cuts of a feature: at most `BINS - 1` values, each the upper end of a bin. */
function cutsOf(rows: Rows, count: number, feature: number): Int32Array {
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

function binned(rows: Rows, count: number, cuts: readonly Int32Array[]): Uint8Array {
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

interface Node {
  feature: number
  cut: number
  left: number
  right: number
  gain: number
  value: number
}

/** Trains a forest. Scores of the training rows are returned too, in log odds. */
export function boost(rows: Rows, features: readonly string[], { trees, depth, rate, leaf }: BoostOptions): Forest {
  const count = rows.labels.length
  const { width } = rows
  const cuts = Array.from({ length: width }, (_, f) => cutsOf(rows, count, f))
  const bins = binned(rows, count, cuts)
  let [positive, total] = [0, 0]
  for (let i = 0; i < count; i++) {
    total += rows.weights[i]!
    if (rows.labels[i]) positive += rows.weights[i]!
  }
  const bias = Math.log(positive / (total - positive))
  const margin = new Float64Array(count).fill(bias)
  const [gradient, hessian] = [new Float64Array(count), new Float64Array(count)]
  const out: number[][] = []
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < count; i++) {
      const p = sigmoid(margin[i]!)
      gradient[i] = rows.weights[i]! * (rows.labels[i]! - p)
      hessian[i] = rows.weights[i]! * p * (1 - p)
    }
    const { nodes, place } = grow(bins, width, cuts, gradient, hessian, depth, leaf)
    for (const node of nodes) if (node.feature < 0) node.value = Math.round(node.value * rate * 1000)
    for (let i = 0; i < count; i++) margin[i]! += nodes[place[i]!]!.value / 1000
    out.push(preorder(nodes, cuts, 0))
  }
  return { features, trees: out, bias: Math.round(bias * 1000) }
}

const preorder = (nodes: readonly Node[], cuts: readonly Int32Array[], at: number): number[] => {
  const { feature, cut, left, right, value } = nodes[at]!
  return feature < 0 ? [-1, value] : [feature, cuts[feature]![cut]!, ...preorder(nodes, cuts, left), ...preorder(nodes, cuts, right)]
}

function grow(
  bins: Uint8Array,
  width: number,
  cuts: readonly Int32Array[],
  gradient: Float64Array,
  hessian: Float64Array,
  depth: number,
  leaf: number,
): { nodes: Node[]; place: Int32Array } {
  const count = gradient.length
  const nodes: Node[] = [{ feature: -1, cut: 0, left: 0, right: 0, gain: 0, value: 0 }]
  const place = new Int32Array(count)
  let level = [0]
  for (let d = 0; d <= depth && level.length > 0; d++) {
    const slot = new Int32Array(nodes.length).fill(-1)
    level.forEach((node, i) => (slot[node] = i))
    const histogram = new Float64Array(level.length * width * BINS * 2)
    for (let i = 0; i < count; i++) {
      const s = slot[place[i]!]!
      if (s < 0) continue
      let at = s * width * BINS * 2
      const [g, h, row] = [gradient[i]!, hessian[i]!, i * width]
      for (let f = 0; f < width; f++, at += BINS * 2) {
        const cell = at + bins[row + f]! * 2
        histogram[cell]! += g
        histogram[cell + 1]! += h
      }
    }
    const next: number[] = []
    for (const [i, id] of level.entries()) {
      const node = nodes[id]!
      const base = i * width * BINS * 2
      let [G, H] = [0, 0]
      for (let b = 0; b < BINS; b++) {
        G += histogram[base + b * 2]!
        H += histogram[base + b * 2 + 1]!
      }
      node.value = G / (H + 1)
      if (d === depth) continue
      const found = best(histogram, base, width, cuts, G, H, leaf)
      if (!found) continue
      node.feature = found.feature
      node.cut = found.cut
      node.left = nodes.length
      node.right = nodes.length + 1
      nodes.push(
        { feature: -1, cut: 0, left: 0, right: 0, gain: 0, value: 0 },
        { feature: -1, cut: 0, left: 0, right: 0, gain: 0, value: 0 },
      )
      next.push(node.left, node.right)
    }
    for (let i = 0; i < count; i++) {
      const node = nodes[place[i]!]!
      if (node.feature >= 0) place[i] = bins[i * width + node.feature]! <= node.cut ? node.left : node.right
    }
    level = next
  }
  return { nodes, place }
}

function best(
  histogram: Float64Array,
  base: number,
  width: number,
  cuts: readonly Int32Array[],
  G: number,
  H: number,
  leaf: number,
): { feature: number; cut: number } | undefined {
  let found: { feature: number; cut: number } | undefined
  let gain = 1e-3 + (G * G) / (H + 1)
  for (let f = 0; f < width; f++) {
    let [g, h] = [0, 0]
    for (let b = 0; b < cuts[f]!.length; b++) {
      const at = base + (f * BINS + b) * 2
      g += histogram[at]!
      h += histogram[at + 1]!
      if (h < leaf || H - h < leaf) continue
      const now = (g * g) / (h + 1) + ((G - g) * (G - g)) / (H - h + 1)
      if (now > gain) [gain, found] = [now, { feature: f, cut: b }]
    }
  }
  return found
}
