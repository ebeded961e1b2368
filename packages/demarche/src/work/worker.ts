import type { Coded, RawDocument, Store } from '../store/index.js'
import { alone } from './alone.js'
import { handle, type Handling } from './handle.js'
import { sweep } from './sweep.js'
import type { Tally } from './tally.js'
import { TOGETHER, type Delivery, type WorkerReport, type WorkLog } from './ports.js'

export interface WorkerOptions {
  readonly store: Store
  readonly log: WorkLog
  /** Codes documents, in order; never throws for what a document holds. */
  readonly code: (documents: readonly RawDocument[]) => Promise<Coded[]>
  /** Version of the coder. */
  readonly coder: string
  readonly name: string
  readonly threads: number
  /** Documents of one task and one transaction, at most. */
  readonly task?: number
  readonly tally: Tally
  /** The moment, in milliseconds. */
  readonly now: () => number
  /** Takes a line of the worker's own log. */
  readonly say: (event: string, more?: Readonly<Record<string, unknown>>) => void
  /** When it aborts, what is in hand is finished, and nothing more is taken. */
  readonly stop: AbortSignal
  readonly pace?: Partial<Pace>
}

/** How often things are done, in milliseconds. */
export interface Pace {
  /** Between settlings, at least; a settling that takes long is followed by a longer rest. */
  readonly settle: number
  readonly sweep: number
  readonly report: number
  /** Between signs of life of documents in hand. */
  readonly hold: number
  /** How long to wait for a first document. */
  readonly wait: number
  /** What is in hand when the worker is to stop, and cannot be stored, is given up after this. */
  readonly grace: number
}

const PACE: Pace = { settle: 5000, sweep: 60_000, report: 5000, hold: 10_000, wait: 1000, grace: 30_000 }
/** Documents of one task and one transaction. Fewer cost more, more are done again when a worker dies. */
const TASK = 64
/** Share of the time that may go into settling: it rests this many times as long as it took. */
const REST = 30

/** Takes documents from the log, codes them, commits, acknowledges; settles and sweeps between; until it is told to stop. Many workers share one log and one store. */
export async function work(options: WorkerOptions): Promise<void> {
  const { log, stop, tally, threads, now, say, name, coder, task: size = TASK } = options
  const pace = { ...PACE, ...options.pace }
  let stopped = Infinity
  const onStop = (): void => void (stopped = now())
  if (stop.aborted) onStop()
  else stop.addEventListener('abort', onStop, { once: true })
  const stopping = (): number => (stopped === Infinity ? Infinity : stopped + pace.grace - now())
  const handling: Handling = { ...options, hold: pace.hold, stopping }
  const most = threads * 2 * size
  const tasks = new Set<Promise<unknown>>()
  const start = (deliveries: readonly Delivery[]): void => {
    const task: Promise<unknown> = handle(deliveries, handling).finally(() => tasks.delete(task))
    tasks.add(task)
  }
  const round = rounds(options, pace)
  say('started', { coder, threads, most })
  while (!stop.aborted) {
    await round()
    const room = most - tally.taken
    if (room < size && tasks.size > 0) {
      await Promise.race(tasks)
      continue
    }
    const begun = now()
    const deliveries = await log.take(room, tasks.size > 0 ? Math.min(pace.wait, 50) : pace.wait).catch((error: unknown) => {
      tally.logFailures++
      say('log-failed', { error: String(error) })
      return new Promise<Delivery[]>((resolve) => setTimeout(resolve, pace.wait, []))
    })
    tally.taking += (now() - begun) / 1000
    const fresh = deliveries.filter(({ attempt }) => attempt <= TOGETHER)
    for (let i = 0; i < fresh.length; i += size) start(fresh.slice(i, i + size))
    const suspects = deliveries.filter(({ attempt }) => attempt > TOGETHER)
    if (suspects.length > 0) await alone(suspects, { handling, stop, idle: () => Promise.all(tasks), round })
  }
  say('draining', { taken: tally.taken })
  await Promise.all(tasks)
  await settled(options).catch((error: unknown) => say('settling-failed', { error: String(error) }))
  await log.report(reportOf(options, 0)).catch(() => {})
  say('stopped', { name, coded: tally.coded, refused: tally.refused })
}

async function settled({ store, tally, now }: WorkerOptions): Promise<number> {
  const begun = now()
  await store.settle()
  const took = now() - begun
  tally.settling += took / 1000
  return took
}

const reportOf = ({ name, coder, threads, tally }: WorkerOptions, rate: number): WorkerReport => ({
  name,
  coder,
  threads,
  coded: tally.coded,
  refused: tally.refused,
  rate,
  taken: tally.taken,
  memory: process.memoryUsage.rss(),
})

/** What is due from time to time: settling, sweeping, reporting. Nothing of it keeps the worker waiting. */
function rounds(options: WorkerOptions, pace: Pace): () => Promise<void> {
  const { tally, now, say, log } = options
  const begin = now()
  const due = { settle: begin + pace.settle, sweep: begin + pace.sweep, report: begin }
  const busy = new Set<string>()
  let last = { at: begin, done: 0 }
  let cursor: string | undefined
  const run = (what: keyof typeof due, work: () => Promise<void>): void => {
    if (busy.has(what) || now() < due[what]) return
    busy.add(what)
    void work()
      .catch((error: unknown) => say(`${what}-failed`, { error: String(error) }))
      .finally(() => {
        due[what] = Math.max(due[what], now() + pace[what])
        busy.delete(what)
      })
  }
  return async () => {
    // Also where this worker committed nothing: another may have died before it settled.
    run('settle', async () => {
      const took = await settled(options)
      due.settle = now() + Math.max(pace.settle, took * REST)
    })
    run('sweep', async () => void (cursor = await sweep(options, cursor)))
    run('report', async () => {
      const done = tally.coded + tally.refused
      const rate = now() > last.at ? ((done - last.done) / (now() - last.at)) * 1000 : 0
      last = { at: now(), done }
      await log.report(reportOf(options, Math.round(rate * 10) / 10))
    })
  }
}
