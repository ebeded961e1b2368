import { packTable, type Section } from '../../text/index.js'

/** What a detector of languages by n-grams of bytes knows, as the package eld keeps it (its data, Apache-2.0). */
export interface LanguageData {
  /** Codes of the languages by number. */
  readonly languages: Readonly<Record<number, string>>
  /** N-grams, whose bytes are letters of `dictionary`; scores by the number of the language, 0 to 255. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<number, number>>>>
  /** The letter that stands for each byte of UTF-8. */
  readonly dictionary: readonly string[]
  /** What parts words. */
  readonly separators: RegExp
  /** The score of a text that is surely of a language. */
  readonly sure: Readonly<Record<string, number>>
}

/** The detector's data as the sections of `languages.bin`: n-grams by their bytes, one character a byte. */
export function compileLanguages({ languages, ngrams, dictionary, separators, sure }: LanguageData): Record<string, Section> {
  const codes = Object.values(languages)
  const byteOf = new Map<string, string>()
  for (const [byte, letter] of dictionary.entries()) if (letter !== ' ' && byte > 127) byteOf.set(letter, String.fromCharCode(byte))
  const asBytes = (ngram: string): string => [...ngram].map((letter) => byteOf.get(letter) ?? letter).join('')
  const scores = Object.values(ngrams).map((it) => Object.entries(it))
  const first = new Uint32Array(scores.length + 1)
  for (const [i, { length }] of scores.entries()) first[i + 1] = first[i]! + length
  return {
    ...packTable('ngrams', Object.keys(ngrams).map(asBytes)),
    'ngrams.first': first,
    'ngrams.language': Uint8Array.from(scores.flat(), ([language]) => Number(language)),
    'ngrams.score': Uint8Array.from(scores.flat(), ([, score]) => score),
    languages: JSON.stringify(codes),
    sure: JSON.stringify(codes.map((code) => sure[code])),
    separators: separators.source,
  }
}
