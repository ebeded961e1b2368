import { Problem } from '../../text/index.js'
import type { Atoms } from './atoms.js'
import { combinationsOfFigures } from './figures.js'
import type { TimesLexicon } from './lexicon.js'

export interface Phrase {
  readonly words: readonly string[]
  readonly symbol: string
}

/**
 * One character for each combination of classes that an atom can have. A class is a name of the lexicon (`MONTH`) or, for a word that a pattern
 * writes out, `=word`. Marks stand for themselves.
 */
export interface Symbols {
  ofWord(lower: string, form: string): string
  ofMark(mark: string): string
  ofClasses(classes: readonly string[]): string
  phraseAt(atoms: Atoms, i: number): Phrase | undefined
  /** All symbols of atoms that have the class. Throws a `Problem` for a class that nothing has. */
  withClass(name: string): string
  /** The value of an atom in one of the classes, or undefined. */
  value(word: string, ...classes: readonly string[]): string | undefined
}

// Names of the calendar are names: in lower case they are other words (“may”, “march”).
const NAMES = new Set(['MONTH', 'WEEKDAY', 'WEEKDAYS'])
const PROPER = new Set(['MONTH', 'WEEKDAY', 'WEEKDAYS', 'HOLIDAY', 'ZONE', 'AD', 'BC'])
/** The symbol of a word in lower case that no pattern knows. */
export const UNKNOWN = 'a'
const CAPITALISED = 'A'
const MARKS = ',.-/:()$%"'
const FIRST = 0xe000

export function createSymbols(lexicon: TimesLexicon, literals: Iterable<string>): Symbols {
  const values = new Map<string, Map<string, string>>()
  const phrasesBy = new Map<string, string[][]>()
  for (const { class: name, value, words } of lexicon.words) {
    const own = values.get(words) ?? new Map<string, string>()
    if (!values.has(words)) values.set(words, own)
    if (!own.has(name)) own.set(name, value)
  }
  for (const literal of literals) {
    const own = values.get(literal) ?? new Map<string, string>()
    values.set(literal, own.set(`=${literal}`, literal))
  }
  for (const words of values.keys()) {
    const parts = partsOf(words)
    if (parts.length === 1) continue
    const list = phrasesBy.get(parts[0]!) ?? []
    phrasesBy.set(
      parts[0]!,
      [...list, parts].toSorted((a, b) => b.length - a.length),
    )
    // The phrase is looked up by its atoms from here on.
    values.set(parts.join(' '), values.get(words)!)
  }
  const symbolOf = new Map<string, string>()
  const classesOf: (readonly string[])[] = []
  const add = (classes: readonly string[]): string => {
    const key = classes.join(' ')
    if (!symbolOf.has(key)) {
      symbolOf.set(key, String.fromCharCode(FIRST + classesOf.length))
      classesOf.push(classes)
    }
    return symbolOf.get(key)!
  }
  const proper = new Map<string, string>()
  const plain = new Map<string, string>()
  for (const [words, own] of values) {
    const classes = [...own.keys()]
    proper.set(words, add(classes))
    // Long names are no other words: “monday” in a post is a Monday.
    const common = classes.filter((name) => !PROPER.has(name) || (NAMES.has(name) && words.length >= 6 && words !== 'august'))
    if (common.length > 0) plain.set(words, add(common))
  }
  for (const classes of combinationsOfFigures()) add(classes)
  const symbolsWith = byClass(classesOf)
  const phrases = new Map(
    [...phrasesBy].map(([first, list]) => [first, list.map((words): Phrase => ({ words, symbol: proper.get(words.join(' '))! }))]),
  )
  return {
    ofWord(lower, form) {
      if (form.length === 2 && /^[QH]\d$/.test(form)) return symbolOf.get(form[0] === 'Q' ? 'QCODE' : 'HCODE') ?? UNKNOWN
      const first = form.charCodeAt(0)
      const isCapital = first >= 65 && first <= 90
      return (isCapital ? proper : plain).get(lower) ?? (isCapital ? CAPITALISED : UNKNOWN)
    },
    ofMark: (mark) =>
      mark === '–' || mark === '—' || mark === '‑'
        ? '-'
        : mark === '“' || mark === '”'
          ? '"'
          : mark === '’' || mark === '‘' || mark === "'"
            ? "'"
            : MARKS.includes(mark)
              ? mark
              : ';',
    ofClasses: (classes) => symbolOf.get(classes.join(' ')) ?? UNKNOWN,
    phraseAt: ({ word }, i) => phrases.get(word[i]!)?.find(({ words }) => words.every((it, k) => word[i + k] === it)),
    withClass(name) {
      const found = symbolsWith.get(name)
      if (found === undefined)
        throw new Problem({
          reason: 'bad-pattern',
          place: 'times.patterns',
          fault: `no word has the class “${name}”`,
          cure: 'write a class of times.words.tsv or of figures',
        })
      return found
    },
    value(word, ...classes) {
      const own = values.get(word)
      for (const name of classes) {
        const value = own?.get(name)
        if (value !== undefined) return value
      }
      return undefined
    },
  }
}

/** The symbols that have each class. */
function byClass(classesOf: readonly (readonly string[])[]): Map<string, string> {
  const symbols = new Map<string, string>()
  for (const [id, classes] of classesOf.entries())
    for (const name of new Set(classes)) symbols.set(name, (symbols.get(name) ?? '') + String.fromCharCode(FIRST + id))
  return symbols
}

/** The atoms of a phrase: `year's end` is `year`, `'s`, `end`. */
function partsOf(words: string): string[] {
  return words.replaceAll('’', "'").match(/'?[a-zà-ÿ]+|\d+|[^\sa-zà-ÿ\d]/g) ?? [words]
}
