import { bundle } from '@demarche/english'
import { compiledPart, tableIn, type Sections } from '../../text/index.js'

/** No more of a text than this many characters, and of these about so many bytes up to the end of a word, is looked at. */
const HEAD = 1000
const BYTES = 350
const MOST_BYTES = 380
/** The longest word, in bytes, that is looked at whole. */
const LONGEST = 70
/** What the scores of n-grams are kept without. */
const BASE = 53
/** A score of so much an n-gram counts as half sure. */
const HALF = 25
/** The score must reach this share of what is usual in the language. */
const SHARE = 0.75

type Detector = (head: string) => string | undefined
let detector: Detector | undefined

/** The language of a text as an ISO 639-1 code, from its start; `undefined` where the text is too short to tell. */
export function languageOf(text: string): string | undefined {
  if (text.slice(0, 2000).trim().length < 20) return undefined
  detector ??= readDetector(compiledPart(bundle, 'languages'))
  return detector(text.slice(0, HEAD))
}

/** The method of the package eld with its data: n-grams of four bytes, each known to some languages with a score; the highest sum wins if it is clear. */
function readDetector(data: Sections): Detector {
  const known = tableIn(data, 'ngrams')
  const first = data.array('ngrams.first', 'u32')
  const language = data.array('ngrams.language', 'u8')
  const score = data.array('ngrams.score', 'u8')
  const codes = JSON.parse(data.text('languages')) as string[]
  const sure = JSON.parse(data.text('sure')) as number[]
  const separators = new RegExp(data.text('separators'), 'gu')

  return (head) => {
    const ngrams = ngramsOf(wordsOf(head.replace(separators, ' ').trim().toLowerCase()))
    if (ngrams.size < 3) return undefined
    const sums = new Int32Array(codes.length)
    for (const ngram of ngrams) {
      const at = known.find(ngram)
      if (at >= 0) for (let k = first[at]!; k < first[at + 1]!; k++) sums[language[k]!]! += score[k]! + BASE
    }
    const best = highest(sums)
    if (sums[best] === 0) return undefined
    const mean = sums[best]! / ngrams.size
    return mean / (mean + HALF) < sure[best]! * SHARE ? undefined : codes[best]
  }
}

/** The first of the highest. */
function highest(sums: Int32Array): number {
  let best = 0
  for (let i = 1; i < sums.length; i++) if (sums[i]! > sums[best]!) best = i
  return best
}

/** Words of a text in lower case, one character a byte of UTF-8. */
function wordsOf(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8')
  const blank = bytes.indexOf(32, BYTES + 1)
  let end = blank < 0 || blank > MOST_BYTES ? MOST_BYTES + 1 : blank
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++
  return bytes
    .toString('latin1', 0, Math.min(end, bytes.length))
    .split(' ')
    .filter((word) => word !== '')
}

/** The distinct n-grams: four bytes from every third on, the last four, with a blank where a word begins and ends. */
function ngramsOf(words: readonly string[]): Set<string> {
  const ngrams = new Set<string>()
  for (const word of words) {
    const length = Math.min(word.length, LONGEST)
    let j = 0
    for (; j + 4 < length; j += 3) ngrams.add((j === 0 ? ' ' : '') + word.slice(j, j + 4))
    ngrams.add(`${j === 0 ? ' ' : ''}${word.substring(length === 3 ? 0 : length - 4)} `)
  }
  return ngrams
}
