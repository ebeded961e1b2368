import { BLOCKS } from '../elements.js'
import { walkMarkup, type Element, type WalkLimits } from '../markup.js'
import { flagsOf } from './flags.js'
import { fold } from './fold.js'
import { HeadReader } from './head.js'
import type { Block, Container, Page } from './page.js'
import { BOLD, countWords, SILENT } from './shown.js'
import { signalsOf } from './signals.js'

/** A page may have at most this many blocks and so many characters of text; what follows is dropped, as no article is so long. */
const MAX_BLOCKS = 12_000
const MAX_TEXT = 1_000_000

/** Reads blocks and containers from the elements of a page. */
class Builder {
  readonly blocks: Block[] = []
  readonly containers: Container[] = [{ name: '', up: -1, depth: 0, signals: 0, flags: 0, words: 0, linkWords: 0, blocks: 0, prose: 0 }]
  private readonly head = new HeadReader()
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
  private readonly known = new Map<string, number>()
  private room = MAX_TEXT

  open(element: Element): void {
    const { name, attributes } = element
    if (name === 'br') {
      if (this.silent === 0) this.lineBreak()
      return
    }
    this.head.note(element)
    const words = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.trim()
    if (SILENT.has(name)) this.silent++
    if (name === 'a') this.links++
    if (BOLD.has(name)) this.bolds++
    const block = BLOCKS.has(name)
    if (block) {
      this.flush()
      this.head.part()
      this.at = this.enter(name, attributes, words)
      this.open_.push({ element, container: this.at })
    }
    if (this.silent === 0 || name === 'time') this.head.mark(element, words, this.blocks.length)
  }
  close(element: Element): void {
    const { name } = element
    if (SILENT.has(name)) this.silent--
    if (name === 'a') this.links--
    if (BOLD.has(name)) this.bolds--
    this.head.closeOwn(name)
    if (BLOCKS.has(name)) {
      this.flush()
      this.head.part()
      this.open_.pop()
      this.at = this.open_.at(-1)?.container ?? 0
    }
    this.head.close(element)
  }
  text(raw: string, from: number, to: number): void {
    if (this.head.text(raw)) return
    if (this.silent > 0 || this.blocks.length >= MAX_BLOCKS || this.room <= 0) return
    const text = raw.slice(0, this.room).replace(/\s+/g, ' ')
    this.room -= raw.length
    this.head.hold(text)
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
    return { blocks: this.blocks, containers: this.containers, head: this.head.head }
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
    const flags = parent.flags | flagsOf(name, attributes)
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
}

/** The blocks of a page with the containers they stand in. Text in scripts, templates, forms' lists and players is no block. */
export function blocksOf(html: string, limits?: WalkLimits): Page & { readonly reached: readonly string[] } {
  const builder = new Builder()
  const reached = [...walkMarkup(html, false, builder, limits)]
  return { ...builder.end(), reached }
}
