import { defineCommand } from 'citty'
import { coderVersion } from '../../pipeline.js'
import { codeWaiting, holdings, progressLine, threadArgs, threadsOption } from '../coding.js'
import { EXIT } from '../exit.js'
import { dayOption, inputArgs, inputsOf, limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'
import { storeInputs } from '../storing.js'

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
      const { stored, failed } = await storeInputs(store, inputs, { threads, limits, ...(date === undefined ? {} : { date }) })
      const coded = await codeWaiting(store, coderVersion(limits), { threads, limits }, progressLine())
      process.stderr.write(`demarche: ${stored} new, ${coded} coded, ${failed} failed; ${await holdings(store)}\n`)
      return failed > 0 ? EXIT.some : (await store.counts()).documents === 0 ? EXIT.nothing : EXIT.ok
    })
  },
})
