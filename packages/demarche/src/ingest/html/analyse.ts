import { blocksOf, fold, type Page } from './blocks.js'
import { pageMatrix, type PageMatrix } from './features.js'
import { readJsonLd, type Stated } from './jsonld.js'

/** A page taken apart: its blocks with their features, and what its data for machines says. */
export type Analysis = Page & PageMatrix & { readonly stated: Stated }

/** Takes a page apart. Never fails; a page without text has no blocks. */
export function analysePage(html: string): Analysis {
  const page = blocksOf(html)
  const stated = readJsonLd(page.head.jsonLd)
  const meta = page.head.metas.find(([name]) => name === 'og:title')?.[1]
  return { ...page, stated, ...pageMatrix(page, meta ?? fold(page.head.title), stated.body ?? '') }
}
