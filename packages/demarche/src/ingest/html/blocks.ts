import { BLOCKS, walkMarkup, type Element, type WalkLimits } from '../markup.js'
import { isHidden, signalsOf } from './signals.js'

/** A node of the page that may hold blocks. `up` is the index of its parent, -1 for the root. Sums cover all blocks below it. */
export interface Container {
  readonly name: string
  readonly up: number
  readonly depth: number
  readonly signals: number
  readonly flags: number
  words: number
  linkWords: number
  blocks: number
  prose: number
}

/** One run of text without a block boundary, with white space folded. Offsets are of the source. */
export interface Block {
  readonly text: string
  readonly from: number
  readonly to: number
  /** The innermost container. */
  readonly at: number
  readonly words: number
  readonly linkWords: number
  readonly bold: boolean
}

export interface Page {
  readonly blocks: readonly Block[]
  readonly containers: readonly Container[]
  readonly head: Head
}

/** What the page says of itself, in order; read by the metadata. */
export interface Head {
  readonly metas: (readonly [name: string, content: string])[]
  readonly jsonLd: string[]
  readonly links: { readonly rel: string; readonly href: string }[]
  /** Text of elements with an `itemprop`, a `rel=author` or a class of an author or a day. */
  readonly marked: { readonly what: string; readonly text: string; readonly at: number }[]
  title: string
  language: string
}

export const FLAG = {
  article: 1,
  main: 2,
  nav: 4,
  aside: 8,
  footer: 16,
  header: 32,
  form: 64,
  figure: 128,
  table: 256,
  list: 512,
  hidden: 1024,
  dialog: 2048,
  body: 4096,
} as const
const FLAGS: Readonly<Record<string, number>> = {
  article: FLAG.article,
  main: FLAG.main,
  nav: FLAG.nav,
  aside: FLAG.aside,
  footer: FLAG.footer,
  header: FLAG.header,
  form: FLAG.form,
  figure: FLAG.figure,
  figcaption: FLAG.figure,
  table: FLAG.table,
  ul: FLAG.list,
  ol: FLAG.list,
  dialog: FLAG.dialog,
}
const ROLES: Readonly<Record<string, number>> = {
  main: FLAG.main,
  navigation: FLAG.nav,
  complementary: FLAG.aside,
  contentinfo: FLAG.footer,
  banner: FLAG.header,
  article: FLAG.article,
  dialog: FLAG.dialog,
  search: FLAG.form,
  menu: FLAG.nav,
}
const numberOf = (table: Readonly<Record<string, number>>, name: string): number => (Object.hasOwn(table, name) ? table[name]! : 0)
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'textarea',
  'select',
  'iframe',
  'object',
  'canvas',
  'head',
  'title',
  'audio',
  'video',
  'datalist',
  'noembed',
  'noframes',
])
const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th'])
/** A page may have at most this many blocks and so many characters of text; what follows is dropped, as no article is so long. */
const MAX_BLOCKS = 12_000
const MAX_TEXT = 1_000_000
const MAX_MARKED = 4000
const MAX_TITLE = 2000
const MAX_HELD = 400

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

class Builder {
  readonly blocks: Block[] = []
  readonly containers: Container[] = [{ name: '', up: -1, depth: 0, signals: 0, flags: 0, words: 0, linkWords: 0, blocks: 0, prose: 0 }]
  readonly head: Head = { metas: [], jsonLd: [], links: [], marked: [], title: '', language: '' }
  private at = 0
  private readonly open_: { element: Element; container: number }[] = []
  private silent = 0
  private links = 0
  private bolds = 0
  private parts = ''
  private from = 0
  private to = 0
  private linkText = 0
  private boldText = 0
  private breaks = 0
  private held: Held[] = []
  private readonly known = new Map<string, number>()
  private script: string | undefined
  private inTitle = false
  private room = MAX_TEXT

  open(element: Element): void {
    const { name, attributes } = element
    if (name === 'br') {
      if (this.silent === 0) this.lineBreak()
      return
    }
    this.note(element)
    const words = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.trim()
    if (SILENT.has(name)) this.silent++
    if (name === 'a') this.links++
    if (BOLD.has(name)) this.bolds++
    const block = BLOCKS.has(name)
    if (block) {
      this.flush()
      for (const held of this.held) held.text += ' '
      this.at = this.enter(name, attributes, words)
      this.open_.push({ element, container: this.at })
    }
    if (this.silent === 0 || name === 'time') {
      const what = this.head.marked.length < MAX_MARKED && this.held.length < 8 ? markOf(name, attributes, words) : undefined
      if (what) this.held.push({ element, what, text: '', at: this.blocks.length, attributes })
    }
  }
  close(element: Element): void {
    const { name } = element
    if (SILENT.has(name)) this.silent--
    if (name === 'a') this.links--
    if (BOLD.has(name)) this.bolds--
    if (name === 'title') this.inTitle = false
    if (this.script !== undefined && name === 'script') {
      this.head.jsonLd.push(this.script)
      this.script = undefined
    }
    if (BLOCKS.has(name)) {
      this.flush()
      for (const held of this.held) held.text += ' '
      this.open_.pop()
      this.at = this.open_.at(-1)?.container ?? 0
    }
    if (this.held.at(-1)?.element === element) this.release(this.held.pop()!)
    else if (this.held.length > 0 && this.held.some((held) => held.element === element))
      this.held = this.held.filter((held) => held.element !== element)
  }
  text(raw: string, from: number, to: number): void {
    if (this.script !== undefined) {
      if (this.script.length < 2_000_000) this.script += raw
      return
    }
    if (this.inTitle && this.head.title.length < MAX_TITLE) this.head.title += raw.slice(0, MAX_TITLE)
    if (this.silent > 0 || this.blocks.length >= MAX_BLOCKS || this.room <= 0) return
    const text = raw.slice(0, this.room).replace(/\s+/g, ' ')
    this.room -= raw.length
    for (const held of this.held) if (held.text.length < MAX_HELD) held.text += text
    if (this.parts === '') {
      if (text === ' ') return
      this.from = from
    }
    this.breaks = text === ' ' ? this.breaks : 0
    this.parts += text
    this.to = to
    if (this.links > 0) this.linkText += text.length
    if (this.bolds > 0) this.boldText += text.length
  }
  end(): Page {
    this.flush()
    for (const block of this.blocks) {
      const prose = block.words >= 12 && block.linkWords * 3 < block.words ? block.words : 0
      for (let i = block.at; i >= 0; i = this.containers[i]!.up) {
        const container = this.containers[i]!
        container.words += block.words
        container.linkWords += block.linkWords
        container.blocks++
        container.prose += prose
      }
    }
    return { blocks: this.blocks, containers: this.containers, head: this.head }
  }

  private lineBreak(): void {
    if (++this.breaks > 1) this.flush()
    else if (this.parts !== '') this.parts += '\n'
  }
  private enter(name: string, attributes: Readonly<Record<string, string>>, words: string): number {
    if (this.blocks.length >= MAX_BLOCKS) return this.at
    const up = this.at
    const parent = this.containers[up]!
    let signals = this.known.get(words)
    if (signals === undefined) {
      signals = signalsOf(words)
      if (this.known.size < 5000) this.known.set(words, signals)
    }
    let flags = parent.flags | numberOf(FLAGS, name) | numberOf(ROLES, attributes['role'] ?? '') | (isHidden(attributes) ? FLAG.hidden : 0)
    if (attributes['itemprop'] === 'articleBody') flags |= FLAG.body
    this.containers.push({ name, up, depth: parent.depth + 1, signals, flags, words: 0, linkWords: 0, blocks: 0, prose: 0 })
    return this.containers.length - 1
  }
  private flush(): void {
    if (this.parts !== '') {
      const text = fold(this.parts)
      const words = countWords(text)
      if (text !== '' && this.blocks.length < MAX_BLOCKS) {
        const share = Math.min(1, this.linkText / this.parts.length)
        const { from, to, at } = this
        this.blocks.push({ text, from, to, at, words, linkWords: Math.round(words * share), bold: this.boldText * 2 > this.parts.length })
      }
    }
    this.parts = ''
    this.linkText = 0
    this.boldText = 0
    this.breaks = 0
  }
  private note({ name, attributes }: Element): void {
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
  private release({ what, text, at, attributes }: Held): void {
    const value = attributes['content'] ?? attributes['datetime'] ?? fold(text)
    if (value !== '') this.head.marked.push({ what, text: value.slice(0, MAX_HELD), at })
  }
}

/** White space folded; line breaks of `<br>` stay. */
export const fold = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()

function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inside) words++
    inside = !space
  }
  return words
}

/** The blocks of a page with the containers they stand in. Text in scripts, templates, forms' lists and players is no block. */
export function blocksOf(html: string, limits?: WalkLimits): Page & { readonly reached: readonly string[] } {
  const builder = new Builder()
  const reached = [...walkMarkup(html, false, builder, limits)]
  return { ...builder.end(), reached }
}
