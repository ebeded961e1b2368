import { defineCommand } from 'citty'
import { mcpOverStdio } from '../../serve/index.js'
import { EXIT } from '../exit.js'
import { opinionArgs, opinionsIn } from '../opinions.js'
import { servedFrom } from '../served.js'
import { lookArgs, withLook } from '../store.js'
import { savedIn, watchArgs } from '../watches.js'

export default defineCommand({
  meta: { name: 'mcp', description: 'Answers agents over standard input and output (Model Context Protocol). Reads only.' },
  args: { ...lookArgs, ...watchArgs, ...opinionArgs },
  run: ({ args }) =>
    withLook(args, async (store) => {
      const served = servedFrom(store, args.db)
      mcpOverStdio({ ...served, saved: () => savedIn(args), opinions: opinionsIn(args) })
      await new Promise<void>((resolve) => {
        process.stdin.once('end', resolve)
        process.stdin.once('close', resolve)
      })
      await served.close()
      return EXIT.ok
    }),
})
