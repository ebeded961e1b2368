import { stage, type Stage } from '../../doc/index.js'
import type { ArticleRow } from '../../spec/index.js'
import { byPosition } from '../../text/index.js'
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
    run({ article, text: given }) {
      const text = visible(given, article.removed)
      const columns = new TokenColumns()
      scan(text, columns)
      const tokens = columns.done()
      const gaps = gapsOf(text, tokens.start, tokens.end, tokens.length)
      return { tokens, sentences: split(text, tokens, columns.kind, gaps, judge) }
    },
  })
}

/** The text with what was removed from the article blanked: the same length, so that no offset moves, and an end of paragraph in its place. */
export function visible(text: string, removed: ArticleRow['removed']): string {
  if (removed.length === 0) return text
  const parts: string[] = []
  let at = 0
  for (const { span } of removed.toSorted((a, b) => byPosition(a.span, b.span))) {
    if (span.to <= at) continue
    const from = Math.max(span.from, at)
    parts.push(text.slice(at, from), '\n'.repeat(span.to - from))
    at = span.to
  }
  return parts.join('') + text.slice(at)
}
