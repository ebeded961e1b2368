import type { ArticleRow } from '../spec/index.js'
import { analysePage, type Analysis } from './html/analyse.js'
import { cardsOf, inCard } from './html/cards.js'
import { metadataOf } from './html/metadata.js'
import { whyOfBlock } from './html/why.js'
import type { WalkLimits } from './markup.js'
import { languageOf } from './language/index.js'
import { classify } from './lines/score.js'
import type { BlockModels } from './lines/forest.js'
import { blockModels } from './models.js'

const MAX_RELATED = 60

/**
 * The article of a page: all its text, blocks joined by one blank line, with every block that is not the article listed in `removed`. `address` is where the
 * page came from. Where the page holds no article, everything is removed. Never fails.
 */
export function articleFromHtml(html: string, address?: string, models: BlockModels = blockModels(), limits?: WalkLimits): ArticleRow {
  const page = analysePage(html, models.lexicon, limits)
  const scores = classify(models.page, page.matrix, page.groups)
  refuse(page, scores)
  const limit = limitOf(page, scores)
  const { title, byline, publisher, day, uri, language } = metadataOf(page, address)
  const body = textOf(page, scores, limit)
  const spoken = languageOf(body.prose) ?? language
  return {
    ...(uri ? { uri } : {}),
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(publisher ? { publisher } : {}),
    ...(spoken ? { language: spoken } : {}),
    published: day ? { day, basis: 'page' } : null,
    text: body.text,
    removed: body.removed,
    related: body.related,
    ...(page.reached.length > 0 ? { degraded: [...page.reached] } : {}),
  }
}

/** Below this many kept words a page is looked at again with a lower limit. */
const FEW = 40
const LOWER = [0, -700, -1400, -2200, -3000]

/** The score above which blocks are kept: 0, or lower on short or odd pages where hardly anything would be kept. */
function limitOf({ blocks }: Analysis, scores: Int32Array): number {
  for (const limit of LOWER) {
    let words = 0
    for (const [i, block] of blocks.entries()) if (scores[i]! > limit && block.linkWords * 2 < block.words) words += block.words
    if (words >= FEW) return limit
  }
  return 0
}

const REFUSED = -9000
const LONG = 12

/**
 * Refuses what scores cannot see: cards of other articles before or after the rest of what would be kept, and long blocks that stood there before. Cards between
 * other prose are the parts of an article, and a page of nothing but cards is left alone.
 */
function refuse(page: Analysis, scores: Int32Array): void {
  const cards = cardsOf(page)
  let [rest, first, last] = [0, -1, -1]
  const carded = page.blocks.map((block, i) => cards.size > 0 && scores[i]! > 0 && inCard(cards, page.containers, block))
  for (const [i, block] of page.blocks.entries()) {
    if (scores[i]! <= 0 || carded[i]) continue
    rest += block.words
    if (block.words < LONG) continue
    if (first < 0) first = i
    last = i
  }
  const seen = new Set<string>()
  for (const [i, block] of page.blocks.entries()) {
    if (scores[i]! <= 0) continue
    const outside = carded[i] && rest >= 100 && (i < first || i > last)
    if (outside || (block.words >= LONG && seen.has(block.text))) scores[i] = REFUSED
    else seen.add(block.text)
  }
}

interface Body {
  readonly text: string
  readonly prose: string
  readonly removed: ArticleRow['removed']
  readonly related: string[]
}

function textOf(page: Analysis, scores: Int32Array, limit: number): Body {
  const parts: string[] = []
  const removed: ArticleRow['removed'] = []
  const related: string[] = []
  let at = 0
  let prose = ''
  for (const [i, block] of page.blocks.entries()) {
    if (scores[i]! <= limit) {
      const why = whyOfBlock(page, i)
      removed.push({ span: { from: at, to: at + block.text.length }, why })
      if ((why === 'headline-list' || why === 'read-also') && block.words >= 4 && related.length < MAX_RELATED) related.push(block.text)
    } else if (prose.length < 2000) prose += `${block.text}\n`
    parts.push(block.text)
    at += block.text.length + 2
  }
  return { text: parts.join('\n\n'), prose, removed, related }
}
