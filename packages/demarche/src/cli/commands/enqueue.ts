import { defineCommand } from 'citty'
import { isPending, pendingInputs, type Item } from '../../ingest/index.js'
import { coderVersion } from '../../bundle.js'
import type { RawDocument, Store } from '../../store/index.js'
import type { WorkLog } from '../../work/index.js'
import { isAddress } from '../cluster.js'
import { threadArgs, threadsOption } from '../coding.js'
import { EXIT, Usage } from '../exit.js'
import { logArgs, withLog } from '../log.js'
import { handsFor, inOrder } from '../hands/index.js'
import { failureLine } from '../items.js'
import { dayOption, inputArgs, inputsOf, limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'

/** Documents a transaction. */
const BATCH = 256

export default defineCommand({
  meta: {
    name: 'enqueue',
    description: 'Stores inputs in a shared ledger and announces them to its workers. The same input twice changes nothing.',
  },
  args: {
    ...inputArgs,
    ...limitArgs,
    ...threadArgs,
    ...storeArgs,
    ...logArgs,
    recode: { type: 'boolean', description: 'announce what another version of the coder coded, too; needs no INPUT' },
  },
  async run({ args }) {
    if (!isAddress(args.db)) throw new Usage('--store postgres://… is needed: the ledger that the workers share')
    const inputs = args.recode ? args._ : inputsOf(args._)
    const date = dayOption('date', args.date)
    const limits = limitsOption(args.limits)
    return withStore(args.db, 'write', (store) =>
      withLog(args.log, async (log) => {
        const coder = coderVersion(limits)
        const readers = handsFor({ threads: threadsOption(args.threads) ?? 1, limits, codes: false })
        const found = pendingInputs(inputs, { limits, ...(date === undefined ? {} : { date }) })
        const items = inOrder(found, readers.window, async (it) => (isPending(it) ? readers.run({ do: 'read', pending: it }) : it))
        const told = await announce(store, log, items, coder).finally(() => readers.close())
        const again = args.recode ? await recode(store, log, coder) : 0
        process.stderr.write(`demarche: ${told.stored} new, ${told.announced + again} announced, ${told.failed} failed\n`)
        return told.failed > 0 ? EXIT.some : EXIT.ok
      }),
    )
  },
})

/** Documents are stored before they are announced: whoever takes one finds it, and what dies between is found by the sweeper. */
async function announce(
  store: Store,
  log: WorkLog,
  items: AsyncIterable<Item>,
  coder: string,
): Promise<{ stored: number; announced: number; failed: number }> {
  const told = { stored: 0, announced: 0, failed: 0 }
  let batch: RawDocument[] = []
  const flush = async (): Promise<void> => {
    told.stored += await store.put(batch)
    told.announced += await log.announce(
      batch.map(({ id }) => id),
      coder,
    )
    batch = []
  }
  for await (const item of items) {
    if ('failure' in item) {
      told.failed++
      process.stderr.write(failureLine(item))
    } else if (batch.push(item) === BATCH) await flush()
  }
  await flush()
  return told
}

async function recode(store: Store, log: WorkLog, coder: string): Promise<number> {
  let announced = 0
  let page = await store.waiting(coder, BATCH)
  while (page.length > 0) {
    announced += await log.announce(
      page.map(({ id }) => id),
      coder,
    )
    page = await store.waiting(coder, BATCH, page.at(-1)!.id)
  }
  return announced
}
