import type { EntryRow, EventRow } from '../spec/index.js'
import { byCodeUnit } from '../text/index.js'
import { addDays, type Day } from '../time/index.js'
import { changesOf, type Change, type Effects } from './effects.js'
import { KINDS } from './kinds.js'

/** Events in the order in which they change relations: by the day from which the change is certain, then id. */
interface Dated {
  readonly change: Change
  readonly since: Day | null
  readonly until: Day | null
}

/**
 * The ledger: a pure fold over events, whatever their order. A state opens on the first day of its act's interval; what closes one ("truce", "lifted") holds
 * from the interval's last day on, for only then is it certain. A later change of the same relation ends the entry on the day before. Changes of one
 * day that contradict each other all stand, each naming the others; the one that is told by more claims comes last and holds. What lapses ends when nothing was told of it for
 * so long. `only` restricts the fold to some relations.
 */
export function fold(events: readonly EventRow[], effects: Effects, only: (change: Change) => boolean = () => true): EntryRow[] {
  const relations = new Map<string, Dated[]>()
  for (const event of events) {
    for (const change of changesOf(event, effects).filter(only)) {
      const key = `${change.of}|${change.sides.map(([, id]) => id).join('|')}`
      const dated = date(change)
      const there = relations.get(key)
      if (there) there.push(dated)
      else relations.set(key, [dated])
    }
  }
  return [...relations]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, changes]) => {
      const ordered = changes.toSorted(byTime)
      return KINDS[ordered[0]!.change.of]!.shape === 'interval'
        ? ordered.map(({ change, since, until }) => entryOf(change, since, until, [change.event]))
        : intervals(ordered)
    })
}

function date(change: Change): Dated {
  const { from, to, basis } = change.event.when
  const kind = KINDS[change.of]!
  if (kind.shape === 'interval') return { change, since: from ?? null, until: from !== to && basis === 'stated' ? (to ?? null) : null }
  return { change, since: (kind.closing.includes(change.is) ? to : from) ?? null, until: null }
}

const closes = ({ change }: Dated): boolean => KINDS[change.of]!.closing.includes(change.is)

// Of changes of one day that are told equally often, what ends a state comes after what opens it: a truce ends the fighting of its day.
const byTime = (a: Dated, b: Dated): number =>
  byCodeUnit(a.since ?? '', b.since ?? '') ||
  a.change.event.claims.length - b.change.event.claims.length ||
  Number(closes(a)) - Number(closes(b)) ||
  byCodeUnit(a.change.event.id, b.change.event.id)

interface Open {
  readonly change: Change
  readonly since: Day | null
  readonly events: EventRow[]
  readonly contradicted: string[]
  /** The last day on which it is known to hold where nothing more is told; none where it holds until something changes it. */
  holds: Day | undefined
}

function intervals(ordered: readonly Dated[]): EntryRow[] {
  const entries: EntryRow[] = []
  let open: Open | undefined
  const close = (until: Day | null): void => {
    if (open === undefined) return
    const { change, since, events, contradicted, holds } = open
    const lapsed = holds !== undefined && (until === null || holds < until)
    entries.push(entryOf(change, since, lapsed ? holds : until, events, contradicted, lapsed))
  }
  for (const { change, since } of ordered) {
    const silent: boolean = open?.holds !== undefined && since !== null && open.holds < since
    if (open?.change.is === change.is && !silent) {
      open.events.push(change.event)
      open.holds = later(open.holds, heldUntil(change))
      continue
    }
    const clash: boolean = open !== undefined && open.since === since
    const contradicted: string[] = clash ? open!.events.map(({ id }) => id) : []
    if (clash) open!.contradicted.push(change.event.id)
    close(since === null || silent ? null : clash ? since : addDays(since, -1))
    open = { since, events: [change.event], change, contradicted, holds: heldUntil(change) }
  }
  close(null)
  return entries
}

/** The day up to which what an event says is taken to hold; none for one without a day, or of a rule that does not lapse. */
function heldUntil({ lapses, event: { when } }: Change): Day | undefined {
  const last = when.to ?? when.from
  return lapses === undefined || last === undefined ? undefined : addDays(last, lapses)
}

/** The later of two days; a value that is told once for good does not lapse. */
const later = (a: Day | undefined, b: Day | undefined): Day | undefined => (a === undefined || b === undefined ? undefined : a > b ? a : b)

function entryOf(
  { of, sides, is, event }: Change,
  since: Day | null,
  until: Day | null,
  events: readonly EventRow[],
  contradicted: readonly string[] = [],
  lapsed = false,
): EntryRow {
  const between = sides.filter(([side]) => side === 'between').map(([, id]) => id)
  const broker = event.others.filter(({ role }) => role === 'mediator').map(({ id }) => id)
  return {
    of,
    ...(between.length > 0 ? { between } : Object.fromEntries(sides)),
    ...(between.length > 0 && broker.length > 0 ? { broker } : {}),
    is,
    since,
    until,
    basis: event.when.basis,
    because: events.map(({ id }) => id),
    ...(contradicted.length > 0 ? { contradictedBy: [...contradicted] } : {}),
    ...(lapsed ? { lapsed } : {}),
  }
}
