import type { Element } from '../markup.js'
import { fold } from './fold.js'
import type { Head } from './page.js'

const MAX_MARKED = 4000
const MAX_TITLE = 2000
const MAX_HELD = 400
const MAX_SCRIPT = 2_000_000
/** So many marked elements are read at once, one inside the other. */
const MAX_NESTED = 8

const markOf = (name: string, attributes: Readonly<Record<string, string>>, words: string): string | undefined => {
  if (attributes['itemprop']) return `itemprop ${attributes['itemprop'].toLowerCase()}`
  if (attributes['rel'] === 'author') return 'rel author'
  if (name === 'time' || name === 'h1') return name
  if (/author|byline|writer|contributor/i.test(words)) return 'class author'
  return /date|publish|time|posted|updated/i.test(words) ? 'class date' : undefined
}

interface Held {
  readonly element: Element
  readonly what: string
  text: string
  readonly at: number
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads what a page says of itself, as its elements open and close. */
export class HeadReader {
  readonly head: Head = { metas: [], jsonLd: [], links: [], marked: [], title: '', language: '' }
  private held: Held[] = []
  private script: string | undefined
  private inTitle = false

  /** Takes what `meta`, `link`, `script`, `title` and `html` say. */
  note({ name, attributes }: Element): void {
    const { head } = this
    if (name === 'meta' && attributes['content']) {
      const key = attributes['property'] ?? attributes['name'] ?? (attributes['itemprop'] ? `itemprop ${attributes['itemprop']}` : '')
      if (key && head.metas.length < 500) head.metas.push([key.toLowerCase(), attributes['content'].slice(0, 2000)])
    } else if (name === 'link' && attributes['rel'] && head.links.length < 200)
      head.links.push({ rel: attributes['rel'].toLowerCase(), href: attributes['href'] ?? '' })
    else if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '') && head.jsonLd.length < 40) this.script = ''
    else if (name === 'title' && head.title === '') this.inTitle = true
    else if (name === 'html') head.language = attributes['lang'] ?? attributes['xml:lang'] ?? ''
  }
  /** Begins to hold the text of an element that is marked as author, day or heading; `at` is the number of the next block. */
  mark(element: Element, words: string, at: number): void {
    if (this.head.marked.length >= MAX_MARKED || this.held.length >= MAX_NESTED) return
    const what = markOf(element.name, element.attributes, words)
    if (what) this.held.push({ element, what, text: '', at, attributes: element.attributes })
  }
  /** A boundary of blocks parts words. */
  part(): void {
    for (const held of this.held) held.text += ' '
  }
  close(element: Element): void {
    if (this.held.at(-1)?.element === element) this.release(this.held.pop()!)
    else if (this.held.length > 0 && this.held.some((held) => held.element === element))
      this.held = this.held.filter((held) => held.element !== element)
  }
  /** Closes title and script, before the block that the element may be. */
  closeOwn(name: string): void {
    if (name === 'title') this.inTitle = false
    if (this.script === undefined || name !== 'script') return
    this.head.jsonLd.push(this.script)
    this.script = undefined
  }
  /** Takes text of a script or title; whether it was a script's. */
  text(raw: string): boolean {
    if (this.script !== undefined) {
      if (this.script.length < MAX_SCRIPT) this.script += raw
      return true
    }
    if (this.inTitle && this.head.title.length < MAX_TITLE) this.head.title += raw.slice(0, MAX_TITLE)
    return false
  }
  /** Adds text that stands in a block to what is held. */
  hold(text: string): void {
    for (const held of this.held) if (held.text.length < MAX_HELD) held.text += text
  }
  private release({ what, text, at, attributes }: Held): void {
    const value = attributes['content'] ?? attributes['datetime'] ?? fold(text)
    if (value !== '') this.head.marked.push({ what, text: value.slice(0, MAX_HELD), at })
  }
}
