import { defineCommand } from 'citty'
import { coderVersion } from '../../bundle.js'
import type { FailureRow } from '../../spec/index.js'
import type { Store } from '../../store/index.js'
import { fit, printable } from '../cell.js'
import { codeWaiting, holdings, progressLine, threadArgs, threadsOption } from '../coding.js'
import { EXIT, Usage } from '../exit.js'
import { limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'
import { storeInputs } from '../storing.js'

export default defineCommand({
  meta: {
    name: 'quarantine',
    description:
      'What was refused, and why: `list`, `show ID…`, or `retry [ID…]`, which reads and codes it once more (all of it without ids).',
  },
  args: {
    ...storeArgs,
    ...limitArgs,
    ...threadArgs,
    reason: { type: 'string', description: 'only what was refused for this reason' },
    json: { type: 'boolean', description: 'one JSON row a refusal' },
  },
  run({ args }) {
    const [verb = 'list', ...ids] = args._
    if (verb !== 'list' && verb !== 'show' && verb !== 'retry') throw new Usage(`quarantine: “${verb}” is none of list, show, retry`)
    if (verb === 'show' && ids.length === 0) throw new Usage('quarantine show: name at least one ID; `demarche quarantine list` lists them')
    return withStore(args.db, verb === 'retry' ? 'write' : 'read', async (store) => {
      const rows = (await quarantined(store)).filter(
        ({ id, failure }) => (args.reason === undefined || failure.reason === args.reason) && (ids.length === 0 || ids.includes(id)),
      )
      if (verb === 'retry') return retry(store, rows, args)
      const print = args.json || verb === 'show' ? (row: FailureRow) => JSON.stringify(row, null, args.json ? 0 : 2) : line
      process.stdout.write(rows.map((row) => `${print(row)}\n`).join(''))
      return rows.length > 0 ? EXIT.ok : EXIT.nothing
    })
  },
})

/** Inputs of which no document came, then documents that could not be coded. */
async function quarantined(store: Store): Promise<FailureRow[]> {
  const rows: FailureRow[] = []
  for await (const row of store.refusals()) rows.push(row)
  for await (const { id, input, failure } of store.documents('refused')) if (failure) rows.push({ schema: 1, id, input, failure })
  return rows
}

const line = ({ id, input, failure }: FailureRow): string =>
  printable(
    `${fit(id, 24)}  ${fit(failure.reason, 18)} ${fit(failure.stage ?? '', 5)} ${input.path}${input.item === undefined ? '' : ` item ${input.item}`}`,
  )

interface Options {
  readonly limits?: string | undefined
  readonly threads?: string | undefined
}

/** Inputs are read again where they were found; standard input cannot be. */
async function retry(store: Store, rows: readonly FailureRow[], options: Options): Promise<number> {
  const limits = limitsOption(options.limits)
  const threads = threadsOption(options.threads)
  const unread = new Set<string>()
  for await (const { id } of store.refusals()) unread.add(id)
  await store.release(rows.filter(({ id }) => !unread.has(id)).map(({ id }) => id))
  const again = rows.filter(({ id, input }) => unread.has(id) && input.path !== '-')
  const key = ({ path, item }: FailureRow['input']): string => `${path}\n${item ?? ''}`
  const keys = new Set(again.map(({ input }) => key(input)))
  const paths = [...new Set(again.map(({ input }) => input.path))]
  const { failed } = await storeInputs(store, paths, { limits, threads, wanted: (input) => keys.has(key(input)) })
  const coded = await codeWaiting(store, coderVersion(limits), { threads, limits }, progressLine())
  process.stderr.write(`demarche: ${rows.length} tried again, ${coded} coded, ${failed} still not read; ${await holdings(store)}\n`)
  return failed > 0 || (await store.counts()).refused > 0 ? EXIT.some : EXIT.ok
}
