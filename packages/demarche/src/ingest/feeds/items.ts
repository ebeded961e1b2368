import type { ArticleRow } from '../../spec/index.js'
import type { Day } from '../../time/index.js'
import { articleFromHtml } from '../article-html.js'
import { blocksOf } from '../html/blocks.js'
import { languageOf } from '../language/index.js'
import type { Limits } from '../../limits/index.js'
import type { Pending } from '../pending.js'
import type { Feed } from './feed.js'

/** The items of a feed as documents, in order. An item without content has its title as text, so that headlines can be coded. */
export function* feedItems(feed: Feed, path: string, date: Day | undefined): Generator<Pending> {
  for (const [item, it] of feed.items.entries()) {
    const published = it.day ? { day: it.day, basis: 'feed' as const } : undefined
    const known = { id: it.id, uri: it.uri, title: it.title, byline: it.byline, publisher: feed.title, published }
    const content = it.html === undefined ? ({ kind: 'title', text: it.title ?? '' } as const) : ({ kind: 'part', text: it.html } as const)
    yield { input: { path, item }, known, content, date }
  }
}

/** Content of a feed is the article already, unless it is as long as a whole page: then it is cleaned like one. Without any text, the title stands in. */
export function articleOfItem(html: string, title: string | undefined, uri: string | undefined, limits: Limits): ArticleRow {
  if (/<(?:html|body)\b/i.test(html.slice(0, 2000))) return articleFromHtml(html, uri, undefined, limits)
  const { blocks, reached } = blocksOf(html, limits)
  const text = blocks.length > 0 ? blocks.map((block) => block.text).join('\n\n') : (title ?? '')
  return { ...articleOfTitle(text), ...(reached.length > 0 ? { degraded: [...reached] } : {}) }
}

/** A text that is the article as it stands. */
export function articleOfTitle(text: string): ArticleRow {
  const language = languageOf(text)
  return { text, ...(language ? { language } : {}), removed: [], related: [] }
}
