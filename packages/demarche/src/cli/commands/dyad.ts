import { defineCommand } from 'citty'
import { monthly, type Month } from '../../ledger/index.js'
import type { EntryRow, EventRow } from '../../spec/index.js'
import { printable } from '../cell.js'
import { EXIT, Usage } from '../exit.js'
import { eventLine } from '../look.js'
import { idsFor, withLook } from '../store.js'
import { eventArgs, printEvents, queryOf } from './events.js'

export default defineCommand({
  meta: {
    name: 'dyad',
    description: 'Prints the time line of two actors: events with the changes of their relations, and monthly counts by quad class.',
  },
  args: eventArgs,
  async run({ args }) {
    const [a, b, ...more] = args._
    if (a === undefined || b === undefined || more.length > 0) throw new Usage('name two actors: codes (ARM), ids (state:ARM) or names')
    return withLook(args, async (store) => {
      const pair = [await idsFor(store, a), await idsFor(store, b)] as const
      const unknown = [a, b].filter((_, i) => pair[i]!.length === 0)
      if (unknown.length > 0) {
        process.stderr.write(`demarche: the ledger knows nobody called ${unknown.map((it) => `“${it}”`).join(', ')}\n`)
        if (!args.json && !args.csv) return EXIT.nothing
      }
      const query = queryOf(args)
      const events = (await store.events({ limit: 100_000, ...query, pair })).events.toReversed()
      if (args.csv) return printEvents(events, args)
      const entries = await store.entries(pair, query.knownAt)
      const months = monthly(events)
      process.stdout.write(
        args.json
          ? `${JSON.stringify({ pair: pair.map((ids) => ids[0] ?? null), events, entries, months })}\n`
          : printable(events.length === 0 ? 'no events\n' : timeLine(events, entries, months)),
      )
      return events.length > 0 ? EXIT.ok : EXIT.nothing
    })
  },
})

function timeLine(events: readonly EventRow[], entries: readonly EntryRow[], months: readonly Month[]): string {
  const change = new Map<string, string[]>()
  for (const entry of entries)
    for (const id of entry.because.slice(0, 1)) change.set(id, [...(change.get(id) ?? []), `${entry.of}: ${entry.is}`])
  const lines = events.map(
    (event) => `${eventLine(event)}${change.has(event.id) ? `\n            ⇒ ${change.get(event.id)!.join('; ')}` : ''}\n`,
  )
  const most = Math.max(1, ...months.map(({ quads }) => quads[0] + quads[1] + quads[2] + quads[3]))
  const bar = (n: number, sign: string): string => sign.repeat(Math.ceil((n * 20) / most))
  const counts = months.map(
    ({ month, quads: [talk, help, words, force], goldstein }) =>
      `${month}  ${[talk, help, words, force].map((n) => String(n || '·').padStart(6)).join('')}  ${(goldstein?.toFixed(1) ?? '').padStart(9)}  ${bar(talk + help, '+')}${bar(words + force, '-')}\n`,
  )
  return `${lines.join('')}\nmonth     verbal  help blame force  Goldstein  cooperation + conflict -\n${counts.join('')}`
}
