/** A word or phrase of `times.words.tsv` in one of its classes. */
export interface WordEntry {
  readonly class: string
  readonly value: string
  /** Lower case, words parted by one space. */
  readonly words: string
}

/** One line of `times.patterns`, macros still in it. */
export interface PatternEntry {
  readonly kind: string
  readonly pattern: string
}

/** The compiled lexicon of times: `bundle/times.json`. */
export interface TimesLexicon {
  readonly words: readonly WordEntry[]
  readonly macros: Readonly<Record<string, string>>
  readonly patterns: readonly PatternEntry[]
}
