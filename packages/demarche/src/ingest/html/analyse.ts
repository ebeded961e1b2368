import type { Lexicon } from '../lines/lexicon.js'
import { blocksOf } from './blocks.js'
import { fold } from './fold.js'
import type { Page } from './page.js'
import type { WalkLimits } from '../markup.js'
import { pageMatrix, type PageMatrix } from './features.js'
import { readJsonLd, type Stated } from './jsonld.js'

/** A page taken apart: its blocks with their features, and what its data for machines says. */
export type Analysis = Page & PageMatrix & { readonly stated: Stated; readonly reached: readonly string[] }

/** Takes a page apart. Never fails; a page without text has no blocks. */
export function analysePage(html: string, lexicon: Lexicon, limits?: WalkLimits): Analysis {
  const page = blocksOf(html, limits)
  const stated = readJsonLd(page.head.jsonLd)
  const meta = page.head.metas.find(([name]) => name === 'og:title')?.[1]
  return { ...page, stated, ...pageMatrix(page, meta ?? fold(page.head.title), stated.body ?? '', lexicon) }
}
