import { availableParallelism, hostname } from 'node:os'
import { defineCommand } from 'citty'
import { coderVersion } from '../../bundle.js'
import type { Coded, RawDocument, Store } from '../../store/index.js'
import { newTally, openMetrics, work, type WorkLog } from '../../work/index.js'
import { isAddress } from '../cluster.js'
import type { Limits } from '../../limits/index.js'
import { codeOne, threadArgs, threadsOption } from '../coding.js'
import { EXIT, Usage } from '../exit.js'
import { handsFor } from '../hands/index.js'
import { jsonLines, logArgs, withLog } from '../log.js'
import { dayOption, inputArgs, limitArgs, limitsOption, portOption, probeArgs } from '../options.js'
import { pipe } from '../pipe.js'
import { openProbe } from '../probe.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'worker',
    description:
      'Takes documents from a log of work, codes them and commits them to a shared ledger, until it is stopped. With --pipe: codes JSONL from standard input to standard output, in order, a line a document.',
  },
  args: {
    ...storeArgs,
    ...logArgs,
    ...threadArgs,
    ...inputArgs,
    ...limitArgs,
    name: { type: 'string', description: 'what it is called in `demarche status` (default: host and process)' },
    ...probeArgs,
    'until-done': { type: 'boolean', description: 'end when nothing is left to do' },
    pipe: { type: 'boolean', description: 'be a filter: JSONL in, JSONL out; needs no store and no log' },
  },
  async run({ args }) {
    const threads = threadsOption(args.threads)
    const limits = limitsOption(args.limits)
    if (args.pipe) return pipe(process.stdin, threads ?? 1, limits, dayOption('date', args.date))
    if (!isAddress(args.db))
      throw new Usage('--store postgres://… is needed: a file can have one writer alone; `demarche ingest` codes into a file')
    const port = portOption(args.port)
    return withStore(args.db, 'write', (store) =>
      withLog(args.log, async (log) => {
        const name = args.name ?? `${hostname()}-${process.pid}`
        await run(store, log, {
          name,
          threads: threads ?? availableParallelism(),
          host: args.host,
          port,
          untilDone: args['until-done'] === true,
          limits,
        })
        return EXIT.ok
      }),
    )
  },
})

interface Running {
  readonly name: string
  readonly threads: number
  readonly host: string
  readonly port: number | undefined
  readonly untilDone: boolean
  readonly limits: Limits
}

async function run(store: Store, log: WorkLog, { name, threads, host, port, untilDone, limits }: Running): Promise<void> {
  const say = jsonLines(name, () => new Date())
  const tally = newTally()
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  const coder = coderVersion(limits)
  const ready = async (): Promise<void> => {
    if (stop.signal.aborted) throw new Error('draining')
    await Promise.all([store.unmarked(1), log.backlog()])
  }
  const metrics = async (): Promise<string> =>
    openMetrics(tally, coder, process.memoryUsage.rss(), await log.backlog().catch(() => undefined))
  const probe = port === undefined ? undefined : await openProbe({ metrics, ready }, host, port)
  if (probe) say('listening', { host, port: probe.port })
  const hands = handsFor({ threads, limits, slow: (place, seconds) => say('slow', { place, seconds }) })
  const code = (documents: readonly RawDocument[]): Promise<Coded[]> => Promise.all(documents.map((it) => codeOne(hands, it)))
  const watch = untilDone ? setInterval(() => void done(log).then((it) => it && stop.abort()), 500) : undefined
  try {
    await work({ store, log, code, coder, name, threads, tally, now: () => performance.now(), say, stop: stop.signal })
  } finally {
    clearInterval(watch)
    await hands.close()
    probe?.close()
  }
}

const done = async (log: WorkLog): Promise<boolean> => {
  const backlog = await log.backlog().catch(() => undefined)
  return backlog !== undefined && backlog.waiting + backlog.taken === 0
}
