import { uposAt, wordAt, xposAt, type Doc, type TokenRange } from '../../doc/index.js'

type Read = Doc<'tokens' | 'tags'>

/** The longest dateline, in tokens. */
const LONGEST_DATELINE = 16

/**
 * Where the dateline of a sentence ends: `GENEVA, May 3 (Agency) -`. A dash within the first words ends one when a bracket stands right before it, or
 * when the place is written in capitals and no verb stands before the dash. `first` when there is none.
 */
export function datelineEnd(doc: Read, { first, end }: TokenRange): number {
  for (let i = first + 1; i < Math.min(end - 1, first + LONGEST_DATELINE); i++) {
    if (uposAt(doc.tags, i) === 'VERB') return first
    if (!/^(?:-{1,2}|–|—)$/.test(wordAt(doc, i)) || doc.tokens.end[i - 1] === doc.tokens.start[i]) continue
    const capitals = /^\p{Lu}{3,}$/u.test(wordAt(doc, first)) && i > first
    return capitals || wordAt(doc, i - 1) === ')' ? i + 1 : first
  }
  return first
}

/** Cuts a range of tokens into pieces of at most `longest`, after punctuation where there is some in the second half of a piece. */
export function* windowsOf({ tags }: Doc<'tags'>, { first, end }: TokenRange, longest: number): Generator<TokenRange> {
  let from = first
  while (end - from > longest) {
    let to = from + longest
    while (to > from + longest / 2 && !/^[,.:]$/.test(xposAt(tags, to - 1))) to--
    if (to <= from + longest / 2) to = from + longest
    yield { first: from, end: to }
    from = to
  }
  if (from < end) yield { first: from, end }
}
