import { defineCommand } from 'citty'
import { coderVersion, loadPipeline } from '../../pipeline.js'
import { codeWaiting, holdings } from '../coding.js'
import { EXIT } from '../exit.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: { name: 'recode', description: 'Codes again every document that an older version of the coder coded. Corrections stay in force.' },
  args: storeArgs,
  run: ({ args }) =>
    withStore(args.db, 'write', (store) => {
      const coded = codeWaiting(store, loadPipeline(), coderVersion(), (n) => process.stderr.write(`demarche: ${n} documents coded\n`))
      process.stderr.write(`demarche: ${coded} coded again; ${holdings(store)}\n`)
      return EXIT.ok
    }),
})
