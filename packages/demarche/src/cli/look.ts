import { sidesOf } from '../ledger/index.js'
import type { EntryRow, EventRow, PartyRow } from '../spec/index.js'
import { toldDays } from '../time/index.js'
import { fit } from './cell.js'

/** Columns of a terminal; of a file or a pipe as many as a wide one has, so that lines can be searched. */
const width = (): number => Math.min(Math.max(process.stdout.columns ?? 140, 80), 160)

/** One event on one line: day, what, who, how often it is told, id. What did not simply happen says so. */
export function eventLine(event: EventRow): string {
  const kind = `${event.type ?? event.rule}${event.mode === undefined ? '' : ` ${event.mode}`}`
  const notes = [event.status === 'actual' ? '' : event.status, event.historical ? 'background' : ''].filter(Boolean).join(', ')
  const what = notes === '' ? kind : `${kind} (${notes})`
  const reports = `${event.claims.length} report${event.claims.length === 1 ? '' : 's'}`
  const left = width() - 15 - 28 - 10 - event.id.length - 8
  return `${fit(toldDays(event.when) ?? 'no day', 15)}  ${fit(what, 28)}  ${fit(whoOf(event), left)}  ${reports.padStart(10)}  ${event.id}`
}

/** Who did it to whom, with what it cost and where. */
function whoOf({ actors, recipients, figures, where }: EventRow): string {
  const names = (of: readonly PartyRow[]): string => of.map(({ name }) => name).join(', ')
  const who =
    recipients.length === 0
      ? actors.map(({ name }) => name).join(actors.length === 2 ? ' – ' : ', ')
      : actors.length === 0
        ? `→ ${names(recipients)}`
        : `${names(actors)} → ${names(recipients)}`
  const cost = figures.map(({ kind, best, low, high }) => `${kind} ${best}${low === high ? '' : ` (${low}–${high})`}`)
  return [who, ...cost, ...(where ? [`at ${where.name}`] : [])].join(' · ')
}

/** One entry on one line. Names stand for ids where they are known. */
export function entryLine(entry: EntryRow, nameOf: (id: string) => string = (id) => id): string {
  const sides = sidesOf(entry)
    .map(nameOf)
    .join(entry.between ? ' – ' : ' → ')
  const times = `${entry.since ?? '…'} to ${entry.until ?? 'now'}`
  const told =
    entry.because.length > 2 ? `${entry.because.slice(0, 2).join(', ')} and ${entry.because.length - 2} more` : entry.because.join(', ')
  const silent = entry.lapsed ? '; nothing told since' : ''
  const against = entry.contradictedBy ? `; ${entry.contradictedBy.join(', ')} says otherwise` : ''
  return `${fit(entry.of, 16)}  ${fit(entry.is, 12)}  ${fit(sides, 40)}  ${times.padEnd(24)}  ${told}${silent}${against}`
}

/** Names by id. */
export function namesOf(parties: readonly PartyRow[]): (id: string) => string {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
