import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { commonOf } from './common.js'
import { unpackInts } from './ints.js'
import type { Vocabulary } from './lexicon.js'
import type { Matrix } from './matrix.js'
import { themesOf } from './themes.js'

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

/** Appends the node at `at` and all below it; gives where the next node of the tree stands. What is at most the threshold comes next, what is above by its place. */
function grow(tree: readonly number[], at: number, nodes: number[]): number {
  const here = nodes.length
  nodes.push(tree[at]!, tree[at + 1]!, 0)
  if (tree[at]! < 0) return at + 2
  const right = grow(tree, at + 2, nodes)
  nodes[here + 2] = nodes.length
  return grow(tree, right, nodes)
}

/** Rows that are scored together: their features and one tree fit into the nearest cache. */
const TOGETHER = 32

/** The score of each row in thousandths of log odds: above 0 the row is more likely than not the article. */
export function scores({ nodes, roots, bias }: ReadyForest, { rows, width, values }: Matrix): Int32Array {
  const out = new Int32Array(rows).fill(bias)
  for (let from = 0; from < rows; from += TOGETHER) {
    const to = Math.min(rows, from + TOGETHER)
    for (let t = 0; t < roots.length; t++) {
      const root = roots[t]!
      for (let row = from, base = from * width; row < to; row++, base += width) {
        let node = root
        for (let feature = nodes[node]!; feature >= 0; feature = nodes[node]!)
          node = values[base + feature]! <= nodes[node + 1]! ? node + 3 : nodes[node + 2]!
        out[row]! += nodes[node + 1]!
      }
    }
  }
  return out
}

export interface BlockModel {
  readonly first: ReadyForest
  readonly second: ReadyForest
}
export interface BlockModels extends Vocabulary {
  /** For blocks of pages, with what their tags say. */
  readonly page: BlockModel
  /** For the lines of a page that somebody scraped whole. */
  readonly scraped: BlockModel
  /** For the lines of an article with something foreign among them. */
  readonly article: BlockModel
  /** For the words of running text. */
  readonly running: BlockModel
}

/** The file of the trained classifier, as `training/` writes it. */
export interface BlocksFile {
  readonly lexicon: Readonly<Record<string, number>>
  readonly phrases: Readonly<Record<string, number>>
  /** Words parted by spaces. */
  readonly personal: string
  readonly credit: string
  /** Stems of nearly every article, of many, and of some, each list parted by spaces. */
  readonly common: readonly string[]
  /** Vectors of those stems, in their order, as `themesOf` reads them. */
  readonly themes: string
  readonly page: Readonly<Record<'first' | 'second', Forest>>
  readonly scraped: Readonly<Record<'first' | 'second', Forest>>
  readonly article: Readonly<Record<'first' | 'second', Forest>>
  readonly running: Readonly<Record<'first' | 'second', Forest>>
}

/** Reads the trained model of blocks, JSON packed by gzip. A forest is made ready when it is first asked for: a plain text needs none of those for pages. */
export function readBlockModels(url: URL): BlockModels {
  const { lexicon, phrases, personal, credit, common, themes, page, scraped, article, running } = JSON.parse(
    gunzipSync(readFileSync(url)).toString('utf8'),
  ) as BlocksFile
  const words = new Map(Object.entries(lexicon))
  const ofPage = once(() => bothReady(page))
  const ofScraped = once(() => bothReady(scraped))
  const ofArticle = once(() => bothReady(article))
  const ofRunning = once(() => bothReady(running))
  const commonStems = commonOf(common)
  return {
    lexicon: words,
    phrases: new Map(Object.entries(phrases)),
    common: commonStems,
    themes: themesOf(commonStems, themes),
    personal: new Set(personal.split(' ')),
    credit: new Set(credit.split(' ')),
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
