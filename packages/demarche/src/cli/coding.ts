import type { Limits } from '../limits/index.js'
import type { Coded, RawDocument, Store } from '../store/index.js'
import { Usage } from './exit.js'
import { handsFor, inOrder, type Hands } from './hands/index.js'

/** Documents a transaction. Larger saves little; smaller loses less work when the program is stopped. */
export const BATCH = 64
/** Documents that are read at a time. */
const PAGE = 128
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
  let batch: Coded[] = []
  const commit = async (): Promise<void> => {
    await store.commit(batch, coder)
    coded += batch.length
    batch = []
    progress(coded, total - coded)
  }
  try {
    // One writer, this thread: what the workers coded is committed in order of arrival while they go on. No more is in memory than they have in hand, and one batch.
    for await (const it of inOrder(uncoded(store, coder), hands.window, (document) => codeOne(hands, document)))
      if (batch.push(it) === BATCH) await commit()
    if (batch.length > 0) await commit()
  } finally {
    await hands.close()
  }
  await store.settle()
  return coded
}

/** What this version of the coder has not seen, in order of arrival. */
async function* uncoded(store: Store, coder: string): AsyncGenerator<RawDocument> {
  for (let page = await store.waiting(coder, PAGE); page.length > 0; page = await store.waiting(coder, PAGE, page.at(-1)!.id)) yield* page
}

/** Codes one stored document; what is wrong with it becomes its refusal. */
export async function codeOne(hands: Hands, { id, input, article }: RawDocument): Promise<Coded> {
  const outcome = await hands.run({ do: 'recode', document: { id, input, article } })
  return 'failure' in outcome ? { id, failure: outcome.failure } : { id, row: outcome }
}

/** One line on what a ledger holds. */
export async function holdings(store: Store): Promise<string> {
  const { documents, waiting, refused, unread, claims, events, entries } = await store.counts()
  return `the ledger holds ${documents} documents (${waiting} waiting, ${refused} refused), ${unread} inputs that could not be read, ${claims} claims, ${events} events, ${entries} entries`
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
