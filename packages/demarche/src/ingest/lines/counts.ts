import { isFunction, stemOf, type Words } from './words.js'

// What the features of a line count: characters by kind, and words by what they are.

const YOU = new Set(['you', 'your', 'our', 'us', 'we'])
const ME = new Set(['i', 'my', 'me', 'i’m', "i'm", 'i’ve', "i've", 'mine'])
const VERBS = new Set(
  'is are was were be been has have had will would can could may might must do does did said says say told added according'.split(' '),
)
export function charactersOf(line: string): {
  commas: number
  digits: number
  upper: number
  letters: number
  quotes: number
  symbols: number
  separators: number
  stops: number
} {
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
  return { commas, digits, upper, letters, quotes, symbols, separators, stops }
}

export function wordCounts({
  shown,
  bare,
}: Words): Record<'capitalised' | 'common' | 'you' | 'me' | 'low' | 'run' | 'loud' | 'verbs', number> {
  const out = { capitalised: 0, common: 0, you: 0, me: 0, low: 0, run: 0, loud: 0, verbs: 0 }
  let run = 0
  for (const [i, word] of shown.entries()) {
    const low = bare[i]!
    const c = word.charCodeAt(0)
    const capital = c >= 65 && c <= 90
    if (capital) out.capitalised++
    run = capital || (word.length <= 3 && run > 0) ? run + 1 : 0
    if (run > out.run) out.run = run
    if (capital && word.length > 1 && word === word.toUpperCase()) out.loud++
    if (c >= 97 && c <= 122 && stemOf(low) !== undefined) out.low++
    if (low.length > 9) continue
    if (isFunction(low)) out.common++
    if (YOU.has(low)) out.you++
    if (ME.has(low)) out.me++
    if (VERBS.has(low)) out.verbs++
  }
  return out
}
