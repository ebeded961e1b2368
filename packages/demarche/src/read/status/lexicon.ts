import type { Status } from '../../doc/index.js'

/** What a word makes of the act that depends on it; `same` leaves it as its surroundings have it. */
export type Effect = Status | 'same'

/** Where the act stands: `that`, `to`, `ing`, `thing`, `subject`, or a preposition; `-` for words that act on the word they belong to. */
export interface StatusEntry {
  readonly takes: readonly string[]
  /** The effect while the word itself holds, and while it is negated. */
  readonly holds: Effect
  readonly not: Effect
  /** The name of the reason, as `explain` shows it. */
  readonly why: string
}

export const KINDS = ['verb', 'noun', 'adjective', 'modal', 'adverb', 'determiner', 'before', 'quality', 'landmark'] as const
export type Kind = (typeof KINDS)[number]

/** The part `status` of the language bundle: by kind and word. */
export type StatusLexicon = Readonly<Record<Kind, Readonly<Record<string, readonly StatusEntry[]>>>>

/** The same as maps, made once: word → where the act stands → entry. */
export type Table = Readonly<Record<Kind, ReadonlyMap<string, ReadonlyMap<string, StatusEntry>>>>

export function tableOf(lexicon: StatusLexicon): Table {
  const of = (kind: Kind) =>
    new Map(
      Object.entries(lexicon[kind]).map(([word, entries]) => [
        word,
        new Map(entries.flatMap((entry) => entry.takes.map((take) => [take, entry] as const))),
      ]),
    )
  return {
    verb: of('verb'),
    noun: of('noun'),
    adjective: of('adjective'),
    modal: of('modal'),
    adverb: of('adverb'),
    determiner: of('determiner'),
    before: of('before'),
    quality: of('quality'),
    landmark: of('landmark'),
  }
}
