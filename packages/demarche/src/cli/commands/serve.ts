import { defineCommand } from 'citty'
import { EXIT } from '../exit.js'
import { opinionArgs, opinionsIn } from '../opinions.js'
import { portArgs, servedFrom, serveUntilStopped } from '../served.js'
import { lookArgs, withLook } from '../store.js'
import { deliverWhile, savedIn, watchArgs } from '../watches.js'

export default defineCommand({
  meta: {
    name: 'serve',
    description:
      'Serves the page, the API (OpenAPI 3.1), feeds and MCP over a ledger. Only this machine can reach it, unless --host says otherwise.',
  },
  args: {
    ...lookArgs,
    ...portArgs,
    ...watchArgs,
    ...opinionArgs,
    sql: {
      type: 'boolean',
      description: 'answer questions in SQL too (POST /api/sql, with the token): reading alone, one second, 1,000 rows',
    },
  },
  run: ({ args }) =>
    withLook(args, async (store) => {
      const stop = new AbortController()
      const delivering = deliverWhile(store, args, stop.signal)
      try {
        await serveUntilStopped({ ...servedFrom(store, args.db, args.sql), saved: () => savedIn(args), opinions: opinionsIn(args) }, args)
      } finally {
        stop.abort()
        await delivering
      }
      return EXIT.ok
    }),
})
