import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { documentRow, loadPipeline, readArticle, type Pipeline } from '../pipeline.js'
import type { FailureRow } from '../spec/index.js'
import type { Coded, RawDocument, Store } from '../store/index.js'
import { isProblem } from '../text/index.js'
import { Usage } from './exit.js'

/** Documents a transaction. Larger saves little; smaller loses less work when the program is stopped. */
export const BATCH = 64
/** Documents a task of a thread: below about 16 the hand-over costs more than it gains. */
const TASK = 16
/** Fewer waiting documents than this are coded faster than threads start. */
const WORTH_THREADS = 200

/** Codes batches of documents, in order. */
export interface Hands {
  code(documents: readonly RawDocument[]): Promise<Coded[]>
  close(): Promise<void>
}

/** The option that commands which code many documents have. */
export const threadArgs = {
  threads: { type: 'string', description: 'worker threads (default: one a core when there is much to do)', valueHint: 'N' },
} as const

/** How many threads `--threads` asks for; undefined when it is left to the program. */
export function threadsOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const threads = Number(value)
  if (!Number.isInteger(threads) || threads < 1 || threads > 256) throw new Usage(`--threads: “${value}” is no whole number from 1 to 256`)
  return threads
}

/** This thread alone for little work, a pool of worker threads for much. The results are the same, byte for byte. */
export async function handsFor(waiting: number, threads = waiting < WORTH_THREADS ? 1 : availableParallelism()): Promise<Hands> {
  if (threads === 1) {
    const pipeline = loadPipeline()
    return { code: async (documents) => documents.map((document) => codeOne(pipeline, document)), close: async () => {} }
  }
  const pool = new Piscina<readonly RawDocument[], Coded[]>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  })
  return {
    async code(documents) {
      const tasks = Array.from({ length: Math.ceil(documents.length / TASK) }, (_, i) => documents.slice(i * TASK, (i + 1) * TASK))
      return (await Promise.all(tasks.map((task) => pool.run(task)))).flat()
    },
    close: () => pool.destroy(),
  }
}

/** Codes every document that this version of the coder has not seen, a batch a transaction, and settles. Returns how many. */
export async function codeWaiting(
  store: Store,
  coder: string,
  threads: number | undefined,
  progress: (coded: number, left: number) => void,
): Promise<number> {
  const total = await store.countWaiting(coder)
  if (total === 0) {
    await store.settle()
    return 0
  }
  const hands = await handsFor(total, threads)
  let coded = 0
  try {
    const size = BATCH * (threads ?? 1)
    for (let waiting = await store.waiting(coder, size); waiting.length > 0; waiting = await store.waiting(coder, size)) {
      await store.commit(await hands.code(waiting), coder)
      coded += waiting.length
      progress(coded, total - coded)
    }
  } finally {
    await hands.close()
  }
  await store.settle()
  return coded
}

/** Codes one document; what is wrong with it becomes its refusal, with place and cure. */
export function codeOne(pipeline: Pipeline, { id, input, article }: RawDocument): Coded {
  try {
    return { id, row: documentRow(id, input, readArticle(pipeline, article)) }
  } catch (error) {
    return { id, failure: refusal(error) }
  }
}

/** Why a document is refused. A fault of our own never stops the rest: it is a refusal too, and names what to report. */
export function refusal(error: unknown): FailureRow['failure'] {
  if (isProblem(error)) {
    const { reason, place, fault, cure } = error.fault
    return { reason, place, fault, cure }
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    reason: 'internal',
    place: 'coder',
    fault: message,
    cure: 'report it with the document; `demarche recode` tries again with a newer version',
  }
}

/** One line on what a ledger holds. */
export async function holdings(store: Store): Promise<string> {
  const { documents, waiting, refused, claims, events, entries } = await store.counts()
  return `the ledger holds ${documents} documents (${waiting} waiting, ${refused} refused), ${claims} claims, ${events} events, ${entries} entries`
}

/** A printer of progress on stderr: documents, rate, time left. */
export function progressLine(): (coded: number, left: number) => void {
  const start = performance.now()
  return (coded, left) => {
    const rate = coded / ((performance.now() - start) / 1000)
    process.stderr.write(
      `demarche: ${coded} documents coded, ${rate.toFixed(0)} a second, ${left} left${left > 0 ? `, about ${Math.ceil(left / rate)} s` : ''}\n`,
    )
  }
}
