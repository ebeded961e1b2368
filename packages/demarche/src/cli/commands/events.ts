import { defineCommand } from 'citty'
import { type EventRow, STATUSES } from '../../spec/index.js'
import type { EventQuery } from '../../store/index.js'
import { csvLine } from '../../export/index.js'
import { printable } from '../cell.js'
import { EXIT, Usage } from '../exit.js'
import { eventLine } from '../look.js'
import { dayOption, typeOption } from '../options.js'
import { idsFor, lookArgs, withLook } from '../store.js'

/** Options that narrow down events; `dyad` has them too. */
export const eventArgs = {
  ...lookArgs,
  type: { type: 'string', description: 'PLOVER type, such as ASSAULT' },
  status: { type: 'string', description: 'actual, future, hypothetical or negated' },
  from: { type: 'string', description: 'first day', valueHint: 'DAY' },
  to: { type: 'string', description: 'last day', valueHint: 'DAY' },
  'known-at': { type: 'string', description: 'only what documents of that day and before it tell', valueHint: 'DAY' },
  limit: { type: 'string', description: 'at most this many, newest first (default 100)' },
  json: { type: 'boolean', description: 'as JSON' },
  csv: { type: 'boolean', description: 'as CSV' },
} as const

export default defineCommand({
  meta: { name: 'events', description: 'Looks events up in the ledger, newest first.' },
  args: {
    ...eventArgs,
    actor: { type: 'string', description: 'who takes part: a code, an id or a name' },
    with: { type: 'string', description: 'the other side of the pair that --actor begins' },
    place: { type: 'string', description: 'name or country of the place' },
    text: { type: 'string', description: 'words of the sentences; a phrase in quotes' },
  },
  async run({ args }) {
    if (args.with !== undefined && args.actor === undefined) throw new Usage('--with needs --actor')
    return withLook(args, async (store) => {
      const ids = args.actor === undefined ? undefined : await idsFor(store, args.actor)
      const others = args.with === undefined ? undefined : await idsFor(store, args.with)
      const query: EventQuery = {
        ...queryOf(args),
        ...(ids && others ? { pair: [ids, others] as const } : ids ? { actor: ids } : {}),
        ...(args.place === undefined ? {} : { place: args.place }),
        ...(args.text === undefined ? {} : { text: args.text }),
      }
      return printEvents((await store.events(query)).events, args)
    })
  },
})

type Narrow = { readonly [option in 'type' | 'status' | 'from' | 'to' | 'known-at' | 'limit']?: string | undefined }

/** The conditions of the shared options, checked. */
export function queryOf(args: Narrow): EventQuery {
  const from = dayOption('from', args.from)
  const to = dayOption('to', args.to)
  const knownAt = dayOption('known-at', args['known-at'])
  const limit = args.limit === undefined ? undefined : Number(args.limit)
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1)) throw new Usage(`--limit: “${args.limit}” is no whole number above 0`)
  if (args.status !== undefined && !(STATUSES as readonly string[]).includes(args.status))
    throw new Usage(`--status: “${args.status}” is none; there are ${STATUSES.join(', ')}`)
  const type = typeOption(args.type)
  return {
    ...(type === undefined ? {} : { type }),
    ...(args.status === undefined ? {} : { status: args.status }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(limit === undefined ? {} : { limit }),
  }
}

/** Prints events as a table, JSON or CSV, and returns the exit code. */
export function printEvents(
  events: readonly EventRow[],
  { json, csv }: { readonly json?: boolean | undefined; readonly csv?: boolean | undefined },
): number {
  process.stdout.write(
    json
      ? `${JSON.stringify({ events })}\n`
      : csv
        ? table(events)
        : events.map((event) => `${printable(eventLine(event))}\n`).join('') || 'no events\n',
  )
  return events.length > 0 ? EXIT.ok : EXIT.nothing
}

function table(events: readonly EventRow[]): string {
  const head = csvLine([
    'event',
    'from',
    'to',
    'basis',
    'type',
    'mode',
    'cameo',
    'quad',
    'goldstein',
    'status',
    'historical',
    'actors',
    'recipients',
    'place',
    'country',
    'figures',
    'reports',
    'known',
  ])
  return (
    head +
    events
      .map((it) =>
        csvLine([
          it.id,
          it.when.from,
          it.when.to,
          it.when.basis,
          it.type,
          it.mode,
          it.cameo,
          it.quad,
          it.goldstein,
          it.status,
          it.historical,
          it.actors.map(({ id }) => id).join(';'),
          it.recipients.map(({ id }) => id).join(';'),
          it.where?.name,
          it.where?.country,
          it.figures.map(({ kind, best, low, high }) => `${kind}:${best}:${low}..${high}`).join(';'),
          it.claims.length,
          it.known,
        ]),
      )
      .join('')
  )
}
