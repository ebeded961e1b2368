import { type Doc, uposAt } from '../doc/index.js'
import type { FigureRow } from '../spec/index.js'
import { formAt } from './classes.js'

type Words = Doc<'tokens' | 'tags'>

const UNITS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
}
/** Counts without a number, as the least that they mean; no upper bound. */
const VAGUE: Readonly<Record<string, number>> = {
  dozen: 12,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2_000_000,
  billions: 2_000_000_000,
  several: 3,
  few: 3,
}
const AT_LEAST: readonly (readonly string[])[] = [
  ['over'],
  ['more', 'than'],
  ['at', 'least'],
  ['above'],
  ['upwards', 'of'],
  ['no', 'fewer', 'than'],
  ['no', 'less', 'than'],
  ['exceeding'],
  ['as', 'many', 'as'],
]
const AT_MOST: readonly (readonly string[])[] = [
  ['up', 'to'],
  ['fewer', 'than'],
  ['less', 'than'],
  ['under'],
  ['at', 'most'],
  ['no', 'more', 'than'],
  ['nearly'],
  ['almost'],
]

export interface Count {
  readonly min: number | null
  readonly max: number | null
  readonly first: number
  readonly end: number
}

/** The first count in a stretch of tokens, with its bounds: "over 6500" has no upper one, "up to 20" no lower one. */
export function countIn(doc: Words, first: number, end: number): Count | undefined {
  for (let i = first; i < end; i++) {
    const form = formAt(doc, i)
    const exact = numberAt(doc, i, end)
    if (exact) return bounded(doc, exact, i)
    const vague = VAGUE[form]
    if (vague !== undefined && !(form === 'few' && uposAt(doc.tags, i) === 'ADV')) return { min: vague, max: null, first: i, end: i + 1 }
  }
  return undefined
}

interface Read {
  readonly value: number
  readonly first: number
  readonly end: number
}

/** The number that starts at token `i`: digits with separators, words, scales ("1.5 million", "twenty-three", "two hundred"). */
export function numberAt(doc: Words, i: number, end: number): Read | undefined {
  let at = i
  let total = 0
  let part: number | undefined
  for (; at < end; at++) {
    const form = formAt(doc, at)
    const digits = /^\d[\d,]*(\.\d+)?$/.test(form) ? Number(form.replaceAll(',', '')) : undefined
    const unit =
      digits ??
      (Object.hasOwn(UNITS, form) &&
      !(
        part === undefined &&
        (form === 'a' || form === 'an') &&
        !Object.hasOwn(SCALES, next(doc, at, end)) &&
        next(doc, at, end) !== 'dozen'
      )
        ? UNITS[form]
        : undefined)
    if (unit !== undefined && (part === undefined || digits === undefined)) part = (part ?? 0) + unit
    else if (Object.hasOwn(SCALES, form) && part !== undefined) {
      const scale = SCALES[form]!
      if (scale === 100) part *= 100
      else [total, part] = [total + part * scale, 0]
    } else if (form === 'dozen' && part !== undefined) part *= 12
    else if (
      !((form === '-' || form === 'and') && part !== undefined && Object.hasOwn(UNITS, next(doc, at, end)) && next(doc, at, end) !== 'a')
    )
      break
  }
  if (part === undefined) return undefined
  const value = total + part
  // A year is no count of anybody.
  return at === i + 1 &&
    value >= 1900 &&
    value <= 2100 &&
    /^\d{4}$/.test(formAt(doc, i)) &&
    uposAt(doc.tags, at < doc.tokens.length ? at : i) !== 'NOUN'
    ? undefined
    : { value, first: i, end: at }
}

const next = (doc: Words, i: number, end: number): string => (i + 1 < end ? formAt(doc, i + 1) : '')

function bounded(doc: Words, { value, first, end }: Read, i: number): Count {
  const before = (words: readonly string[]): boolean =>
    words.every((word, k) => i - words.length + k >= 0 && formAt(doc, i - words.length + k) === word)
  const to = end < doc.tokens.length ? formAt(doc, end) : ''
  if (to === 'to' || to === '-' || to === '–' || (to === 'and' && i > 0 && formAt(doc, i - 1) === 'between')) {
    const upper = numberAt(doc, end + 1, Math.min(doc.tokens.length, end + 5))
    if (upper && upper.value > value)
      return { min: value, max: upper.value, first: i > 0 && formAt(doc, i - 1) === 'between' ? first - 1 : first, end: upper.end }
  }
  const least = AT_LEAST.find(before)
  if (least) return { min: value, max: null, first: first - least.length, end }
  const most = AT_MOST.find(before)
  if (most) return { min: null, max: value, first: first - most.length, end }
  return { min: value, max: value, first, end }
}

export function figureRow({ tokens }: Words, kind: string, { min, max, first, end }: Count): FigureRow {
  return { kind, min, max, span: { from: tokens.start[first]!, to: tokens.end[end - 1]! } }
}
