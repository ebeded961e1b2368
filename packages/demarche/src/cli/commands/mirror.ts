import { defineCommand } from 'citty'
import { ledgerEffects } from '../../bundle.js'
import { cluster, isAddress } from '../cluster.js'
import { EXIT, Usage } from '../exit.js'
import { jsonLines } from '../log.js'
import { mirror, mirrorMetrics, type Mirrored } from '../mirror.js'
import { portOption, probeArgs } from '../options.js'
import { openProbe } from '../probe.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'mirror',
    description:
      'Keeps a read model in ClickHouse up to date with a shared ledger, until it is stopped. `--read` of other commands then looks up in it.',
  },
  args: {
    ...storeArgs,
    ...probeArgs,
    read: { type: 'string', description: 'the read model: clickhouse://user:password@host:8123/database', valueHint: 'URL' },
    name: { type: 'string', description: 'what it is remembered by in the ledger (default: host and database of the read model)' },
    every: { type: 'string', description: 'seconds between looks at what changed', default: '2', valueHint: 'SECONDS' },
    'until-done': { type: 'boolean', description: 'end when all is taken over' },
    forget: { type: 'boolean', description: 'no longer keep changes for this read model, and end' },
  },
  async run({ args }) {
    if (args.read === undefined)
      throw new Usage('--read is needed: the address of the read model, such as clickhouse://127.0.0.1:8123/news')
    if (!isAddress(args.db)) throw new Usage('--store postgres://… is needed: a ledger in a file answers by itself')
    const every = Number(args.every) * 1000
    if (!(every > 0)) throw new Usage(`--every: “${args.every}” is no number of seconds`)
    const url = args.read
    const name = args.name ?? url.replace(/^clickhouse:\/\/([^@/]*@)?/, '').replace(/\?.*/, '')
    const port = portOption(args.port)
    return withStore(args.db, 'write', async (store) => {
      const { feed } = store
      if (!feed) throw new Usage('--store: this ledger tells nobody what changed')
      if (args.forget) {
        await feed.unfollow(name)
        return EXIT.ok
      }
      const model = await (await cluster()).openClickHouse({ url, access: 'write', effects: ledgerEffects() })
      const say = jsonLines(name, () => new Date())
      const counted: Mirrored = { changes: 0, failures: 0 }
      const stop = new AbortController()
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
      const ready = async (): Promise<void> => {
        if (stop.signal.aborted) throw new Error('stopping')
        await Promise.all([store.unmarked(1), model.place()])
      }
      const now = (): number => performance.now()
      const metrics = async (): Promise<string> => mirrorMetrics(counted, process.memoryUsage.rss(), now())
      const probe = port === undefined ? undefined : await openProbe({ metrics, ready }, args.host, port)
      if (probe) say('listening', { host: args.host, port: probe.port })
      try {
        await mirror({ feed, model, name, every, once: args['until-done'] === true, stop: stop.signal, now, say }, counted)
        return EXIT.ok
      } finally {
        probe?.close()
        await model.close()
      }
    })
  },
})
