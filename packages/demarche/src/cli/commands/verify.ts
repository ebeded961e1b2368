import { defineCommand } from 'citty'
import { EXIT } from '../exit.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'verify',
    description:
      'Checks that nothing in the ledger was altered: database, raw documents, chain of batches, events and entries derived anew.',
  },
  args: storeArgs,
  run: ({ args }) =>
    withStore(args.db, 'read', async (store) => {
      const faults = await store.verify()
      process.stdout.write(faults.length > 0 ? faults.map((it) => `${it}\n`).join('') : 'nothing was altered\n')
      return faults.length > 0 ? EXIT.failure : EXIT.ok
    }),
})
