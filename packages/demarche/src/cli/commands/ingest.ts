import { defineCommand } from 'citty'
import { coderVersion } from '../../bundle.js'
import { codeWaiting, holdings, progressLine, threadArgs, threadsOption } from '../coding.js'
import { EXIT, Usage } from '../exit.js'
import { everyOption, follow } from '../follow.js'
import { dayOption, inputArgs, inputsOf, limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'
import { storeInputs } from '../storing.js'
import { deliverAfter, watchArgs } from '../watches.js'

/** Milliseconds to wait for webhooks that do not arrive at once; what waits longer is sent by the next run, or by the server. */
const PATIENCE = 15_000

export default defineCommand({
  meta: {
    name: 'ingest',
    description: 'Codes inputs into the ledger. Stops and goes on where it was; the same input twice changes nothing.',
  },
  args: {
    ...inputArgs,
    ...storeArgs,
    ...watchArgs,
    ...threadArgs,
    ...limitArgs,
    follow: { type: 'boolean', description: 'the inputs are feeds: take what is new in them, and go on where it stopped' },
    every: { type: 'string', description: 'with --follow: read the feeds again after so long, until told to stop', valueHint: '15m' },
    'allow-private': { type: 'boolean', description: 'read addresses of this machine and its network too' },
  },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    const limits = limitsOption(args.limits)
    const threads = threadsOption(args.threads)
    const every = everyOption(args.every)
    if (every !== undefined && !args.follow) throw new Usage('--every is for --follow')
    const web = { allowPrivate: args['allow-private'] === true }
    const options = { threads, limits, ...(date === undefined ? {} : { date }) }
    return withStore(args.db, 'write', async (store) => {
      const count = { stored: 0, failed: 0 }
      const take = async (feeds: readonly string[], more: { isNew?: (id: string) => boolean; cache?: string }): Promise<void> => {
        const { isNew, cache } = more
        const part = await storeInputs(store, feeds, {
          ...options,
          web: { ...web, ...(cache ? { cache } : {}) },
          ...(isNew ? { isNew } : {}),
        })
        count.stored += part.stored
        count.failed += part.failed
      }
      const settle = async (): Promise<void> => {
        const coded = await codeWaiting(store, coderVersion(limits), { threads, limits }, progressLine())
        process.stderr.write(`demarche: ${count.stored} new, ${coded} coded, ${count.failed} failed; ${await holdings(store)}\n`)
        await deliverAfter(store, args, { patience: PATIENCE })
      }
      if (args.follow)
        await follow({ feeds: inputs, beside: args.db, every, settle, take: (feed, isNew, cache) => take([feed], { isNew, cache }) })
      else {
        await take(inputs, {})
        await settle()
      }
      return count.failed > 0 ? EXIT.some : (await store.counts()).documents === 0 ? EXIT.nothing : EXIT.ok
    })
  },
})
