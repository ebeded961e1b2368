import { defineCommand } from 'citty'
import { isPending, pendingInputs, type Item } from '../../ingest/index.js'
import { handsFor, inOrder } from '../hands/index.js'
import { failureLine } from '../items.js'
import { coderVersion } from '../../pipeline.js'
import type { RawDocument, Store } from '../../store/index.js'
import { BATCH, codeWaiting, holdings, progressLine, threadArgs, threadsOption } from '../coding.js'
import { EXIT } from '../exit.js'
import { dayOption, inputArgs, inputsOf, limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'ingest',
    description: 'Codes inputs into the ledger. Stops and goes on where it was; the same input twice changes nothing.',
  },
  args: { ...inputArgs, ...storeArgs, ...threadArgs, ...limitArgs },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    const limits = limitsOption(args.limits)
    const threads = threadsOption(args.threads)
    return withStore(args.db, 'write', async (store) => {
      const readers = handsFor({ threads: threads ?? 1, limits, codes: false })
      const found = pendingInputs(inputs, { limits, ...(date === undefined ? {} : { date }) })
      const items = inOrder(found, readers.window, async (it) => (isPending(it) ? readers.run({ do: 'read', pending: it }) : it))
      const { stored, failed } = await storeAll(store, items).finally(() => readers.close())
      const coded = await codeWaiting(store, coderVersion(limits), { threads, limits }, progressLine())
      process.stderr.write(`demarche: ${stored} new, ${coded} coded, ${failed} failed; ${await holdings(store)}\n`)
      return failed > 0 ? EXIT.some : (await store.counts()).documents === 0 ? EXIT.nothing : EXIT.ok
    })
  },
})

/** Stores documents raw, before anything is read from them. */
async function storeAll(store: Store, items: AsyncIterable<Item>): Promise<{ stored: number; failed: number }> {
  let stored = 0
  let failed = 0
  let batch: RawDocument[] = []
  for await (const item of items) {
    if ('failure' in item) {
      failed++
      process.stderr.write(failureLine(item))
      continue
    }
    batch.push(item)
    if (batch.length < BATCH) continue
    stored += await store.put(batch)
    batch = []
  }
  return { stored: stored + (await store.put(batch)), failed }
}
