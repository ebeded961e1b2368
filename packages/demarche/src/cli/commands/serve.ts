import { defineCommand } from 'citty'
import { EXIT } from '../exit.js'
import { portArgs, servedFrom, serveUntilStopped } from '../served.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'serve',
    description:
      'Serves the page, the API (OpenAPI 3.1), feeds and MCP over a ledger. Only this machine can reach it, unless --host says otherwise.',
  },
  args: { ...storeArgs, ...portArgs },
  run: ({ args }) =>
    withStore(args.db, 'read', async (store) => {
      await serveUntilStopped(servedFrom(store, args.db), args)
      return EXIT.ok
    }),
})
