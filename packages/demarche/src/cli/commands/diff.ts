import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import type { EventRow } from '../../spec/index.js'
import { changesBetween, type Compared } from '../../story/index.js'
import { isDay } from '../../time/index.js'
import { printable } from '../cell.js'
import { EXIT, Usage } from '../exit.js'
import { storeArgs, withStore } from '../store.js'
import { eventLine } from '../look.js'

export default defineCommand({
  meta: {
    name: 'diff',
    description: 'Says what changed between two releases (folders with events.jsonl, or ledgers) or two days of knowledge of one ledger.',
  },
  args: { ...storeArgs, json: { type: 'boolean', description: 'as JSON' } },
  async run({ args }) {
    const [a, b, ...more] = args._
    if (a === undefined || b === undefined || more.length > 0) throw new Usage('name two releases or two days')
    const [before, after] = [await eventsOf(a, args.db), await eventsOf(b, args.db)]
    const changes = changesBetween(before, after)
    process.stdout.write(args.json ? `${JSON.stringify(changes)}\n` : page(changes))
    return changes.added.length + changes.removed.length + changes.changed.length > 0 ? EXIT.ok : EXIT.nothing
  },
})

/** The events of a day of knowledge, a folder of a release, or another ledger. */
async function eventsOf(name: string, db: string): Promise<EventRow[]> {
  if (isDay(name)) return withStore(db, 'read', (store) => all(store.allEvents(name)))
  if (!existsSync(name)) throw new Usage(`“${name}” is no day, no folder and no ledger`)
  if (!statSync(name).isDirectory()) return withStore(name, 'read', (store) => all(store.allEvents()))
  const file = join(name, 'events.jsonl')
  if (!existsSync(file)) throw new Usage(`${name} has no events.jsonl; export it with --format jsonl`)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as EventRow)
}

async function all(events: AsyncIterable<EventRow>): Promise<EventRow[]> {
  const found: EventRow[] = []
  for await (const event of events) found.push(event)
  return found
}

const page = ({ added, removed, changed }: Compared): string =>
  printable(
    [
      ...added.map((it) => `+ ${eventLine(it)}`),
      ...removed.map((it) => `- ${eventLine(it)}`),
      ...changed.map(({ event, fields }) => `~ ${eventLine(event)}  (${fields.join(', ')})`),
      `${added.length} added, ${removed.length} removed, ${changed.length} changed`,
      '',
    ].join('\n'),
  )
