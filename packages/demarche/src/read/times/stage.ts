import { type Doc, stage, type Stage } from '../../doc/index.js'
import type { TimeRow } from '../../spec/index.js'
import type { Day } from '../../time/index.js'
import { readAtoms } from './atoms.js'
import { inferFrom } from './infer.js'
import type { TimesLexicon } from './lexicon.js'
import { matchAll } from './match.js'
import { compilePatterns, literalsOf } from './patterns.js'
import { createRefusal } from './refuse.js'
import { resolveAll } from './resolve.js'
import { createSymbols } from './symbols.js'
import { directions } from './tense.js'

const NEEDS = ['tokens', 'sentences', 'tags'] as const
type Needs = (typeof NEEDS)[number]

export interface Times {
  readonly stage: Stage
  /** The day of a document without one: the latest day that it looks back on. Undefined when it names no year. */
  inferDay(doc: Doc<'sentences'>): Day | undefined
}

/** Finds time expressions and what they mean (TIMEX3). Throws a `Problem` for a broken lexicon. */
export function createTimes(lexicon: TimesLexicon): Times {
  const symbols = createSymbols(lexicon, literalsOf(lexicon))
  const patterns = compilePatterns(lexicon, symbols)

  const read = (doc: Doc<'sentences'> & Partial<Doc<Needs>>, day: Day | undefined, told = false): readonly TimeRow[] => {
    const atoms = readAtoms(
      doc.text,
      doc.sentences.map(({ span }) => span),
      symbols,
    )
    const matches = matchAll(atoms, patterns, createRefusal(atoms, doc.text, symbols))
    return matches.length === 0 ? [] : resolveAll({ atoms, symbols, matches, day, ways: directions(atoms, symbols, doc), told })
  }
  const inferDay = (doc: Doc<'sentences'>): Day | undefined => inferFrom(read(doc, undefined, true))
  return {
    inferDay,
    stage: stage({
      name: 'times',
      needs: NEEDS,
      gives: ['times'],
      run: (doc) => ({ times: read(doc, doc.article.published?.day ?? inferDay(doc)) }),
    }),
  }
}
