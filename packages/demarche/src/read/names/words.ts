import { uposId, type Doc } from '../../doc/index.js'
import { fold } from '../../world/index.js'
import type { NameWords } from './lexicon.js'

const PROPN = uposId.get('PROPN')!
const UPPER = /^\p{Lu}/u
const CAPITALS = /^[\p{Lu}\p{N}][\p{Lu}\p{N}.&'’-]+$/u
const LETTER = /\p{L}/u

/** How a token is written. */
export const enum Shape {
  Lower,
  Title,
  Capitals,
  Other,
}

/** The tokens of a document as this stage looks at them: forms, folded forms, shapes, and which may be part of a name. */
export interface Words {
  readonly length: number
  readonly form: readonly string[]
  readonly folded: readonly string[]
  readonly shape: Uint8Array
  /** 1 where the token may stand in a name. */
  readonly namey: Uint8Array
  /** 1 for tokens of sentences written Like This or LIKE THIS, where capitals say nothing. */
  readonly large: Uint8Array
  /** 1 for tokens of a time expression ("mid-May", "3 p.m. Moscow time"): they name no person, group or place. */
  readonly timed: Uint8Array
}

const OPEN: ReadonlySet<number> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV'].map((tag) => uposId.get(tag)!))

/** Folds each distinct form once. */
export function wordsOf(doc: Doc<'tokens' | 'sentences' | 'tags' | 'times'>, lexicon: NameWords): Words {
  const { text, tokens, sentences, tags } = doc
  const length = tokens.length
  const form: string[] = Array.from({ length }, () => '')
  const folded: string[] = Array.from({ length }, () => '')
  const shape = new Uint8Array(length)
  const known = new Map<string, readonly [string, Shape]>()
  for (let i = 0; i < length; i++) {
    const it = text.slice(tokens.start[i]!, tokens.end[i]!)
    let seen = known.get(it)
    if (!seen) known.set(it, (seen = [fold(it), shapeOf(it)]))
    form[i] = it
    folded[i] = seen[0]
    shape[i] = seen[1]
  }
  const large = new Uint8Array(length)
  const namey = new Uint8Array(length)
  const elsewhere = new Set<string>()
  for (const { tokens: range } of sentences) {
    let capital = 0
    let words = 0
    let plain = 0
    for (let i = range.first; i < range.end; i++) {
      if (shape[i] === Shape.Other) continue
      words++
      if (shape[i] !== Shape.Lower) capital++
      else if (form[i]!.length > 3 && OPEN.has(tags.upos[i]!)) plain++
    }
    if (words > 3 && capital > words * 0.6 && plain * 5 <= capital) large.fill(1, range.first, range.end)
    else for (let i = range.first + 1; i < range.end; i++) if (shape[i] === Shape.Title && tags.upos[i] === PROPN) elsewhere.add(folded[i]!)
  }
  // "Theresa May", "Mr. March": a month after a given name or a title, and no day after it.
  const afterName = (i: number, first: number): boolean => {
    const before = form[i - 1] === '.' ? i - 2 : i - 1
    return (
      before >= first &&
      (lexicon.titles.has(folded[before]!) || (namey[before] === 1 && lexicon.given.has(folded[before]!))) &&
      !/^\d/.test(form[i + 1] ?? '')
    )
  }
  const timed = timedOf(doc)
  for (const { tokens: range } of sentences) {
    for (let i = range.first; i < range.end; i++) {
      if (timed[i] === 1) {
        // "Mr. March left", "March said": a person whose name the times took for a month.
        if (!afterName(i, range.first) && !(timed[i + 1] !== 1 && timed[i - 1] !== 1 && lexicon.speech.has(folded[i + 1] ?? ''))) continue
        timed[i] = 0
      }
      if (shape[i] !== Shape.Title && shape[i] !== Shape.Capitals) continue
      if (lexicon.calendar.has(folded[i]!) && !elsewhere.has(folded[i]!) && !afterName(i, range.first)) continue
      const proper = tags.upos[i] === PROPN
      const first = i === range.first || /["“‘(«:]/.test(form[i - 1]!)
      const upos = tags.upos[i]!
      const open = upos === uposId.get('NOUN') || upos === uposId.get('ADJ') || upos === uposId.get('X') || upos === uposId.get('VERB')
      if (proper || (!first && open && large[i] === 0) || elsewhere.has(folded[i]!)) namey[i] = 1
    }
  }
  return { length, form, folded, shape, namey, large, timed }
}

/** 1 for each token that lies wholly inside a time expression. */
function timedOf({ tokens, times }: Doc<'tokens' | 'times'>): Uint8Array {
  const timed = new Uint8Array(tokens.length)
  let i = 0
  for (const { span } of times) {
    while (i > 0 && tokens.start[i - 1]! >= span.from) i--
    while (i < tokens.length && tokens.start[i]! < span.from) i++
    for (; i < tokens.length && tokens.end[i]! <= span.to; i++) timed[i] = 1
  }
  return timed
}

function shapeOf(form: string): Shape {
  if (!LETTER.test(form)) return Shape.Other
  if (form.length > 1 && CAPITALS.test(form) && /\p{Lu}.*\p{Lu}|\p{Lu}\./u.test(form)) return Shape.Capitals
  return UPPER.test(form) || /^\p{Ll}{1,3}[-'’]?\p{Lu}/u.test(form) ? Shape.Title : Shape.Lower
}
