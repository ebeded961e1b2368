import { dayIn } from '../days.js'
import type { Feed, FeedItem } from './feed.js'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br><br>')

export const isJsonFeed = (value: unknown): value is Fields =>
  isFields(value) && Array.isArray(value['items']) && (words(value['version'])?.includes('jsonfeed.org') ?? false)

/** Reads a JSON Feed, version 1 or 1.1. */
export function readJsonFeed(feed: Fields): Feed {
  const items = (feed['items'] as unknown[]).slice(0, 50_000).map((item): FeedItem => {
    if (!isFields(item)) return {}
    const author = [item['authors'] ?? item['author']]
      .flat()
      .map((it) => (isFields(it) ? words(it['name']) : undefined))
      .filter((it) => it !== undefined)
      .join(', ')
    const plain = words(item['content_text']) ?? words(item['summary'])
    const fields = {
      id: words(item['id']),
      uri: words(item['url']) ?? words(item['external_url']),
      title: words(item['title']),
      byline: author || undefined,
      day: dayIn(words(item['date_published']) ?? words(item['date_modified']) ?? ''),
      html: words(item['content_html']) ?? (plain === undefined ? undefined : escaped(plain)),
    }
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as FeedItem
  })
  const title = words(feed['title'])
  return { ...(title ? { title } : {}), items, addresses: [] }
}
