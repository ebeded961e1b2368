import type { QuotationRow } from '../../spec/index.js'
import type { Span } from '../../text/index.js'

/** A quotation with what decides whether it is told when it stands inside another. */
export interface Made {
  readonly row: QuotationRow
  /** It is an act of saying in words ("said that …"), not an attitude ("wanted", "criticised"). */
  readonly said: boolean
  /** Its source is a pronoun of the first person, so that inside a quotation it is the speaker's own word. */
  readonly own?: boolean
}

interface Cover extends Span {
  readonly of: Made
}

/**
 * Leaves out what is part of somebody's own words: attitudes inside speech ("said he hoped …") and, inside a direct quotation, all that its speaker says of himself
 * ("I told them that …"). The speaker of the whole answers for both. Sayings of others stay ("the paper reported that the minister had said …", "“The president
 * told me that …,” the envoy said"). Linear in the spans.
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
    // A pile of spans as deep as this is no text; the bound keeps the search linear.
    if (open.length > 32) open.splice(0, open.length - 32)
    const around = open.filter((cover) => cover.of !== it && cover.from <= from && to <= cover.to)
    const direct = around.findLast(({ of }) => of.row.kind === 'direct')
    if (around.length > 0 && !it.said) continue
    const inner = direct ? within(it, direct) : it
    if (inner) kept.push(inner)
  }
  return kept
}

/** What a direct quotation reports of another's words: its content ends where the quotation does. Undefined for further direct speech, and where the source of one is not told, or both have the same. */
function within(it: Made, { from, to, of }: Cover): Made | undefined {
  const { row } = it
  if (!of.row.source || !row.source || it.own || row.kind !== 'indirect') return undefined
  const content = row.content
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.to > span.from)
  return content.length > 0 ? { ...it, row: { ...row, content } } : undefined
}

const anchor = ({ row }: Made): Span => row.cue ?? row.source ?? row.content[0]!
