import { stage, type Stage } from '../../doc/index.js'
import { BoundaryJudge, type BoundaryModel } from './boundary.js'
import { TokenColumns } from './columns.js'
import { gapsOf } from './gaps.js'
import { scan } from './scan.js'
import { split } from './sentences.js'

/** Finds tokens, sentences and paragraphs. Offsets are those of the text as given; nothing is ever changed in it. */
export function createTokens(model: BoundaryModel): Stage {
  const judge = new BoundaryJudge(model)
  return stage({
    name: 'tokens',
    needs: [],
    gives: ['tokens', 'sentences'],
    run({ text }) {
      const columns = new TokenColumns()
      scan(text, columns)
      const tokens = columns.done()
      const gaps = gapsOf(text, tokens.start, tokens.end, tokens.length)
      return { tokens, sentences: split(text, tokens, columns.kind, gaps, judge) }
    },
  })
}
