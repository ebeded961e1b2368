import { readFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import type { ClaimRow } from '../../spec/index.js'
import type { Store } from '../../store/index.js'
import { correctionId, readCorrection, type Correction } from '../../story/index.js'
import { EXIT, Usage } from '../exit.js'
import { dayOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'correct',
    description:
      'Corrects a claim by hand, or takes in a log of corrections. Prints the log line; it survives re-coding and can be shared.',
  },
  args: {
    ...storeArgs,
    who: { type: 'string', description: 'who says so' },
    why: { type: 'string', description: 'why' },
    document: { type: 'string', description: 'the document of the claim, where its id alone is not unique' },
    type: { type: 'string', description: 'the right PLOVER type' },
    mode: { type: 'string', description: 'the right mode' },
    cameo: { type: 'string', description: 'the right CAMEO code' },
    status: { type: 'string', description: 'actual, future, hypothetical or negated' },
    day: { type: 'string', description: 'the right day, or first..last' },
    actors: { type: 'string', description: 'ids of the right actors, separated by commas' },
    recipients: { type: 'string', description: 'ids of the right recipients, separated by commas' },
    place: { type: 'string', description: 'the right place: a name, or NAME,COUNTRY', valueHint: 'NAME' },
    'no-event': { type: 'boolean', description: 'this is no event' },
    merge: { type: 'string', description: 'a label: claims of one label are one event' },
    split: { type: 'string', description: 'a label: claims of different labels are different events' },
    undo: { type: 'string', description: 'id of a correction that no longer counts' },
    log: { type: 'string', description: 'a file of log lines to take in', valueHint: 'FILE' },
    list: { type: 'boolean', description: 'prints the log' },
  },
  run: ({ args }) =>
    withStore(args.db, args.list ? 'read' : 'write', async (store) => {
      if (args.list) return say(await store.corrections())
      const lines = args.log === undefined ? [JSON.stringify(await fromOptions(store, args))] : readLog(args.log)
      for (const line of lines) await store.correct(line)
      await store.settle()
      return say(lines)
    }),
})

function say(lines: readonly string[]): number {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  return lines.length > 0 ? EXIT.ok : EXIT.nothing
}

/** All lines are checked before the first is taken in. */
function readLog(path: string): string[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  for (const [i, line] of lines.entries()) readCorrection(line, i + 1)
  return lines
}

type Options = Readonly<Record<string, unknown>> & { readonly _: readonly string[] }

async function fromOptions(store: Store, args: Options): Promise<Correction> {
  const [id] = args._
  const text = (name: string): string | undefined => (typeof args[name] === 'string' ? args[name] : undefined)
  const who = text('who')
  const why = text('why')
  if (who === undefined || why === undefined) throw new Usage('--who and --why are needed: the log must say who corrected what, and why')
  const undo = text('undo')
  const found = await (undo === undefined ? claimOf(store, id, text('document')) : undone(store, undo))
  const rest = {
    who,
    why,
    when: new Date().toISOString(),
    document: found.document,
    trigger: found.trigger,
    ...(undo === undefined ? { change: changeOf(args, text) } : { undo }),
  }
  return { id: correctionId(rest), ...rest }
}

function changeOf(args: Options, text: (name: string) => string | undefined): NonNullable<Correction['change']> {
  const list = (name: string): string[] | undefined =>
    text(name)
      ?.split(',')
      .map((it) => it.trim())
  const [from, to = from] = text('day')?.split('..') ?? []
  const day = from === undefined || to === undefined ? undefined : { from: dayOption('day', from)!, to: dayOption('day', to)! }
  const [place, country] = list('place') ?? []
  const status = text('status') as NonNullable<Correction['change']>['status']
  const change = {
    type: text('type')?.toUpperCase(),
    mode: text('mode'),
    cameo: text('cameo'),
    status,
    day,
    actors: list('actors'),
    recipients: list('recipients'),
    place: place === undefined ? undefined : { name: place, ...(country === undefined ? {} : { country: country.toUpperCase() }) },
    // Whoever reads the line takes `--no-event` for the denial of `--event`.
    noEvent: args['event'] === false ? (true as const) : undefined,
    merge: text('merge'),
    split: text('split'),
  }
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(said).length === 0)
    throw new Usage('say what is right: --type, --status, --day, --actors, --recipients, --place, --no-event, --merge, --split …')
  return said
}

type Place = { document: string; trigger: ClaimRow['trigger'] }

async function claimOf(store: Store, id: string | undefined, document: string | undefined): Promise<Place> {
  if (id === undefined) throw new Usage('name the claim: its id, as `demarche code` and `demarche explain` print it')
  const home = document ?? (await store.eventOfClaim(id))?.claims.find((it) => it.id === id)?.document
  const claim = home === undefined ? undefined : (await store.row(home))?.claims.find((it) => it.id === id)
  if (home === undefined || !claim) throw new Usage(`the ledger has no claim “${id}”`)
  return { document: home, trigger: claim.trigger }
}

async function undone(store: Store, id: string): Promise<Place> {
  const line = (await store.corrections()).map((it, i) => readCorrection(it, i + 1)).find((it) => it.id === id)
  if (!line) throw new Usage(`the log has no correction “${id}”`)
  return line
}
