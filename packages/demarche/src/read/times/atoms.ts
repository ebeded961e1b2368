import { classesOfInteger, classesWithSuffix } from './figures.js'
import type { Symbols } from './symbols.js'

/**
 * Words, figures and marks as the calendar sees them, finer than tokens: `mid-May` is three atoms, `10pm` two, `a.m` one (a phrase of the lexicon).
 * Columns; `line` holds one symbol an atom, and one line break between sentences, so that a pattern is a regular expression over `line`.
 */
export interface Atoms {
  readonly start: number[]
  readonly end: number[]
  /** Lower case. */
  readonly word: string[]
  readonly line: string
}

const LETTER = 1
const DIGIT = 2
const SPACE = 3
const APOSTROPHE = 4
const OTHER = 5

const kindOf = (code: number): number => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER
  if (code >= 48 && code <= 57) return DIGIT
  if (code <= 32 || code === 0xa0 || code === 0x2009 || code === 0x202f) return SPACE
  if (code === 39 || code === 0x2019 || code === 0x2018) return APOSTROPHE
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) ? LETTER : OTHER
}

/** Reads the atoms of the given stretches of text (sentences), in order. */
export function readAtoms(text: string, stretches: readonly { readonly from: number; readonly to: number }[], symbols: Symbols): Atoms {
  const start: number[] = []
  const end: number[] = []
  const word: string[] = []
  const line: string[] = []
  const push = (from: number, to: number, lower: string, symbol: string): void => {
    start.push(from)
    end.push(to)
    word.push(lower)
    line.push(symbol)
  }
  for (const { from, to } of stretches) {
    for (let at = from; at < to;) {
      const code = text.charCodeAt(at)
      const kind = kindOf(code)
      let next = at + 1
      if (kind === SPACE) {
        at = next
        continue
      }
      if (kind === DIGIT) {
        next = endOf(text, next, to, DIGIT)
        const [until, symbol] = figures(text, at, next, to, symbols)
        push(at, until, text.slice(at, until).toLowerCase(), symbol)
        at = until
        continue
      }
      if (kind === LETTER || (kind === APOSTROPHE && next < to && kindOf(text.charCodeAt(next)) === LETTER)) {
        next = endOf(text, next, to, LETTER)
        // `Q3`, `H1`: one letter and one figure are one atom.
        if (next === at + 1 && next < to && /^[QH][1-4](?!\w)/.test(text.slice(at, at + 3))) next++
        const form = text.slice(at, next)
        const lower = form.toLowerCase().replace('’', "'")
        push(at, next, lower, symbols.ofWord(lower, form))
      } else {
        // A dash is a hyphen here, whatever its length.
        const mark = symbols.ofMark(text[at]!)
        push(at, next, mark === ';' ? text[at]! : mark, mark)
      }
      at = next
    }
    push(to, to, '\n', '\n')
  }
  return joinPhrases({ start, end, word, line: line.join('') }, line, symbols)
}

function endOf(text: string, at: number, to: number, kind: number): number {
  while (at < to && kindOf(text.charCodeAt(at)) === kind) at++
  return at
}

/** Figures from `at` to `next`, with thousands' commas, a decimal part or a suffix taken in: where they end, and their symbol. */
function figures(text: string, at: number, next: number, to: number, symbols: Symbols): [number, string] {
  let grouped = next
  if (next - at <= 3) while (grouped + 4 <= to && /^,\d{3}(?!\d)/.test(text.slice(grouped, grouped + 5))) grouped += 4
  if (grouped > next) return [grouped, symbols.ofClasses(['NUM'])]
  const letters = endOf(text, next, to, LETTER)
  if (letters > next && letters - next <= 2) {
    const classes = classesWithSuffix(text.slice(at, next), text.slice(next, letters).toLowerCase())
    if (classes) return [letters, symbols.ofClasses(classes)]
  }
  if (text[next] === '.' && next - at <= 6) {
    const decimals = endOf(text, next + 1, to, DIGIT)
    // `14.03.2022` is a date, `10.30 a.m.` a time: both keep their parts.
    if (
      decimals > next + 1 &&
      !/^\.\d/.test(text.slice(decimals, decimals + 2)) &&
      text[at - 1] !== '.' &&
      !/^ ?[ap]\.?m/i.test(text.slice(decimals, decimals + 4))
    )
      return [decimals, symbols.ofClasses(['DEC'])]
  }
  return [next, symbols.ofClasses(classesOfInteger(text.slice(at, next)))]
}

/** Joins the phrases of the lexicon into single atoms, the longest first. */
function joinPhrases(atoms: Atoms, line: readonly string[], symbols: Symbols): Atoms {
  const start: number[] = []
  const end: number[] = []
  const word: string[] = []
  const joined: string[] = []
  for (let i = 0; i < line.length;) {
    const phrase = symbols.phraseAt(atoms, i)
    const last = phrase ? i + phrase.words.length : i + 1
    start.push(atoms.start[i]!)
    end.push(atoms.end[last - 1]!)
    word.push(phrase ? phrase.words.join(' ') : atoms.word[i]!)
    joined.push(phrase ? phrase.symbol : line[i]!)
    i = last
  }
  return { start, end, word, line: joined.join('') }
}
