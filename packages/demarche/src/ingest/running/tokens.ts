import { cueOf } from '../lines/cues.js'
import { weightsIn, type Vocabulary } from '../lines/lexicon.js'
import { ending } from '../lines/line.js'
import { bareOf, isFunction, stemOf } from '../lines/words.js'

/** What a word looks like. */
export const SHAPE = { low: 0, plain: 1, capital: 2, loud: 3, number: 4, other: 5, foreign: 6 } as const

/** The words of a text in columns, with what each shows alone, and the sentences and lines they stand in. */
export interface Running {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly shape: Uint8Array
  /** How a word ends: of a sentence 3, a colon or comma 2, an ellipsis 1; 4 where its line ends without a stop. */
  readonly ends: Uint8Array
  readonly listed: Int32Array
  /** Of pairs of words of notices and the like. */
  readonly phrased: Int32Array
  /** 1 for words of credits. */
  readonly credit: Uint8Array
  /** 1 for words by which somebody speaks of themselves or to the reader. */
  readonly personal: Uint8Array
  readonly stems: readonly (string | undefined)[]
  /** The kind of boilerplate phrase that starts here, from 1; 0 for none. */
  readonly cue: Uint8Array
  /** First word of each sentence, and the number of words as the last. */
  readonly sentences: Int32Array
  readonly lines: Int32Array
}

const WORD = /\S+/g
/** A phrase is looked for where a word is listed with this weight at least, or a sentence starts. */
const LISTED = 8

export function runningOf(text: string, { lexicon, phrases, personal, credit }: Vocabulary): Running {
  const spans: number[] = []
  const shown: string[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    spans.push(index, index + word.length)
    shown.push(word)
  }
  const count = shown.length
  const [from, to, shape, ends] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count), new Uint8Array(count)]
  const bare = shown.map(bareOf)
  const lines = [0]
  const sentences = [0]
  for (let i = 0; i < count; i++) {
    from[i] = spans[i * 2]!
    to[i] = spans[i * 2 + 1]!
    shape[i] = shapeOf(shown[i]!, bare[i]!)
    ends[i] = ending(shown[i]!)
    const broken = i + 1 < count && text.slice(to[i], spans[i * 2 + 2]).includes('\n')
    if (broken && ends[i]! !== 3) ends[i] = 4
    if (broken) lines.push(i + 1)
    if (i + 1 < count && (broken || (ends[i] === 3 && !isAbbreviation(shown[i]!) && !/^\p{Ll}/u.test(shown[i + 1]!)))) sentences.push(i + 1)
  }
  if (count > 0) lines.push(count)
  if (count > 0) sentences.push(count)
  const listed = weightsIn({ shown, bare }, lexicon)
  const phrased = weightsIn({ shown, bare }, phrases)
  const cue = new Uint8Array(count)
  const starts = new Set(sentences)
  for (let i = 0; i < count; i++)
    if (starts.has(i) || listed[i]! >= LISTED || (phrased[i]! > 0 && (i === 0 || phrased[i - 1] === 0)))
      cue[i] = cueOf(text.slice(from[i], Math.min(from[i]! + 90, text.length)).replace(/\n[\s\S]*/, '')) + 1
  return {
    count,
    from,
    to,
    shape,
    ends,
    listed,
    phrased,
    credit: Uint8Array.from(bare, (word) => (credit.has(word) ? 1 : 0)),
    personal: Uint8Array.from(bare, (word) => (personal.has(word.replace("'", '’')) ? 1 : 0)),
    stems: bare.map(stemOf),
    cue,
    sentences: Int32Array.from(sentences),
    lines: Int32Array.from(lines),
  }
}

const isAbbreviation = (word: string): boolean =>
  /^(?:[A-Z]\.)+$|^(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Prof|Sgt|Capt|vs|No|Jr|Sr)\.$/.test(word)

function shapeOf(word: string, bare: string): number {
  if (bare === '') return SHAPE.other
  const c = word.charCodeAt(word.toLowerCase().indexOf(bare.charAt(0)))
  if (c > 0x24f && c !== 0x2019) return SHAPE.foreign
  if (c >= 48 && c <= 57) return SHAPE.number
  if (c >= 65 && c <= 90) return bare.length > 1 && word === word.toUpperCase() ? SHAPE.loud : SHAPE.capital
  return isFunction(bare) ? SHAPE.plain : SHAPE.low
}
