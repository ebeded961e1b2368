import type { ClaimRow, DocumentRow } from 'demarche/spec'

export interface Marked {
  readonly from: number
  readonly to: number
  /** Name of the field, as `text.fields` has it. */
  readonly field: string
  /** What it was resolved to. */
  readonly as?: string | undefined
}

/** Every span of a claim with its field; the claim's evidence in characters. */
export function fieldsOf(claim: ClaimRow, row: DocumentRow): Marked[] {
  const names = new Map(row.actors.map(({ id, name }) => [id, name]))
  const actor = (id: string | undefined, country?: string): string | undefined => (id === undefined ? country : (names.get(id) ?? id))
  const place = claim.where === undefined ? undefined : row.places[claim.where.place]
  const { when } = claim
  const found: (Marked | undefined)[] = [
    { ...claim.trigger, field: 'trigger', as: `${claim.type ?? claim.rule}${claim.mode === undefined ? '' : ` · ${claim.mode}`}` },
    ...claim.actors.map((it) => ({ ...it.span, field: 'actor', as: actor(it.actor, it.country) })),
    ...claim.recipients.map((it) => ({ ...it.span, field: 'recipient', as: actor(it.actor, it.country) })),
    ...(claim.others ?? []).map((it) => ({
      ...it.span,
      field: 'other',
      as: `${it.role}${it.actor === undefined ? '' : `: ${actor(it.actor) ?? ''}`}`,
    })),
    when.span && { ...when.span, field: 'when', as: when.from === when.to ? when.from : `${when.from ?? '…'} – ${when.to ?? '…'}` },
    place && { ...place.span, field: 'where', as: `${place.name}${place.country === undefined ? '' : `, ${place.country}`}` },
    ...(claim.figures ?? []).map((it) => ({
      ...it.span,
      field: 'figure',
      as: `${it.kind}: ${it.min === it.max || it.max === null ? (it.min ?? '?') : `${it.min ?? '?'}–${it.max}`}`,
    })),
    ...claim.attribution.map((it) => ({
      ...it.span,
      field: 'attribution',
      as: [actor(it.actor), it.medium].filter(Boolean).join(', ') || undefined,
    })),
  ]
  return found.filter((it) => it !== undefined)
}

export interface Piece {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Spans that cover the whole piece. */
  readonly covered: readonly number[]
}

/** A text cut at the ends of all spans, so that each piece lies wholly inside or outside of each. One pass over sorted ends. */
export function cut(text: string, spans: readonly { readonly from: number; readonly to: number }[]): Piece[] {
  const ends = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])]
    .filter((it) => it >= 0 && it <= text.length)
    .sort((a, b) => a - b)
  const starting = spans.map((span, i) => ({ ...span, i })).sort((a, b) => a.from - b.from)
  let open: { from: number; to: number; i: number }[] = []
  let next = 0
  const pieces: Piece[] = []
  for (let k = 0; k + 1 < ends.length; k++) {
    const [from, to] = [ends[k]!, ends[k + 1]!]
    open = open.filter((it) => it.to > from)
    while (next < starting.length && starting[next]!.from <= from) {
      if (starting[next]!.to > from) open.push(starting[next]!)
      next++
    }
    pieces.push({ from, to, text: text.slice(from, to), covered: open.map(({ i }) => i) })
  }
  return pieces
}
