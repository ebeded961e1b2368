import { defineCommand } from 'citty'
import { EXIT, Usage } from '../exit.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: { name: 'backup', description: 'Copies the ledger to a new file while it is in use.' },
  args: { ...storeArgs, out: { type: 'string', description: 'the new file', valueHint: 'PATH' } },
  run: ({ args }) => {
    const { out } = args
    if (out === undefined) throw new Usage('--out PATH is needed: the file to make')
    return withStore(args.db, 'read', async (store) => {
      await store.backup(out)
      process.stderr.write(`demarche: copied ${args.db} to ${out}\n`)
      return EXIT.ok
    })
  },
})
