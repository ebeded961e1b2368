import type { Part, Unit } from '../../time/index.js'
import type { Atoms } from './atoms.js'
import type { Match } from './match.js'
import { readCount, readOrdinal, readYear, type Count } from './numbers.js'
import type { Symbols } from './symbols.js'

/** The parts of a match, read through the lexicon. A part that is not there is undefined. */
export interface Parts {
  has(name: string): boolean
  words(name: string): readonly string[] | undefined
  value(name: string, ...classes: readonly string[]): string | undefined
  count(name: string): Count
  year(name: string): number | undefined
  ordinal(name: string): number | undefined
  unit(name: string): Unit | undefined
  readonly month: number | undefined
  readonly weekday: number | undefined
  readonly rel: number | undefined
  readonly yearRel: number | undefined
  readonly mod: Part | undefined
  /** “the” opens it: “the next day” is told from the story, “next week” from the document's day. */
  readonly the: boolean
}

const UNITS = ['UNIT', 'UNITS', 'QUARTER', 'QUARTERS', 'SECOND'] as const

export function partsOf(match: Match, atoms: Atoms, symbols: Symbols): Parts {
  const words = (name: string): readonly string[] | undefined => {
    const range = match.parts[name]
    return range && atoms.word.slice(range[0], range[1]).filter((word) => word !== ' ')
  }
  const value = (name: string, ...classes: readonly string[]): string | undefined => {
    for (const word of words(name) ?? []) {
      const found = symbols.value(word, ...classes)
      if (found !== undefined) return found
    }
    return undefined
  }
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
  return {
    has: (name) => match.parts[name] !== undefined,
    words,
    value,
    count: (name) => readCount(words(name) ?? [], symbols),
    year: (name) => {
      const found = words(name)
      return found && readYear(found, symbols)
    },
    ordinal: (name) => {
      const found = words(name)
      return (
        found &&
        readOrdinal(
          found.filter((word) => word !== '-'),
          symbols,
        )
      )
    },
    unit: (name) => value(name, ...UNITS) as Unit | undefined,
    month: number(value('month', 'MONTH')),
    weekday: number(value('weekday', 'WEEKDAY')),
    rel: number(value('rel', 'REL', 'RELREF', 'LATEST')),
    yearRel: number(value('yrel', 'REL')),
    mod: value('mod', 'MODA', 'MODN') as Part | undefined,
    the: /^the\b/.test(atoms.word[match.first] ?? ''),
  }
}
