import { uposAt, wordAt, xposAt, type Doc, type Sentence, type TokenRange } from '../../doc/index.js'

type Read = Doc<'tokens' | 'tags'>
type SentenceKind = Sentence['kind']

/** The longest dateline, in tokens. */
const LONGEST_DATELINE = 16

/**
 * Where the dateline of a sentence ends: `GENEVA, May 3 (Agency) -`. A dash within the first words ends one when a bracket stands right before it, or
 * when the place is written in capitals and no verb stands before the dash; a colon ends one when only names and numbers stand before it and a clause of
 * prose after it. `first` when there is none.
 */
export function datelineEnd(doc: Read, { first, end }: TokenRange, kind: SentenceKind = 'prose'): number {
  const colon = kind === 'prose' ? colonAfterNames(doc, first, end) : first
  if (colon > first) return colon
  for (let i = first + 1; i < Math.min(end - 1, first + LONGEST_DATELINE); i++) {
    if (uposAt(doc.tags, i) === 'VERB') return first
    if (!/^(?:-{1,2}|–|—)$/.test(wordAt(doc, i)) || doc.tokens.end[i - 1] === doc.tokens.start[i]) continue
    const capitals = /^\p{Lu}{3,}$/u.test(wordAt(doc, first)) && i > first
    return capitals || wordAt(doc, i - 1) === ')' ? i + 1 : first
  }
  return first
}

/** Words after a colon that make a clause of prose. */
const CLAUSE = 8

/** "New Delhi, May 3 (Agency): The …": the end of names and numbers that a colon closes; `first` when there are none. */
function colonAfterNames(doc: Read, first: number, end: number): number {
  for (let i = first; i < Math.min(end - CLAUSE, first + LONGEST_DATELINE); i++) {
    const word = wordAt(doc, i)
    if (word === ':' && i > first) {
      for (let k = i + 1; k < end; k++) if (uposAt(doc.tags, k) === 'VERB') return i + 1
      return first
    }
    const named =
      uposAt(doc.tags, i) === 'PROPN' || uposAt(doc.tags, i) === 'NUM' || /^[,.()]$/.test(word) || xposAt(doc.tags, i).startsWith('NNP')
    if (!named) return first
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
