import { dayIn } from '../days.js'
import { problem } from '../reasons.js'
import type { Day } from '../../time/index.js'
import { walkMarkup } from '../markup.js'
import type { Fields } from './fields.js'
import { FeedReader } from './reader.js'
import { textOfMarkup } from './text.js'

/** One item of a feed. `html` is the longest content that the item carries, as HTML; all fields only when stated. */
export interface FeedItem {
  readonly id?: string
  readonly uri?: string
  readonly title?: string
  readonly byline?: string
  readonly day?: Day
  readonly html?: string
}
export interface Feed {
  readonly title?: string
  readonly items: readonly FeedItem[]
  /** Addresses of a sitemap (with the day of their last change), in order; empty for feeds. */
  readonly addresses: readonly { readonly uri: string; readonly day?: Day; readonly map: boolean }[]
}

const isWeb = (link: string | undefined): link is string => link !== undefined && /^https?:\/\//i.test(link)

function itemOf(fields: Fields): FeedItem {
  const stated = [fields.day, fields.updated].map((text) => (text ? dayIn(text) : undefined)).find((it) => it !== undefined)
  const html = (fields.content?.length ?? 0) >= (fields.summary?.length ?? 0) ? fields.content : fields.summary
  const uri = isWeb(fields.link) ? fields.link : isWeb(fields.guid) ? fields.guid : isWeb(fields.id) ? fields.id : undefined
  const title = fields.title === undefined ? undefined : titleText(fields.title)
  return {
    ...(fields.guid || fields.id ? { id: fields.guid ?? fields.id! } : {}),
    ...(uri ? { uri } : {}),
    ...(title ? { title } : {}),
    ...(fields.author ? { byline: fields.author.replace(/\s+/g, ' ').trim() } : {}),
    ...(stated ? { day: stated } : {}),
    ...(html ? { html } : {}),
  }
}

/** A title may hold markup or may be about markup; what is left must not be empty where something was there. */
const titleText = (title: string): string => textOfMarkup(title) || title.replace(/\s+/g, ' ').trim()

/** Reads RSS 0.9 to 2.0, RDF, Atom and sitemaps, well formed or not. Entities of the document type are never expanded. Throws a `Problem` (`not-feed`). */
export function readFeed(xml: string, place: string): Feed {
  const reader = new FeedReader()
  walkMarkup(xml, true, reader)
  if (reader.root === undefined && reader.items.length === 0) throw problem('not-feed', place, 'has no feed in it')
  const addresses = reader.maps.flatMap(({ loc, day, map }) => {
    const stated = day ? dayIn(day) : undefined
    return isWeb(loc) ? [{ uri: loc, map, ...(stated ? { day: stated } : {}) }] : []
  })
  return { ...(reader.title ? { title: titleText(reader.title) } : {}), items: reader.items.map(itemOf), addresses }
}
