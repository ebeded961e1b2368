import type { Doc } from '../../doc/index.js'
import type { Span } from '../../text/index.js'

/** Text between quotation marks, the marks included, in one paragraph. */
export interface Quote extends Span {
  readonly paragraph: number
  /** 0 for quotations that stand in no other. */
  readonly depth: number
  /** False for a paragraph of a longer quotation that closes later, and for a mark that is never closed. */
  readonly closed: boolean
  /** It goes on with the quotation that the paragraph before left open. */
  readonly continues: boolean
}

interface Open {
  readonly at: number
  readonly single: boolean
  readonly continues: boolean
}

const DEEPEST = 4
const LETTER = /[\p{L}\p{N}]/u

/**
 * The quotations of a text, in order of their opening marks. Straight and curly marks, single inside double, `` and '' of old wires; apostrophes are told
 * from single marks by the letters around them. A paragraph that opens a quotation and does not close it leaves it open for the next, which must open again.
 */
export function quotesOf(doc: Doc<'tokens' | 'sentences'>): readonly Quote[] {
  const quotes: Quote[] = []
  let open = false
  for (const paragraph of paragraphsOf(doc)) {
    const found = inParagraph(doc.text, paragraph, open)
    open = found.some(({ closed, depth }) => !closed && depth === 0)
    for (const quote of found) quotes.push(quote)
  }
  return quotes.toSorted((a, b) => a.from - b.from || b.to - a.to)
}

interface Paragraph extends Span {
  readonly number: number
}

function* paragraphsOf({ sentences }: Doc<'tokens' | 'sentences'>): Generator<Paragraph> {
  let first = 0
  if (sentences.length === 0) return
  for (let i = 1; i <= sentences.length; i++) {
    const [begin, end] = [sentences[first]!, sentences[i - 1]!]
    if (i < sentences.length && sentences[i]!.paragraph === begin.paragraph) continue
    yield { from: begin.span.from, to: end.span.to, number: begin.paragraph }
    first = i
  }
}

function inParagraph(text: string, { from, to, number }: Paragraph, wasOpen: boolean): Quote[] {
  const quotes: Quote[] = []
  const stack: Open[] = []
  const close = (it: Open, end: number, closed: boolean): void => {
    quotes.push({ from: it.at, to: end, paragraph: number, depth: stack.length, closed, continues: it.continues })
  }
  for (let at = from; at < to; at++) {
    const mark = markAt(text, at, from, to, stack)
    if (!mark) continue
    const end = at + mark.length
    if (mark.opens) {
      if (stack.length < DEEPEST) stack.push({ at, single: mark.single, continues: wasOpen && at === from })
    } else {
      // A single mark that was no quotation (an apostrophe) is dropped when the double around it closes.
      while (stack.length > 0 && stack.at(-1)!.single !== mark.single) stack.pop()
      const it = stack.pop()
      if (it) close(it, end, true)
    }
    at = end - 1
  }
  while (stack.length > 1) stack.pop()
  const rest = stack.pop()
  if (rest && !rest.single) close(rest, to, false)
  return quotes
}

interface Mark {
  readonly length: number
  readonly opens: boolean
  readonly single: boolean
}

function markAt(text: string, at: number, from: number, to: number, stack: readonly Open[]): Mark | undefined {
  const char = text[at]!
  const inDouble = stack.some(({ single }) => !single)
  const inSingle = stack.length > 0 && stack.at(-1)!.single
  switch (char) {
    case '“':
    case '«':
    case '„':
    case '‟':
      return { length: 1, opens: true, single: false }
    case '”':
    case '»':
      return { length: 1, opens: false, single: false }
    case '"':
      return { length: 1, opens: opensAt(text, at, from, to) && !(inDouble && !startsWord(text, at + 1, to)), single: false }
    case '`':
      return text[at + 1] === '`' ? { length: 2, opens: true, single: false } : undefined
    case '‘':
      return startsWord(text, at + 1, to) && !LETTER.test(text[at - 1] ?? ' ') ? { length: 1, opens: true, single: true } : undefined
    case '’':
    case "'":
      if (char === "'" && text[at + 1] === "'" && inDouble) return { length: 2, opens: false, single: false }
      if (inSingle && !LETTER.test(text[at + 1] ?? ' ')) return { length: 1, opens: false, single: true }
      if (char === "'" && opensAt(text, at, from, to) && startsWord(text, at + 1, to) && !/\d/.test(text[at + 1]!))
        return { length: 1, opens: true, single: true }
      return undefined
    default:
      return undefined
  }
}

/** A straight mark opens at the start, after a blank, a bracket, a dash or another opening mark, when no blank follows. */
function opensAt(text: string, at: number, from: number, to: number): boolean {
  const before = at > from ? text[at - 1]! : ' '
  const after = at + 1 < to ? text[at + 1]! : ' '
  return /[\s([{—–‘“"'-]/.test(before) && !/\s/.test(after)
}

const startsWord = (text: string, at: number, to: number): boolean => at < to && /[\p{L}\p{N}$£€[(…“"'‘.]/u.test(text[at]!)
