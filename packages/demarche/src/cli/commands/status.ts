import { defineCommand } from 'citty'
import type { Counts, Store } from '../../store/index.js'
import type { Backlog, Buried, WorkerReport } from '../../work/index.js'
import { fit, printable } from '../cell.js'
import { EXIT } from '../exit.js'
import { logArgs, withLog } from '../log.js'
import { storeArgs, withStore } from '../store.js'

/** Failures that are listed. */
const LISTED = 20

export default defineCommand({
  meta: { name: 'status', description: 'Prints what waits, how fast it goes, how far behind it is, what failed, and who works.' },
  args: { ...storeArgs, ...logArgs, json: { type: 'boolean', description: 'as JSON' } },
  run: ({ args }) =>
    withStore(args.db, 'read', (store) =>
      withLog(args.log, async (log) => {
        const [counts, failures, backlog, buried, workers] = await Promise.all([
          store.counts(),
          failuresOf(store),
          log.backlog(),
          log.buried(),
          log.workers(),
        ])
        const rate = workers.reduce((sum, it) => sum + it.rate, 0)
        const status: Status = { ...backlog, rate, counts, failures, buried, workers }
        process.stdout.write(args.json ? `${JSON.stringify({ ...status, buried: buried.length, deadLetters: buried })}\n` : page(status))
        return EXIT.ok
      }),
    ),
})

interface Failure {
  readonly id: string
  readonly reason: string
  readonly place: string
}

interface Status extends Omit<Backlog, 'buried'> {
  readonly rate: number
  readonly counts: Counts
  readonly failures: readonly Failure[]
  readonly buried: readonly Buried[]
  readonly workers: readonly WorkerReport[]
}

async function failuresOf(store: Store): Promise<Failure[]> {
  const found: Failure[] = []
  for await (const { id, failure } of store.documents('refused')) {
    if (found.length === LISTED) break
    if (failure) found.push({ id, reason: failure.reason, place: failure.place })
  }
  return found
}

function page({ waiting, taken, lag, rate, counts, failures, buried, workers }: Status): string {
  const left = waiting + taken
  const time = left > 0 && rate > 0 ? `, about ${Math.ceil(left / rate)} s` : ''
  return printable(
    [
      `backlog   ${waiting} waiting, ${taken} in hand${time}`,
      `rate      ${rate.toFixed(1)} documents a second`,
      `lag       ${lag.toFixed(0)} s`,
      `ledger    ${counts.documents} documents (${counts.waiting} waiting, ${counts.refused} refused), ${counts.claims} claims, ${counts.events} events, ${counts.entries} entries`,
      `failures  ${counts.refused} refused, ${buried.length} kept apart`,
      ...failures.map(({ id, reason, place }) => `  ${fit(id, 40)} ${reason} at ${place}`),
      ...buried.map(({ document, why }) => `  ${fit(document, 40)} ${why}`),
      `workers   ${workers.length}`,
      ...workers.map(
        (it) =>
          `  ${fit(it.name, 30)} ${it.threads} threads  ${it.rate.toFixed(1)}/s  ${it.coded} coded  ${it.refused} refused  ${it.taken} in hand  ${Math.round(it.memory / 1e6)} MB  ${it.coder}`,
      ),
      '',
    ].join('\n'),
  )
}
