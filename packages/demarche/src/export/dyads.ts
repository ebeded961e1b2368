import type { EventRow, PartyRow } from '../spec/index.js'

/** An event as older formats have it: one actor, one recipient. */
export interface Dyad {
  readonly event: EventRow
  readonly actor: PartyRow | undefined
  readonly recipient: PartyRow | undefined
  /** Number of the dyad in its event, from 0. */
  readonly number: number
}

/**
 * The pairs that one-actor formats need: each actor with each recipient; where several act alike and no recipient is named, each with each other, both ways.
 * Only these formats expand: a release in our own columns keeps an event one row.
 */
export function dyadsOf(event: EventRow): Dyad[] {
  const { actors, recipients } = event
  const mutual = recipients.length === 0 && actors.length > 1
  const left: readonly (PartyRow | undefined)[] = actors.length > 0 ? actors : [undefined]
  const right: readonly (PartyRow | undefined)[] = mutual ? actors : recipients.length > 0 ? recipients : [undefined]
  return left
    .flatMap((actor) =>
      right.filter((recipient) => recipient === undefined || recipient.id !== actor?.id).map((recipient) => ({ actor, recipient })),
    )
    .map((pair, number) => ({ event, ...pair, number }))
}

/** Events that formats without a status can carry: what happened, with a type of the scheme. */
export const carried = (events: readonly EventRow[]): EventRow[] =>
  events.filter(({ type, status, cameo }) => type !== null && cameo !== undefined && status === 'actual')
