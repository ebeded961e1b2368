import type { Element, Visitor } from '../markup.js'
import { FEED_ROOTS, FIELDS, FOREIGN, ITEMS, MAP_ENTRIES, nameOf, type Field, type Fields } from './fields.js'

/** More items than this are not read from one feed. */
const MAX_ITEMS = 20_000
/** A field is cut at this many characters. */
const MAX_FIELD = 2_000_000

const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Gathers the fields of items, or the entries of a sitemap, as elements open and close. */
export class FeedReader implements Visitor {
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
