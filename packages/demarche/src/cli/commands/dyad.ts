import { defineCommand } from 'citty'
import { monthly, type Month } from '../../ledger/index.js'
import type { EntryRow, EventRow } from '../../spec/index.js'
import { printable } from '../cell.js'
import { EXIT, Usage } from '../exit.js'
import { idsFor, withStore } from '../store.js'
import { eventArgs, eventLine, printEvents, queryOf } from './events.js'

export default defineCommand({
  meta: {
    name: 'dyad',
    description: 'Prints the time line of two actors: events with the changes of their relations, and monthly counts by quad class.',
  },
  args: eventArgs,
  async run({ args }) {
    const [a, b, ...more] = args._
    if (a === undefined || b === undefined || more.length > 0) throw new Usage('name two actors: codes (ARM), ids (state:ARM) or names')
    return withStore(args.db, 'read', async (store) => {
      const pair = [await idsFor(store, a), await idsFor(store, b)] as const
      const query = queryOf(args)
      const events = (await store.events({ limit: 100_000, ...query, pair })).events.toReversed()
      if (args.csv) return printEvents(events, args)
      const entries = await store.entries(pair, query.knownAt)
      const months = monthly(events)
      process.stdout.write(
        args.json
          ? `${JSON.stringify({ pair: pair.map((ids) => ids[0] ?? null), events, entries, months })}\n`
          : printable(timeLine(events, entries, months)),
      )
      return events.length > 0 ? EXIT.ok : EXIT.nothing
    })
  },
})

function timeLine(events: readonly EventRow[], entries: readonly EntryRow[], months: readonly Month[]): string {
  const change = new Map<string, string[]>()
  for (const entry of entries)
    for (const id of entry.because.slice(0, 1)) change.set(id, [...(change.get(id) ?? []), `${entry.of}: ${entry.is}`])
  const lines = events.map((event) => `${eventLine(event)}${change.has(event.id) ? `\n    ⇒ ${change.get(event.id)!.join('; ')}` : ''}\n`)
  const counts = months.map(
    ({ month, quads, goldstein }) =>
      `${month}  ${quads.map((n) => String(n).padStart(4)).join('')}${goldstein === undefined ? '' : goldstein.toFixed(1).padStart(8)}\n`,
  )
  return `${lines.join('')}\nmonth     quad 1   2   3   4  goldstein\n${counts.join('')}`
}
