import { readFileSync } from 'node:fs'
import { unpackInts } from './ints.js'
import type { Lexicon } from './lexicon.js'
import type { Matrix } from './matrix.js'

/**
 * Boosted trees with whole numbers only, so that every machine gives the same. A tree is its nodes in preorder, two numbers each: `feature, threshold` and then
 * what is at most it, then what is above; a leaf is `-1, value`, in thousandths of log odds. `trees` holds them one after another, packed by `packInts`.
 */
export interface Forest {
  readonly width: number
  readonly bias: number
  readonly trees: string
}
/** A forest that can be run: all trees in one column of numbers. */
export interface ReadyForest {
  readonly nodes: Int32Array
  readonly roots: Int32Array
  readonly bias: number
  readonly width: number
}

export function readyForest({ width, bias, trees }: Forest): ReadyForest {
  const roots: number[] = []
  const nodes: number[] = []
  const packed = unpackInts(trees)
  for (let at = 0; at < packed.length;) {
    roots.push(nodes.length)
    at = grow(packed, at, nodes)
  }
  return { nodes: Int32Array.from(nodes), roots: Int32Array.from(roots), bias, width }
}

/** Appends the node at `at` and all below it; gives where the next node of the tree stands. */
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
  readonly lexicon: Lexicon
  /** For blocks of pages, with what their tags say. */
  readonly page: BlockModel
  /** For the lines of a page that somebody scraped whole. */
  readonly scraped: BlockModel
  /** For the lines of an article with something foreign among them. */
  readonly article: BlockModel
  /** For the words of running text. */
  readonly running: ReadyForest
}

/** The file of the trained classifier, as `training/` writes it. */
export interface BlocksFile {
  readonly lexicon: Readonly<Record<string, number>>
  readonly page: Readonly<Record<'first' | 'second', Forest>>
  readonly scraped: Readonly<Record<'first' | 'second', Forest>>
  readonly article: Readonly<Record<'first' | 'second', Forest>>
  readonly running: Forest
}

/** Reads the trained model of blocks. A forest is made ready when it is first asked for: a plain text needs none of those for pages. */
export function readBlockModels(url: URL): BlockModels {
  const { lexicon, page, scraped, article, running } = JSON.parse(readFileSync(url, 'utf8')) as BlocksFile
  const words = new Map(Object.entries(lexicon))
  const ofPage = once(() => bothReady(page))
  const ofScraped = once(() => bothReady(scraped))
  const ofArticle = once(() => bothReady(article))
  const ofRunning = once(() => readyForest(running))
  return {
    lexicon: words,
    get page() {
      return ofPage()
    },
    get scraped() {
      return ofScraped()
    },
    get article() {
      return ofArticle()
    },
    get running() {
      return ofRunning()
    },
  }
}

const bothReady = ({ first, second }: BlocksFile['page']): BlockModel => ({ first: readyForest(first), second: readyForest(second) })

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
