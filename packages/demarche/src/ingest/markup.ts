import { Tokenizer } from 'htmlparser2'
import { LIMITS, type Limits } from '../limits/index.js'
import { BLOCKS, CLOSES_P, SELF_CLOSING_SIBLINGS, VOID } from './elements.js'

// One walk over HTML or XML by the tokenizer of htmlparser2, with an own stack: the depth is capped, so nothing is quadratic on hostile nesting.

/** An open element. `attributes` has no prototype; `from` is the offset of its `<` in the source. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly from: number
}

export interface Visitor {
  open(element: Element): void
  close(element: Element, to: number): void
  /** Text between tags, entities decoded; `from` and `to` are offsets in the source. */
  text(text: string, from: number, to: number): void
}

const MAX_VALUE = 100_000

/** Limits of a walk. Elements beyond them are read through: their text counts to the element above. */
export type WalkLimits = Pick<Limits, 'depth' | 'elements' | 'attributes'>
type Reached = keyof WalkLimits

class Walk {
  private readonly stack: Element[] = []
  private tooDeep = 0
  private elements = 0
  readonly reached = new Set<Reached>()
  private name = ''
  private from = 0
  private attributes: Record<string, string> = Object.create(null)
  private count = 0
  private attribute = ''
  private value = ''
  constructor(
    private readonly source: string,
    private readonly xml: boolean,
    private readonly visitor: Visitor,
    private readonly limits: WalkLimits,
  ) {}

  onopentagname(start: number, end: number): void {
    this.name = this.xml ? this.source.slice(start, end) : this.source.slice(start, end).toLowerCase()
    this.from = start - 1
    this.attributes = Object.create(null)
    this.count = 0
  }
  onattribname(start: number, end: number): void {
    const over = ++this.count > this.limits.attributes
    if (over) this.reached.add('attributes')
    this.attribute = over ? '' : this.source.slice(start, end).toLowerCase()
    this.value = ''
  }
  onattribdata(start: number, end: number): void {
    if (this.attribute && this.value.length < MAX_VALUE) this.value += this.source.slice(start, end)
  }
  onattribentity(code: number): void {
    if (this.attribute && this.value.length < MAX_VALUE) this.value += String.fromCodePoint(code)
  }
  onattribend(): void {
    if (this.attribute && !(this.attribute in this.attributes)) this.attributes[this.attribute] = this.value
  }
  onopentagend(end: number): void {
    // Of a page alone: a feed's elements are bounded by its bytes and its items.
    if (!this.xml && ++this.elements > this.limits.elements) {
      this.reached.add('elements')
      return
    }
    if (!this.xml) this.impliedCloses(this.name, this.from)
    const element = { name: this.name, attributes: this.attributes, from: this.from }
    if (!this.xml && VOID.has(this.name)) {
      this.visitor.open(element)
      this.visitor.close(element, end + 1)
    } else if (this.stack.length >= this.limits.depth) {
      this.tooDeep++
      this.reached.add('depth')
    } else {
      this.stack.push(element)
      this.visitor.open(element)
    }
  }
  onselfclosingtag(end: number): void {
    const before = this.stack.length
    this.onopentagend(end)
    if (this.xml && this.stack.length > before) this.pop(end + 1)
    else if (this.xml && this.tooDeep > 0) this.tooDeep--
  }
  onclosetag(start: number, end: number): void {
    const name = this.xml ? this.source.slice(start, end) : this.source.slice(start, end).toLowerCase()
    if (this.tooDeep > 0) {
      this.tooDeep--
      return
    }
    const inline = !this.xml && !BLOCKS.has(name)
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]!.name
      if (open === name) {
        while (this.stack.length > i) this.pop(end + 1)
        return
      }
      if (inline && BLOCKS.has(open)) return
      if (!this.xml && (open === 'td' || open === 'th') && name !== 'tr' && name !== 'table' && name !== 'tbody') return
    }
  }
  ontext(start: number, end: number): void {
    this.visitor.text(this.source.slice(start, end), start, end)
  }
  ontextentity(code: number, end: number): void {
    this.visitor.text(String.fromCodePoint(code), Math.max(0, end - 1), end)
  }
  oncdata(start: number, end: number, offset: number): void {
    if (this.xml) this.visitor.text(this.source.slice(start, end - offset), start, end - offset)
  }
  onend(): void {
    while (this.stack.length > 0) this.pop(this.source.length)
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  private pop(to: number): void {
    this.visitor.close(this.stack.pop()!, to)
  }
  private impliedCloses(name: string, at: number): void {
    if (CLOSES_P.has(name)) {
      for (let i = this.stack.length - 1; i >= 0; i--) {
        const open = this.stack[i]!.name
        if (open === 'p') while (this.stack.length > i) this.pop(at)
        if (open === 'p' || BLOCKS.has(open)) break
      }
    }
    const rule = Object.hasOwn(SELF_CLOSING_SIBLINGS, name) ? SELF_CLOSING_SIBLINGS[name] : undefined
    if (!rule) return
    for (let i = this.stack.length - 1; i >= 0 && !rule.within.has(this.stack[i]!.name); i--) {
      if (rule.closes.has(this.stack[i]!.name)) while (this.stack.length > i) this.pop(at)
    }
  }
}

/** Walks over markup; never throws on what is written in it. Returns the limits that were reached. */
export function walkMarkup(source: string, xml: boolean, visitor: Visitor, limits: WalkLimits = LIMITS): ReadonlySet<Reached> {
  const walk = new Walk(source, xml, visitor, limits)
  const tokenizer = new Tokenizer({ xmlMode: xml, decodeEntities: true }, walk)
  tokenizer.write(source)
  tokenizer.end()
  return walk.reached
}
