import { existsSync } from 'node:fs'
import { defineCommand } from 'citty'
import { coderVersion } from '../../bundle.js'
import type { RawDocument, Store } from '../../store/index.js'
import { BATCH, codeWaiting, holdings, progressLine, threadArgs, threadsOption } from '../coding.js'
import { EXIT, Usage } from '../exit.js'
import { limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'rebuild',
    description: 'Makes a ledger anew from the raw documents and the corrections of another: its exports are the same, byte for byte.',
  },
  args: {
    ...storeArgs,
    ...threadArgs,
    ...limitArgs,
    out: { type: 'string', description: 'the new ledger, which must not be there', valueHint: 'PATH' },
  },
  run({ args }) {
    const { out } = args
    if (out === undefined) throw new Usage('--out PATH is needed: the ledger to make')
    if (existsSync(out)) throw new Usage(`${out} is there already; name a new file`)
    const limits = limitsOption(args.limits)
    return withStore(args.db, 'read', (from) =>
      withStore(out, 'write', async (to) => {
        const copied = await copyDocuments(from, to)
        for (const line of await from.corrections()) await to.correct(line)
        await codeWaiting(to, coderVersion(limits), { threads: threadsOption(args.threads), limits }, progressLine())
        process.stderr.write(`demarche: ${out} made from ${copied} documents of ${args.db}; ${await holdings(to)}\n`)
        return copied > 0 ? EXIT.ok : EXIT.nothing
      }),
    )
  },
})

/** Copies the documents as they came in, in order of arrival. */
async function copyDocuments(from: Store, to: Store): Promise<number> {
  let copied = 0
  let batch: RawDocument[] = []
  for await (const { id, input, article } of from.documents()) {
    batch.push({ id, input, article })
    if (batch.length < BATCH) continue
    copied += await to.put(batch)
    batch = []
  }
  return copied + (await to.put(batch))
}
