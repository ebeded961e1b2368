import { defineCommand } from 'citty'
import { faultsOfRelease } from '../../export/index.js'
import { sealStore } from '../../store/index.js'
import { EXIT } from '../exit.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'verify',
    description:
      'Checks that nothing was altered. In a ledger: every byte by its seal, the database, raw documents, chain of batches, events and entries derived anew. With --release, the files of an export by their checksums.',
  },
  args: {
    ...storeArgs,
    release: { type: 'string', description: 'check the files of an export instead', valueHint: 'DIR' },
    seal: {
      type: 'boolean',
      description: 'seal the ledger anew afterwards, if it is sound; a ledger above 1 GiB is sealed in no other way',
    },
  },
  async run({ args }) {
    const faults = args.release === undefined ? await withStore(args.db, 'read', (store) => store.verify()) : faultsOfRelease(args.release)
    process.stdout.write(faults.length > 0 ? faults.map((it) => `${it}\n`).join('') : 'nothing was altered\n')
    if (args.seal && faults.length === 0 && args.release === undefined && !sealStore(args.db))
      process.stderr.write('demarche: the ledger is in use and was not sealed\n')
    return faults.length > 0 ? EXIT.failure : EXIT.ok
  },
})
