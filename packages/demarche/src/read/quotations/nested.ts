import type { QuotationRow } from '../../spec/index.js'
import type { Span } from '../../text/index.js'

/** A quotation with what decides whether it is told when it stands inside another. */
export interface Made {
  readonly row: QuotationRow
  /** It is an act of saying in words ("said that …"), not an attitude ("wanted", "criticised"). */
  readonly said: boolean
}

interface Cover extends Span {
  readonly of: Made
}

/**
 * Leaves out what is part of somebody's own words: all that stands inside a direct quotation, and attitudes inside indirect speech ("said he hoped …"). The
 * speaker of the whole answers for both. Sayings inside indirect speech stay ("the paper reported that the minister had said …"). Linear in the spans.
 */
export function withoutNested(made: readonly Made[]): readonly Made[] {
  const covers: Cover[] = made
    .flatMap((of) => of.row.content.map(({ from, to }) => ({ from, to, of })))
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  const kept: Made[] = []
  const open: Cover[] = []
  let next = 0
  for (const it of made.toSorted((a, b) => anchor(a).from - anchor(b).from)) {
    const { from, to } = anchor(it)
    for (; next < covers.length && covers[next]!.from <= from; next++) {
      // Spans that ended before are done for good, as the anchors only go forward.
      while (open.length > 0 && open.at(-1)!.to <= covers[next]!.from) open.pop()
      open.push(covers[next]!)
    }
    while (open.length > 0 && open.at(-1)!.to <= from) open.pop()
    const around = open.filter((cover) => cover.of !== it && cover.from <= from && to <= cover.to)
    const inDirect = around.some(({ of }) => of.row.kind === 'direct')
    if (!inDirect && (around.length === 0 || it.said)) kept.push(it)
    // A pile of spans as deep as this is no text; the bound keeps the search linear.
    if (open.length > 32) open.splice(0, open.length - 32)
  }
  return kept
}

const anchor = ({ row }: Made): Span => row.cue ?? row.source ?? row.content[0]!
