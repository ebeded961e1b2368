import { defineCommand } from 'citty'
import { coderVersion } from '../../bundle.js'
import { codeWaiting, holdings, progressLine, threadArgs, threadsOption } from '../coding.js'
import { EXIT } from '../exit.js'
import { limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: { name: 'recode', description: 'Codes again every document that an older version of the coder coded. Corrections stay in force.' },
  args: { ...storeArgs, ...threadArgs, ...limitArgs },
  run: ({ args }) =>
    withStore(args.db, 'write', async (store) => {
      const limits = limitsOption(args.limits)
      const coded = await codeWaiting(store, coderVersion(limits), { threads: threadsOption(args.threads), limits }, progressLine())
      process.stderr.write(`demarche: ${coded} coded again; ${await holdings(store)}\n`)
      return EXIT.ok
    }),
})
