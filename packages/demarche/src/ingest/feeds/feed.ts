import { dayIn } from '../days.js'
import { problem } from '../reasons.js'
import type { Day } from '../../time/index.js'
import { walkMarkup, type Element, type Visitor } from '../markup.js'

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

/** More items than this are not read from one feed. */
const MAX_ITEMS = 20_000
/** A field is cut at this many characters. */
const MAX_FIELD = 2_000_000
const FEED_ROOTS = new Set(['rss', 'feed', 'rdf', 'channel', 'urlset', 'sitemapindex'])
const ITEMS = new Set(['item', 'entry'])
const MAP_ENTRIES = new Set(['url', 'sitemap'])

type Field = 'id' | 'link' | 'guid' | 'title' | 'author' | 'day' | 'updated' | 'content' | 'summary' | 'loc' | 'name'
const FIELDS: Readonly<Record<string, Field>> = {
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
const FOREIGN = new Set([
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

type Fields = Partial<Record<Field, string>>

/** Local name, lower-cased; names of foreign vocabularies keep their prefix and so match no field. */
function nameOf(qualified: string): string {
  const at = qualified.indexOf(':')
  const [prefix, local] = at < 0 ? ['', qualified] : [qualified.slice(0, at), qualified.slice(at + 1)]
  return PREFIXED.has(prefix.toLowerCase()) ? qualified.toLowerCase() : local.toLowerCase()
}

const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

class FeedReader implements Visitor {
  root: string | undefined
  title: string | undefined
  readonly items: Fields[] = []
  readonly maps: (Fields & { map: boolean })[] = []
  private item: Fields | undefined
  private readonly path: string[] = []
  private capture: { field: Field; depth: number; text: string; inline: boolean; type: string } | undefined
  private foreign = 0

  open({ name: qualified, attributes }: Element): void {
    const name = nameOf(qualified)
    this.root ??= FEED_ROOTS.has(name) ? name : undefined
    this.path.push(name)
    if (this.capture) {
      if (this.capture.text.length < MAX_FIELD && this.capture.inline)
        this.capture.text += this.capture.field === 'author' ? ' ' : `<${qualified.replace(/^\w+:/, '')}>`
      if (this.capture.field === 'author') this.openAuthorPart(name)
      return
    }
    if (ITEMS.has(name) && this.items.length < MAX_ITEMS) {
      this.item = Object.create(null) as Fields
      this.items.push(this.item)
      if (attributes['rdf:about']) this.item.id = attributes['rdf:about']
      return
    }
    if (MAP_ENTRIES.has(name) && (this.root === 'urlset' || this.root === 'sitemapindex') && this.maps.length < MAX_ITEMS) {
      const entry = Object.assign(Object.create(null) as Fields, { map: name === 'sitemap' })
      this.item = entry
      this.maps.push(entry)
      return
    }
    if (FOREIGN.has(name)) this.foreign++
    if (this.foreign > 0 && name !== 'publication_date') return
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined
    if (field === undefined) return
    if (field === 'link' && attributes['href']) {
      const rel = attributes['rel'] ?? 'alternate'
      if (this.item && rel === 'alternate') this.item.link ??= attributes['href']
      return
    }
    const type = attributes['type'] ?? ''
    this.capture = {
      field,
      depth: this.path.length,
      text: '',
      inline: /xhtml|xml$/.test(type) || attributes['mode'] === 'xml' || name === 'body',
      type:
        attributes['mode'] === 'base64' || type === 'application/octet-stream'
          ? 'base64'
          : attributes['mode'] === 'escaped'
            ? `escaped ${type}`
            : type,
    }
  }
  private openAuthorPart(name: string): void {
    if (name === 'name' && this.capture) this.capture.text = ''
    this.skipAuthor = name === 'email' || name === 'uri' || name === 'url' || name === 'homepage'
  }
  private skipAuthor = false
  text(text: string): void {
    if (!this.capture || this.capture.text.length > MAX_FIELD || this.skipAuthor) return
    this.capture.text += this.capture.inline ? escapeMarkup(text) : text
  }
  close({ name: qualified }: Element): void {
    const name = nameOf(qualified)
    const { capture } = this
    if (capture && capture.depth === this.path.length) this.finish(capture)
    else if (capture?.inline && capture.field !== 'author' && capture.text.length < MAX_FIELD)
      capture.text += `</${qualified.replace(/^\w+:/, '')}>`
    if (this.skipAuthor) this.skipAuthor = false
    else if (capture?.field === 'author' && name === 'name') this.skipAuthor = false
    if (!capture && FOREIGN.has(name) && this.foreign > 0) this.foreign--
    this.path.pop()
    if (ITEMS.has(name) || MAP_ENTRIES.has(name)) this.item = undefined
  }
  private finish({ field, text: written, inline, type }: NonNullable<FeedReader['capture']>): void {
    this.capture = undefined
    const text = type === 'base64' ? Buffer.from(written, 'base64').toString('utf8') : written
    const value =
      field === 'content' || field === 'summary' || field === 'title'
        ? !inline && /^(?:text|text\/plain)$/.test(type)
          ? escapeMarkup(text)
          : text
        : text.trim()
    if (value.trim() === '') return
    if (!this.item) {
      if (field === 'title') this.title ??= value
    } else if (field === 'content' || field === 'summary') {
      if (value.length > (this.item[field]?.length ?? 0)) this.item[field] = value
    } else this.item[field] ??= value
  }
}

/** Text of a small piece of HTML: tags gone, entities decoded, white space folded. */
export function textOfMarkup(html: string): string {
  let out = ''
  let silent = 0
  const change = (name: string, by: number): void => void (silent += name === 'script' || name === 'style' ? by : 0)
  walkMarkup(html, false, {
    open: ({ name }) => change(name, 1),
    close: ({ name }) => change(name, -1),
    text: (text) => void (out += silent > 0 ? '' : text),
  })
  return out.replace(/\s+/g, ' ').trim()
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
