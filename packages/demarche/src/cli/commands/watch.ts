import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { bundlePart } from '../../bundle.js'
import type { RuleBook } from '../../coding/index.js'
import { checkedAddress } from '../../ingest/index.js'
import { STATUSES } from '../../spec/index.js'
import { isSecret, secretOf, type Filters, type NewWatch, type Watch, type Watches } from '../../watch/index.js'
import { printable } from '../cell.js'
import { isAddress } from '../cluster.js'
import { EXIT, Usage } from '../exit.js'
import { dayOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'
import { deliverAll, deliveredLine, watchArgs, withWatches } from '../watches.js'

const VERBS = ['add', 'list', 'remove', 'deliver', 'log', 'retry'] as const
const PATIENCE = 60_000

export default defineCommand({
  meta: {
    name: 'watch',
    description:
      'Saved queries and webhooks: `add NAME` saves the filters and, with --to, posts what is new or changed; `list`, `remove NAME`, `deliver [NAME]` posts what waits, `log NAME`, `retry NAME` sends again what was given up.',
  },
  args: {
    ...storeArgs,
    ...watchArgs,
    to: { type: 'string', description: 'post changes to this address, as JSON with a signature', valueHint: 'URL' },
    actor: { type: 'string', description: 'who takes part: a code, an id or a name' },
    with: { type: 'string', description: 'the other side of the pair that --actor begins' },
    type: { type: 'string', description: 'PLOVER type, such as ASSAULT' },
    status: { type: 'string', description: STATUSES.join(', ') },
    from: { type: 'string', description: 'first day', valueHint: 'DAY' },
    until: { type: 'string', description: 'last day', valueHint: 'DAY' },
    place: { type: 'string', description: 'name or country of the place' },
    text: { type: 'string', description: 'words of the sentences; a phrase in quotes' },
    historical: { type: 'string', description: 'told only as background, or as news', valueHint: 'true|false' },
    all: { type: 'boolean', description: 'post the events that are there already too' },
    'allow-private': { type: 'boolean', description: 'let the address be one of this machine or its network' },
    'secret-file': {
      type: 'string',
      description: 'a file with the secret (whsec_…); without it one is made and printed',
      valueHint: 'FILE',
    },
    json: { type: 'boolean', description: 'list and log as JSON' },
  },
  async run({ args }) {
    const [verb, name, ...more] = args._
    if (!VERBS.includes(verb as (typeof VERBS)[number])) throw new Usage(`watch: “${verb ?? ''}” is none of ${VERBS.join(', ')}`)
    if (name === undefined && verb !== 'list' && verb !== 'deliver') throw new Usage(`watch ${verb}: say a NAME`)
    if (more.length > 0) throw new Usage(`watch ${verb}: “${more.join(' ')}” is one name too many`)
    if (verb === 'add') return add(args, newWatch(name!, args))
    return withWatches(args, verb === 'list' || verb === 'log' ? 'read' : 'write', async (watches) => {
      const found = name === undefined ? undefined : watches.get(name)
      if (name !== undefined && !found) throw new Usage(`watch ${verb}: there is no watch “${name}”; \`demarche watch list\` lists them`)
      if (verb === 'list') return say(watches.list(), (it) => line(it, watches), args.json)
      if (verb === 'log') return log(watches, found!, args.json)
      if (verb === 'remove') return watches.remove(name!) ? EXIT.ok : EXIT.nothing
      if (verb === 'retry') process.stderr.write(`demarche: ${watches.retry(found!.n)} message(s) wait again\n`)
      return withStore(args.db, 'read', async (store) => {
        const done = await deliverAll(store, watches, { patience: PATIENCE, ...(name === undefined ? {} : { name }) })
        process.stderr.write(`demarche: ${deliveredLine(done) ?? 'webhooks: nothing to deliver'}\n`)
        return done.failed + done.waiting > 0 ? EXIT.some : EXIT.ok
      })
    })
  },
})

type Options = Readonly<Record<string, unknown>> & { readonly db: string; readonly watches?: string | undefined }

/** Saves a watch. What is in the ledger already is taken as known, unless all is asked for. */
async function add(args: Options, watch: NewWatch): Promise<number> {
  const isNew = !isAddress(args.db) && !existsSync(args.db)
  const save = (watches: Watches, all: boolean): Watch => {
    watches.add({ ...watch, all })
    return watches.get(watch.name)!
  }
  await withWatches(args, 'write', async (watches) => {
    // A ledger that is not there yet has nothing that is known.
    if (isNew || watch.all || watch.address === undefined) return void save(watches, true)
    await withStore(args.db, 'read', async (store) => {
      const { name } = save(watches, false)
      await deliverAll(store, watches, { patience: 0, name })
    })
  })
  if (watch.address !== undefined && args['secret-file'] === undefined) process.stdout.write(`${watch.secret}\n`)
  return EXIT.ok
}

function newWatch(name: string, args: Options): NewWatch {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name))
    throw new Usage(
      `watch add: “${name}” is no name; take up to 64 letters, digits, dots, hyphens and underscores, a letter or digit first`,
    )
  const to = args['to'] as string | undefined
  const allowPrivate = args['allow-private'] === true
  return {
    name,
    filters: filtersOf(args),
    ...(to === undefined ? {} : { address: checkedAddress(to, undefined, allowPrivate).href }),
    secret: secretIn(args['secret-file'] as string | undefined),
    allowPrivate,
    all: args['all'] === true,
  }
}

function secretIn(path: string | undefined): string {
  if (path === undefined) return secretOf(randomBytes(32))
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch {
    throw new Usage(`--secret-file: “${path}” cannot be read`)
  }
  if (!isSecret(text)) throw new Usage(`--secret-file: “${path}” holds no secret; write whsec_ and 24 to 64 bytes in Base64`)
  return text
}

function filtersOf(args: Options): Filters {
  const given = (option: string): string | undefined => args[option] as string | undefined
  const [type, status, historical] = [given('type')?.toUpperCase(), given('status'), given('historical')]
  if (given('with') !== undefined && given('actor') === undefined) throw new Usage('--with needs --actor')
  const types = type === undefined ? [] : Object.keys((bundlePart('rules') as RuleBook).schemes.plover.types)
  if (type !== undefined && !types.includes(type)) throw new Usage(`--type: “${type}” is none of ${types.join(', ')}`)
  if (status !== undefined && !(STATUSES as readonly string[]).includes(status))
    throw new Usage(`--status: “${status}” is none of ${STATUSES.join(', ')}`)
  if (historical !== undefined && historical !== 'true' && historical !== 'false')
    throw new Usage(`--historical: “${historical}” is neither true nor false`)
  const all = {
    actor: given('actor'),
    with: given('with'),
    type,
    status,
    from: dayOption('from', given('from')),
    to: dayOption('until', given('until')),
    place: given('place'),
    text: given('text'),
    historical: historical === undefined ? undefined : historical === 'true',
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Filters
}

function say<T>(all: readonly T[], print: (it: T) => unknown, json: boolean | undefined): number {
  process.stdout.write(all.map((it) => (json ? `${JSON.stringify(print(it))}\n` : `${printable(text(print(it)))}\n`)).join(''))
  return all.length > 0 ? EXIT.ok : EXIT.nothing
}

const text = (row: unknown): string =>
  Object.values(row as object)
    .map((it: unknown) => (typeof it === 'object' && it !== null ? JSON.stringify(it) : String(it)))
    .join('  ')

/** A watch as it is listed: without its secret. */
const line = ({ n, name, filters, address }: Watch, watches: Watches): unknown => ({
  name,
  filters,
  ...(address === undefined ? {} : { to: address, waiting: watches.count(n, 'waiting'), failed: watches.count(n, 'failed') }),
})

const log = (watches: Watches, { n }: Watch, json: boolean | undefined): number => say(watches.log(n, 1000), (it) => it, json)
