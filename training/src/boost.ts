import { packInts, type Forest } from 'demarche/ingest'
import { binned, BINS, cutsOf } from './boost-bins.js'
import { randomOf } from './random.js'

// Gradient-boosted trees on whole-number features: histograms, trees grown by depth, each from a part of the rows and features that a seed picks. The same
// rows in the same order give the same trees.

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
  /** The share of rows, and of features, that each tree sees. */
  readonly rows?: number
  readonly columns?: number
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

interface Node {
  feature: number
  cut: number
  left: number
  right: number
  value: number
}

/** What all nodes of one tree are grown from. `order` holds the rows, those of a node side by side. */
interface Growth {
  readonly bins: Uint8Array
  readonly width: number
  readonly cuts: readonly Int32Array[]
  readonly columns: Int32Array
  readonly gradient: Float64Array
  readonly hessian: Float64Array
  readonly order: Int32Array
  readonly leaf: number
  readonly nodes: Node[]
}

/** Trains a forest. */
export function boost(rows: Rows, options: BoostOptions): Forest {
  const { trees, depth, rate, leaf } = options
  const count = rows.labels.length
  const { width } = rows
  const cuts = Array.from({ length: width }, (_, f) => cutsOf(rows, count, f))
  const bins = binned(rows, count, cuts)
  const next = randomOf(11)
  let [positive, total] = [0, 0]
  for (let i = 0; i < count; i++) {
    total += rows.weights[i]!
    if (rows.labels[i]) positive += rows.weights[i]!
  }
  const bias = Math.round(Math.log(positive / (total - positive)) * 1000)
  const margin = new Float64Array(count).fill(bias / 1000)
  const [gradient, hessian] = [new Float64Array(count), new Float64Array(count)]
  const out: number[] = []
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < count; i++) {
      const p = sigmoid(margin[i]!)
      gradient[i] = rows.weights[i]! * (rows.labels[i]! - p)
      hessian[i] = rows.weights[i]! * p * (1 - p)
    }
    const order = picked(count, options.rows ?? 1, next)
    const columns = picked(width, options.columns ?? 1, next)
    const growth = { bins, width, cuts, columns, gradient, hessian, order, leaf, nodes: [] as Node[] }
    split(growth, 0, order.length, depth, undefined)
    for (const node of growth.nodes) node.value = Math.round(node.value * rate * 1000)
    for (let i = 0; i < count; i++) margin[i]! += valueOf(growth.nodes, bins, i * width) / 1000
    out.push(...preorder(growth.nodes, cuts, 0))
  }
  return { width, bias, trees: packInts(out) }
}

/** A part of the numbers below `count`, in order. */
function picked(count: number, share: number, next: () => number): Int32Array {
  const out = new Int32Array(count)
  let n = 0
  for (let i = 0; i < count; i++) if (share >= 1 || next() < share) out[n++] = i
  return out.slice(0, n)
}

function valueOf(nodes: readonly Node[], bins: Uint8Array, row: number): number {
  let node = nodes[0]!
  while (node.feature >= 0) node = nodes[bins[row + node.feature]! <= node.cut ? node.left : node.right]!
  return node.value
}

const preorder = (nodes: readonly Node[], cuts: readonly Int32Array[], at: number): number[] => {
  const { feature, cut, left, right, value } = nodes[at]!
  return feature < 0 ? [-1, value] : [feature, cuts[feature]![cut]!, ...preorder(nodes, cuts, left), ...preorder(nodes, cuts, right)]
}

/** Sums of gradients and hessians of the rows of a node, for each bin of each picked feature. */
function histogramOf({ bins, width, columns, gradient, hessian, order }: Growth, from: number, to: number): Float64Array {
  const out = new Float64Array(columns.length * BINS * 2)
  for (let k = from; k < to; k++) {
    const i = order[k]!
    const [g, h, row] = [gradient[i]!, hessian[i]!, i * width]
    for (let c = 0, at = 0; c < columns.length; c++, at += BINS * 2) {
      const cell = at + bins[row + columns[c]!]! * 2
      out[cell]! += g
      out[cell + 1]! += h
    }
  }
  return out
}

/** Grows the node of the rows `from..to`; gives its number. The histogram of the larger child is what the smaller leaves of the parent's. */
function split(growth: Growth, from: number, to: number, depth: number, known: Float64Array | undefined): number {
  const { bins, width, nodes, order, gradient, hessian } = growth
  let [G, H] = [0, 0]
  for (let k = from; k < to; k++) {
    G += gradient[order[k]!]!
    H += hessian[order[k]!]!
  }
  const node: Node = { feature: -1, cut: 0, left: 0, right: 0, value: G / (H + 1) }
  const id = nodes.push(node) - 1
  if (depth === 0) return id
  const histogram = known ?? histogramOf(growth, from, to)
  const found = best(growth, histogram, G, H)
  if (!found) return id
  const right: number[] = []
  let middle = from
  for (let k = from; k < to; k++) {
    const i = order[k]!
    if (bins[i * width + found.feature]! <= found.cut) order[middle++] = i
    else right.push(i)
  }
  order.set(right, middle)
  let [low, high]: (Float64Array | undefined)[] = [undefined, undefined]
  if (depth > 1) {
    const small = middle - from < to - middle ? histogramOf(growth, from, middle) : histogramOf(growth, middle, to)
    for (let k = 0; k < histogram.length; k++) histogram[k]! -= small[k]!
    ;[low, high] = middle - from < to - middle ? [small, histogram] : [histogram, small]
  }
  node.feature = found.feature
  node.cut = found.cut
  node.left = split(growth, from, middle, depth - 1, low)
  node.right = split(growth, middle, to, depth - 1, high)
  return id
}

function best(
  { columns, cuts, leaf }: Growth,
  histogram: Float64Array,
  G: number,
  H: number,
): { feature: number; cut: number } | undefined {
  let found: { feature: number; cut: number } | undefined
  let gain = 1e-3 + (G * G) / (H + 1)
  for (let c = 0; c < columns.length; c++) {
    const feature = columns[c]!
    let [g, h] = [0, 0]
    for (let b = 0; b < cuts[feature]!.length; b++) {
      const at = (c * BINS + b) * 2
      g += histogram[at]!
      h += histogram[at + 1]!
      if (h < leaf || H - h < leaf) continue
      const now = (g * g) / (h + 1) + ((G - g) * (G - g)) / (H - h + 1)
      if (now > gain) [gain, found] = [now, { feature, cut: b }]
    }
  }
  return found
}
