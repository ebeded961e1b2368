import { defineCommand } from 'citty'
import { coderVersion, documentRow, loadPipeline, readArticle, type Pipeline } from '../../pipeline.js'
import type { FailureRow } from '../../spec/index.js'
import type { Coded, RawDocument, Store, StoredDocument } from '../../store/index.js'
import { isProblem } from '../../text/index.js'
import { EXIT } from '../exit.js'
import { dayOption, inputArgs, inputsOf } from '../options.js'
import { readInputs } from '../../ingest/index.js'
import { storeArgs, withStore } from '../store.js'

/** Documents a transaction. Larger saves little; smaller loses less work when the program is stopped. */
const BATCH = 64

export default defineCommand({
  meta: { name: 'ingest', description: 'Codes inputs into the ledger. Stops and goes on where it was; the same input twice changes nothing.' },
  args: { ...inputArgs, ...storeArgs },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    return withStore(args.db, 'write', async (store) => {
      const { stored, failed } = await storeAll(store, readInputs(inputs, { ...(date === undefined ? {} : { date }) }))
      const coded = codeWaiting(store, loadPipeline(), coderVersion())
      store.settle()
      const { documents, claims, events, entries } = store.counts()
      process.stderr.write(`demarche: ${stored} new, ${coded} coded, ${failed} failed; the ledger holds ${documents} documents, ${claims} claims, ${events} events, ${entries} entries\n`)
      return failed > 0 ? EXIT.some : documents === 0 ? EXIT.nothing : EXIT.ok
    })
  },
})

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
    stored += store.put(batch)
    batch = []
  }
  return { stored: stored + store.put(batch), failed }
}

function codeWaiting(store: Store, pipeline: Pipeline, coder: string): number {
  let coded = 0
  for (;;) {
    const waiting = store.waiting(coder, BATCH)
    if (waiting.length === 0) return coded
    store.commit(
      waiting.map((document) => codeOne(pipeline, document)),
      coder,
    )
    coded += waiting.length
    process.stderr.write(`demarche: ${coded} documents coded\n`)
  }
}

function codeOne(pipeline: Pipeline, { id, input, article }: StoredDocument): Coded {
  try {
    return { id, row: documentRow(id, input, readArticle(pipeline, article)) }
  } catch (error) {
    if (!isProblem(error)) throw error
    const { reason, place, fault, cure } = error.fault
    return { id, failure: { reason, place, fault, cure } }
  }
}
