import { charactersOf, wordCounts } from './counts.js'
import { cueOf } from './cues.js'
import { weightsIn, type Lexicon } from './lexicon.js'
import type { Words } from './words.js'

/** What the form of one line shows, as small whole numbers. The order is the contract with the trained model: add at the end and train again. */
export const LINE_FEATURES = [
  'words',
  'characters',
  'word length',
  'ends',
  'commas',
  'stops inside',
  'capitalised',
  'digits',
  'function words',
  'starts low',
  'bullet',
  'quotes',
  'symbols',
  'upper',
  'cue',
  'day',
  'separators',
  'you',
  'me',
  'content low',
  'capitals in a row',
  'all capitals',
  'verbs',
  'credit',
  'start',
  'last',
  'listed',
  'listed most',
  'listed first',
] as const
export const LINE_WIDTH = LINE_FEATURES.length

const DAY =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,4} (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b|\b\d{1,2}:\d\d\b/i
const CREDIT =
  /\b(?:photos?|photograph(?:er|y)?|image|picture|illustration|courtesy|credits?|getty|reuters|afp|ap|epa|shutterstock|alamy|anadolu|file|handout|screenshot|instagram|wikimedia|unsplash)\b/i

/** Ends a sentence 3, a lead-in 2, an ellipsis 1, nothing 0. */
export function ending(line: string): number {
  let at = line.length - 1
  while (at >= 0 && /["'”’»)\]*\s]/.test(line[at]!)) at--
  const last = line[at]
  if (last === '…' || (last === '.' && line[at - 1] === '.' && line[at - 2] === '.')) return 1
  if (last === '.' || last === '!' || last === '?' || last === '。') return 3
  return last === ':' || last === ';' || last === ',' ? 2 : 0
}

/** What a line starts or ends with: small letter 0, capital 1, digit 2, quotation mark 3, bracket 4, end of sentence 5, other 6. */
export function kindAt(line: string, at: number): number {
  const c = line.charCodeAt(at)
  if ((c >= 97 && c <= 122) || c > 0x2fff) return 0
  if (c >= 65 && c <= 90) return 1
  if (c >= 48 && c <= 57) return 2
  if (c === 34 || c === 0x201c || c === 0x201d || c === 39 || c === 0x2019 || c === 0x2018) return 3
  return c === 40 || c === 41 || c === 91 || c === 93 ? 4 : c === 46 || c === 33 || c === 63 ? 5 : 6
}

/** A credit of a picture near the end of a line: in brackets at its very end 2, else 1. */
function creditOf(line: string): number {
  const tail = line.slice(-70)
  if (!CREDIT.test(tail)) return 0
  const open = tail.lastIndexOf('(')
  return open >= 0 && /\)[.\s]*$/.test(tail) && CREDIT.test(tail.slice(open)) ? 2 : 1
}

/** Writes the features of a line into `into` at `at`. Lines are read up to 3,000 characters. */
export function lineFeatures(whole: string, words: Words, lexicon: Lexicon, into: Int32Array, at: number): void {
  const line = whole.length > 3000 ? whole.slice(0, 3000) : whole
  const { commas, digits, upper, letters, quotes, symbols, separators, stops } = charactersOf(line)
  const { capitalised, common, you, me, low, run, loud, verbs } = wordCounts(words)
  const listed = weightsIn(words, lexicon)
  let [sum, most] = [0, 0]
  for (const weight of listed) {
    sum += weight
    if (weight > most) most = weight
  }
  const n = words.shown.length
  const share = (part: number, of: number): number => (of === 0 ? 0 : Math.round((100 * part) / of))
  into.set(
    [
      Math.min(n, 400),
      line.length,
      share(line.length, n * 10),
      ending(line),
      commas,
      stops,
      share(capitalised, n),
      share(digits, line.length),
      share(common, n),
      kindAt(line, 0) === 0 ? 1 : 0,
      /^(?:[-*•–—▪►●]|#?\d{1,3}[.):]?)\s/.test(line) ? 1 : 0,
      quotes,
      symbols + (/https?:|www\.|\.com\b/.test(line) ? 1 : 0),
      share(upper, letters),
      cueOf(line) + 1,
      DAY.test(line.slice(0, 300)) ? 1 : 0,
      separators,
      share(you, n),
      share(me, n),
      share(low, n),
      Math.min(run, 40),
      Math.min(loud, 40),
      share(verbs, n),
      creditOf(line),
      kindAt(line, 0),
      kindAt(line, line.length - 1),
      share(sum, n * 10),
      most,
      (listed[0] ?? 0) + (listed[1] ?? 0) + (listed[2] ?? 0),
    ],
    at,
  )
}
