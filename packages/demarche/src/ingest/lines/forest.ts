import { readFileSync } from 'node:fs'
import type { Matrix } from './matrix.js'

/** Boosted trees with whole numbers only, so that every machine gives the same. A tree is its nodes in preorder, two numbers each: `feature, threshold` and then what is at most it, then what is above; a leaf is `-1, value`. */
export interface Forest {
  readonly features: readonly string[]
  readonly trees: readonly (readonly number[])[]
  /** Leaves are in units of 1/1000 of log odds. */
  readonly bias: number
}
/** A forest that can be run: all trees in one column of numbers. */
export interface ReadyForest {
  readonly nodes: Int32Array
  readonly roots: Int32Array
  readonly bias: number
  readonly width: number
}

export function readyForest(forest: Forest): ReadyForest {
  const roots: number[] = []
  const nodes: number[] = []
  for (const tree of forest.trees) {
    roots.push(nodes.length)
    grow(tree, 0, nodes)
  }
  return { nodes: Int32Array.from(nodes), roots: Int32Array.from(roots), bias: forest.bias, width: forest.features.length }
}

/** Appends the node at `at` of a tree and all below it; gives where the next node of the tree stands. */
function grow(tree: readonly number[], at: number, nodes: number[]): number {
  const here = nodes.length
  nodes.push(tree[at]!, tree[at + 1]!, here + 4, 0)
  if (tree[at]! < 0) return at + 2
  const right = grow(tree, at + 2, nodes)
  nodes[here + 3] = nodes.length
  return grow(tree, right, nodes)
}

/** The score of each row in thousandths of log odds: above 0 the row is more likely than not the article. */
export function scores({ nodes, roots, bias }: ReadyForest, { rows, width, values }: Matrix): Int32Array {
  const out = new Int32Array(rows).fill(bias)
  for (let row = 0; row < rows; row++) {
    const base = row * width
    let sum = bias
    for (let t = 0; t < roots.length; t++) {
      let node = roots[t]!
      while (nodes[node]! >= 0) node = values[base + nodes[node]!]! <= nodes[node + 1]! ? nodes[node + 2]! : nodes[node + 3]!
      sum += nodes[node + 1]!
    }
    out[row] = sum
  }
  return out
}

export interface BlockModel {
  readonly first: ReadyForest
  readonly second: ReadyForest
}
export interface BlockModels {
  /** For blocks of pages, with what their tags say. */
  readonly page: BlockModel
  /** For lines of text without tags. */
  readonly lines: BlockModel
}

/** Reads the trained model of blocks. */
export function readBlockModels(url: URL): BlockModels {
  const file = JSON.parse(readFileSync(url, 'utf8')) as Record<'page' | 'lines', Record<'first' | 'second', Forest>>
  const ready = ({ first, second }: Record<'first' | 'second', Forest>): BlockModel => ({
    first: readyForest(first),
    second: readyForest(second),
  })
  return { page: ready(file.page), lines: ready(file.lines) }
}
