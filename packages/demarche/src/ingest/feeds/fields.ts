// The vocabularies of feeds and sitemaps: which element is which field of an item.

/** Elements that a feed or sitemap starts with. */
export const FEED_ROOTS = new Set(['rss', 'feed', 'rdf', 'channel', 'urlset', 'sitemapindex'])
export const ITEMS = new Set(['item', 'entry'])
export const MAP_ENTRIES = new Set(['url', 'sitemap'])

export type Field = 'id' | 'link' | 'guid' | 'title' | 'author' | 'day' | 'updated' | 'content' | 'summary' | 'loc' | 'name'
export const FIELDS: Readonly<Record<string, Field>> = {
  id: 'id',
  guid: 'guid',
  link: 'link',
  title: 'title',
  author: 'author',
  creator: 'author',
  name: 'author',
  pubdate: 'day',
  published: 'day',
  issued: 'day',
  date: 'day',
  created: 'day',
  updated: 'updated',
  modified: 'updated',
  encoded: 'content',
  content: 'content',
  body: 'content',
  description: 'summary',
  summary: 'summary',
  tagline: 'summary',
  fullitem: 'content',
  loc: 'loc',
  lastmod: 'day',
  publication_date: 'day',
  expirationdate: 'updated',
}
/** Parts of an item that hold fields of something else. */
export const FOREIGN = new Set([
  'source',
  'image',
  'textinput',
  'media:group',
  'group',
  'thumbnail',
  'credit',
  'rating',
  'contributor',
  'publisher',
  'news',
  'owner',
])
const PREFIXED = new Set(['media', 'itunes', 'image', 'video', 'geo', 'thr', 'slash', 'psc', 'g', 'wfw', 'l', 'creativecommons', 'cc'])

/** What an item states, as it is written. */
export type Fields = Partial<Record<Field, string>>

/** Local name, lower-cased; names of foreign vocabularies keep their prefix and so match no field. */
export function nameOf(qualified: string): string {
  const at = qualified.indexOf(':')
  const [prefix, local] = at < 0 ? ['', qualified] : [qualified.slice(0, at), qualified.slice(at + 1)]
  return PREFIXED.has(prefix.toLowerCase()) ? qualified.toLowerCase() : local.toLowerCase()
}
