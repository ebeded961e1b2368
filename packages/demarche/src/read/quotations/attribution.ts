import type { Doc } from '../../doc/index.js'
import type { QuotationRow } from '../../spec/index.js'
import type { Span } from '../../text/index.js'

/** One link of a chain: who or what says it. */
export interface Attribution {
  readonly span: Span
  readonly actor?: string
  readonly medium?: string
}

interface Cover extends Span {
  readonly row: QuotationRow
  readonly width: number
}

/**
 * Makes the look-up of who says what a token tells, the outermost first; empty when the article itself says it. Made once a document: a look-up is a search by
 * halves and a walk over the quotations that hold the token.
 */
export function attributions(doc: Doc<'tokens' | 'quotations'>): (token: number) => readonly Attribution[] {
  const covers: Cover[] = doc.quotations
    .flatMap((row) =>
      row.content.map(({ from, to }) => ({ from, to, row, width: row.content.reduce((sum, it) => sum + it.to - it.from, 0) })),
    )
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  // The quotation around each one, so that the walk goes outwards only.
  const around = new Int32Array(covers.length).fill(-1)
  const open: number[] = []
  for (let i = 0; i < covers.length; i++) {
    while (open.length > 0 && covers[open.at(-1)!]!.to < covers[i]!.to) open.pop()
    around[i] = open.at(-1) ?? -1
    open.push(i)
  }
  return (token) => {
    const at = doc.tokens.start[token]!
    const chain: Cover[] = []
    for (let i = lastFrom(covers, at); i >= 0; i = around[i]!) if (covers[i]!.to > at) chain.push(covers[i]!)
    return chain.toSorted((a, b) => b.width - a.width || a.from - b.from).flatMap(({ row }) => link(row))
  }
}

function link({ source, speaker, medium }: QuotationRow): Attribution[] {
  return source ? [{ span: source, ...(speaker === undefined ? {} : { actor: speaker }), ...(medium === undefined ? {} : { medium }) }] : []
}

/** The last span that begins at or before `at`, or -1. */
function lastFrom(covers: readonly Cover[], at: number): number {
  let low = 0
  let high = covers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (covers[middle]!.from <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
