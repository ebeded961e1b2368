import { xposAt, type Doc, type TokenRange } from '../../doc/index.js'

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
  yield { first: from, end }
}
