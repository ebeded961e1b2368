import type { ArticleRow } from '../../spec/index.js'
import type { Day } from '../../time/index.js'
import { articleFromHtml } from '../article-html.js'
import { found, type Item } from '../item.js'
import { blocksOf } from '../html/blocks.js'
import { languageOf } from '../language.js'
import { failureFrom } from '../reasons.js'
import type { Feed, FeedItem } from './feed.js'

/** The items of a feed as articles, in order. An item without content has its title as text, so that headlines can be coded. */
export function* feedItems(feed: Feed, path: string, date: Day | undefined): Generator<Item> {
  for (const [item, it] of feed.items.entries()) {
    const input = { path, item }
    try {
      const published = it.day ? { day: it.day, basis: 'feed' as const } : undefined
      const known = { id: it.id, uri: it.uri, title: it.title, byline: it.byline, publisher: feed.title, published }
      yield found(input, articleOfItem(it), known, date)
    } catch (error) {
      yield failureFrom(error, input, 'damaged-document', it.id)
    }
  }
}

/** Content of a feed is the article already, unless it is as long as a whole page: then it is cleaned like one. */
function articleOfItem({ html, title, uri }: FeedItem): ArticleRow {
  if (html !== undefined && /<(?:html|body)\b/i.test(html.slice(0, 2000))) return articleFromHtml(html, uri)
  const blocks = html === undefined ? [] : blocksOf(html).blocks
  const text = blocks.length > 0 ? blocks.map((block) => block.text).join('\n\n') : (title ?? '')
  const language = languageOf(text)
  return { text, ...(language ? { language } : {}), removed: [], related: [] }
}
