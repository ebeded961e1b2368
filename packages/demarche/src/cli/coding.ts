import type { Limits } from '../limits/index.js'
import type { Coded, RawDocument, Store } from '../store/index.js'
import { Usage } from './exit.js'
import { handsFor, type Hands } from './hands/index.js'

/** Documents a transaction. Larger saves little; smaller loses less work when the program is stopped. */
export const BATCH = 64
/** Fewer waiting documents than this are coded faster than a second worker starts. */
const WORTH_THREADS = 200

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

/** Codes every document that this version of the coder has not seen, a batch a transaction, and settles. Returns how many. */
export async function codeWaiting(
  store: Store,
  coder: string,
  { threads, limits }: { readonly threads?: number | undefined; readonly limits?: Limits },
  progress: (coded: number, left: number) => void,
): Promise<number> {
  const total = await store.countWaiting(coder)
  if (total === 0) {
    await store.settle()
    return 0
  }
  const hands = handsFor({ threads: threads ?? (total < WORTH_THREADS ? 1 : undefined), ...(limits ? { limits } : {}) })
  let coded = 0
  try {
    const size = BATCH * (threads ?? 1)
    for (let waiting = await store.waiting(coder, size); waiting.length > 0; waiting = await store.waiting(coder, size)) {
      await store.commit(await codeAll(hands, waiting), coder)
      coded += waiting.length
      progress(coded, total - coded)
    }
  } finally {
    await hands.close()
  }
  await store.settle()
  return coded
}

async function codeAll(hands: Hands, documents: readonly RawDocument[]): Promise<Coded[]> {
  return Promise.all(
    documents.map(async ({ id, input, article }) => {
      const outcome = await hands.run({ do: 'recode', document: { id, input, article } })
      return 'failure' in outcome ? { id, failure: outcome.failure } : { id, row: outcome }
    }),
  )
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
