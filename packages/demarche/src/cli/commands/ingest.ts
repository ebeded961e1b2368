import { defineCommand } from 'citty'
import { readInputs } from '../../ingest/index.js'
import { coderVersion } from '../../pipeline.js'
import type { FailureRow } from '../../spec/index.js'
import type { RawDocument, Store } from '../../store/index.js'
import { BATCH, codeWaiting, holdings, progressLine, threadArgs, threadsOption } from '../coding.js'
import { EXIT } from '../exit.js'
import { dayOption, inputArgs, inputsOf } from '../options.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'ingest',
    description: 'Codes inputs into the ledger. Stops and goes on where it was; the same input twice changes nothing.',
  },
  args: { ...inputArgs, ...storeArgs, ...threadArgs },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    return withStore(args.db, 'write', async (store) => {
      const { stored, failed } = await storeAll(store, readInputs(inputs, date === undefined ? {} : { date }))
      const coded = await codeWaiting(store, coderVersion(), threadsOption(args.threads), progressLine())
      process.stderr.write(`demarche: ${stored} new, ${coded} coded, ${failed} failed; ${await holdings(store)}\n`)
      return failed > 0 ? EXIT.some : (await store.counts()).documents === 0 ? EXIT.nothing : EXIT.ok
    })
  },
})

/** Stores documents raw, before anything is read from them. */
async function storeAll(store: Store, items: AsyncIterable<RawDocument | FailureRow>): Promise<{ stored: number; failed: number }> {
  let stored = 0
  let failed = 0
  let batch: RawDocument[] = []
  for await (const item of items) {
    if ('failure' in item) {
      failed++
      process.stderr.write(`demarche: ${item.input.path}: ${item.failure.reason} at ${item.failure.place}; ${item.failure.cure}\n`)
      continue
    }
    batch.push(item)
    if (batch.length < BATCH) continue
    stored += await store.put(batch)
    batch = []
  }
  return { stored: stored + (await store.put(batch)), failed }
}
