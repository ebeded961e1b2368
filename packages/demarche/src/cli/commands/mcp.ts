import { defineCommand } from 'citty'
import { mcpOverStdio } from '../../serve/index.js'
import { EXIT } from '../exit.js'
import { servedFrom } from '../served.js'
import { lookArgs, withLook } from '../store.js'

export default defineCommand({
  meta: { name: 'mcp', description: 'Answers agents over standard input and output (Model Context Protocol). Reads only.' },
  args: lookArgs,
  run: ({ args }) =>
    withLook(args, async (store) => {
      mcpOverStdio(servedFrom(store, args.db))
      await new Promise<void>((resolve) => {
        process.stdin.once('end', resolve)
        process.stdin.once('close', resolve)
      })
      return EXIT.ok
    }),
})
