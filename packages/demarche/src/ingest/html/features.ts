import type { Lexicon } from '../lines/lexicon.js'
import { contextMatrix, CONTEXT_WIDTH, type Matrix } from '../lines/matrix.js'
import type { Groups } from '../lines/second.js'
import { inText, likeness, wordSet } from './alike.js'
import { FLAG_NAMES, PAGE_FEATURES, TAGS } from './feature-names.js'
import { FLAG } from './flags.js'
import type { Block, Container, Page } from './page.js'
import { mainContainer, sharedDepth, signalLevels } from './place.js'

const tagId = new Map(TAGS.map((name, i) => [name, i]))
const tagOf = (container: Container | undefined): number => (container ? (tagId.get(container.name) ?? TAGS.length) : -1)
const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * part) / of))

export interface PageMatrix {
  readonly matrix: Matrix
  readonly groups: Groups
}

/** The features of all blocks of a page. `title` is the page's title, `body` the article's text as the page's data for machines has it (both may be empty). */
export function pageMatrix(page: Page, title: string, body: string, lexicon: Lexicon): PageMatrix {
  const { blocks, containers } = page
  const matrix = contextMatrix(
    blocks.map((block) => block.text),
    lexicon,
    PAGE_FEATURES.length - CONTEXT_WIDTH,
  )
  const groups = [new Int32Array(blocks.length), new Int32Array(blocks.length), new Int32Array(blocks.length)] as const
  for (let i = 0; i < blocks.length; i++)
    for (let level = 0, at = containers[blocks[i]!.at]!.up; level < 3; level++) {
      groups[level]![i] = at
      at = at < 0 ? -1 : containers[at]!.up
    }
  const context: Context = {
    page,
    title: wordSet(title),
    inBody: inText(body),
    main: mainContainer(page),
    h1: blocks.findIndex((block) => isHeading(containers, block)),
  }
  for (let i = 0; i < blocks.length; i++) fill(context, i, matrix.values, i * matrix.width + CONTEXT_WIDTH)
  return { matrix, groups }
}

interface Context {
  readonly page: Page
  readonly title: ReadonlySet<string>
  readonly inBody: (text: string) => number
  readonly main: number
  readonly h1: number
}

function fill({ page, title, inBody, main, h1 }: Context, i: number, values: Int32Array, at: number): void {
  const { blocks, containers } = page
  const block = blocks[i]!
  const own = containers[block.at]!
  const parent = containers[own.up] ?? own
  const above = containers[parent.up] ?? parent
  const [before, after] = [blocks[i - 1], blocks[i + 1]]
  const link = (of: Block | undefined): number => (of ? percent(of.linkWords, of.words) : -1)
  const same = (of: Block | undefined): number => (of && containers[of.at]!.up === own.up ? 1 : 0)
  const other = [
    tagOf(own),
    tagOf(parent),
    tagOf(above),
    link(block),
    block.linkWords,
    block.bold ? 1 : 0,
    own.depth,
    parent.blocks,
    parent.words,
    percent(parent.linkWords, parent.words),
    percent(parent.prose, parent.words),
    own.blocks,
    above.words,
    percent(above.linkWords, above.words),
    percent(above.prose, above.words),
    above.blocks,
    h1 < 0 ? -999 : Math.max(-998, Math.min(999, i - h1)),
    likeness(title, block.text),
    inBody(block.text),
    link(before),
    link(after),
    before ? tagOf(containers[before.at]) : -1,
    after ? tagOf(containers[after.at]) : -1,
    same(before),
    same(after),
    sharedDepth(containers, block.at, main),
  ]
  values.set(other, at)
  let next = at + other.length
  for (const name of FLAG_NAMES) values[next++] = own.flags & FLAG[name] ? 1 : 0
  signalLevels(containers, block.at, values, next)
}

const isHeading = (containers: readonly Container[], block: Block): boolean => containers[block.at]!.name === 'h1'
