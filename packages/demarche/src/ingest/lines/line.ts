import { cueOf } from './cues.js'

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
] as const
export const LINE_WIDTH = LINE_FEATURES.length

const FUNCTION = new Set(
  'the of to and a in is was that for on with as at by it from be are his her their has have had he she they we this which not but an or who were been will would its said after over into about than when more also can could should there these those what if'.split(
    ' ',
  ),
)
const YOU = new Set(['you', 'your', 'our', 'us', 'we'])
const DAY =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b|\b\d{1,2}:\d\d\b/i

/** Ends a sentence 3, a lead-in 2, an ellipsis 1, nothing 0. */
function ending(line: string): number {
  let at = line.length - 1
  while (at >= 0 && /["'”’»)\]*\s]/.test(line[at]!)) at--
  const last = line[at]
  if (last === '…' || (last === '.' && line[at - 1] === '.' && line[at - 2] === '.')) return 1
  if (last === '.' || last === '!' || last === '?' || last === '。') return 3
  return last === ':' || last === ';' || last === ',' ? 2 : 0
}

/** Writes the features of a line into `into` at `at`. Lines are read up to 3,000 characters. */
export function lineFeatures(whole: string, into: Int32Array, at: number): void {
  const line = whole.length > 3000 ? whole.slice(0, 3000) : whole
  let [commas, digits, upper, letters, quotes, symbols, separators, stops] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i)
    if (c >= 97 && c <= 122) letters++
    else if (c >= 65 && c <= 90) {
      upper++
      letters++
    } else if (c >= 48 && c <= 57) digits++
    else if (c === 44) commas++
    else if (c === 34 || c === 0x201c || c === 0x201d || c === 0xab || c === 0xbb) quotes++
    else if (c === 124 || c === 0xb7 || c === 0x2022 || c === 0x203a || c === 0x25cf) separators++
    else if (c === 64 || c === 0xa9 || c === 0x23 || c === 0x7b || c === 0x7d || c === 0x3d) symbols++
    else if ((c === 46 || c === 63 || c === 33) && line.charCodeAt(i + 1) === 32) stops++
    else if (c > 0x250) letters++
  }
  const words = line.split(/\s+/)
  let [capitalised, common, you] = [0, 0, 0]
  for (const word of words) {
    const c = word.charCodeAt(0)
    if (c >= 65 && c <= 90) capitalised++
    const low = word.length <= 6 ? word.toLowerCase() : ''
    if (FUNCTION.has(low)) common++
    if (YOU.has(low)) you++
  }
  const n = line === '' ? 0 : words.length
  const first = line.charCodeAt(0)
  const share = (part: number, of: number): number => (of === 0 ? 0 : Math.round((100 * part) / of))
  const values = [
    Math.min(n, 400),
    line.length,
    share(line.length, n * 10),
    ending(line),
    commas,
    stops,
    share(capitalised, n),
    share(digits, line.length),
    share(common, n),
    first >= 97 && first <= 122 ? 1 : 0,
    /^(?:[-*•–—▪►●]|#?\d{1,3}[.):]?)\s/.test(line) ? 1 : 0,
    quotes,
    symbols + (/https?:|www\.|\.com\b/.test(line) ? 1 : 0),
    share(upper, letters),
    cueOf(line) + 1,
    DAY.test(line.slice(0, 300)) ? 1 : 0,
    separators,
    share(you, n),
  ]
  into.set(values, at)
}
