import { defineCommand } from 'citty'
import { EXIT } from '../exit.js'
import { portArgs, servedFrom, serveUntilStopped } from '../served.js'
import { lookArgs, withLook } from '../store.js'

export default defineCommand({
  meta: {
    name: 'serve',
    description:
      'Serves the page, the API (OpenAPI 3.1), feeds and MCP over a ledger. Only this machine can reach it, unless --host says otherwise.',
  },
  args: {
    ...lookArgs,
    ...portArgs,
    sql: {
      type: 'boolean',
      description: 'answer questions in SQL too (POST /api/sql, with the token): reading alone, one second, 1,000 rows',
    },
  },
  run: ({ args }) =>
    withLook(args, async (store) => {
      await serveUntilStopped(servedFrom(store, args.db, args.sql), args)
      return EXIT.ok
    }),
})
