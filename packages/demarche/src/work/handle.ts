import { CODING_REASONS } from '../limits/index.js'
import type { Coded, StoredDocument } from '../store/index.js'
import { isProblem } from '../text/index.js'
import { passes, persist } from './persist.js'
import type { Delivery } from './ports.js'
import type { WorkerOptions } from './worker.js'

export interface Handling extends Omit<WorkerOptions, 'pace' | 'stop' | 'threads'> {
  /** Milliseconds between signs of life. */
  readonly hold: number
  /** Milliseconds that are left once the worker is to stop; more than enough while it is not. */
  readonly stopping: () => number
}

/**
 * Codes what was handed out, commits it, and then acknowledges it. Never throws. A store that is away is waited for, with the documents in hand; what cannot be finished is
 * given back. `tired`: they are not coded, but kept apart. Returns the error for which they were given back, if they were.
 */
export async function handle(deliveries: readonly Delivery[], handling: Handling, tired = false): Promise<unknown> {
  const { tally, say, hold } = handling
  tally.taken += deliveries.length
  tally.again += deliveries.filter(({ attempt }) => attempt > 1).length
  const alive = setInterval(() => deliveries.forEach((it) => it.hold()), hold)
  try {
    if (tired) for (const it of deliveries) await bury(it, handling)
    else await finish(deliveries, handling)
    return undefined
  } catch (error) {
    say('given-back', { documents: deliveries.length, error: String(error) })
    await Promise.allSettled(deliveries.map((it) => it.giveBack()))
    return error
  } finally {
    clearInterval(alive)
    tally.taken -= deliveries.length
  }
}

async function finish(deliveries: readonly Delivery[], handling: Handling): Promise<void> {
  const { store, code, coder, tally, now, say } = handling
  const ids = deliveries.map(({ document }) => document)
  const found = new Map((await stored(handling, () => store.find(ids))).map((it) => [it.id, it]))
  const known = (it: StoredDocument | undefined): boolean => it !== undefined && it.coder === coder
  const todo = [...new Set(ids)].flatMap((id) => (known(found.get(id)) ? [] : (found.get(id) ?? [])))
  tally.known += ids.filter((id) => known(found.get(id))).length
  const begun = now()
  const coded = todo.length > 0 ? await code(todo) : []
  tally.coding += (now() - begun) / 1000
  await commit(coded, handling)
  for (const it of deliveries.filter(({ document }) => !found.has(document))) {
    say('unknown-document', { document: it.document })
    await it.bury('the store does not know it')
    tally.buried++
  }
  await Promise.all(deliveries.filter(({ document }) => found.has(document)).map((it) => it.ack()))
}

const stored = <T>({ tally, say, stopping }: Handling, work: () => Promise<T>): Promise<T> =>
  persist(work, {
    stopping,
    failed: (error) => {
      tally.storeFailures++
      say('store-failed', { error: String(error) })
    },
  })

/** Commits a batch. One that the store will not take is committed document by document, so that one cannot keep others back: it is refused, with the reason. */
async function commit(coded: readonly Coded[], handling: Handling): Promise<void> {
  const { store, coder, tally, now } = handling
  if (coded.length === 0) return
  const begun = now()
  try {
    await stored(handling, () => store.commit(coded, coder))
  } catch (error) {
    const [one] = coded
    if (passes(error) || !one || (coded.length === 1 && 'failure' in one)) throw error
    if (coded.length > 1) for (const it of coded) await commit([it], handling)
    else await commit([{ id: one.id, failure: refused(error) }], handling)
    return
  } finally {
    tally.committing += (now() - begun) / 1000
  }
  tally.batches++
  for (const it of coded)
    if ('failure' in it) tally.refused++
    else tally.coded++
}

const refused = (error: unknown): Extract<Coded, { failure: unknown }>['failure'] => ({
  reason: 'internal',
  place: 'store',
  fault: isProblem(error) ? error.fault.fault : String(error),
  cure: CODING_REASONS.internal,
  stage: 'code',
})

/** A document that was handed out too often kills whoever takes it: it is refused, with the reason, and kept apart. */
async function bury(delivery: Delivery, handling: Handling): Promise<void> {
  const { document } = delivery
  const why = `was handed out ${delivery.attempt - 1} times, and no worker finished it`
  const [known] = await stored(handling, () => handling.store.find([document]))
  if (known?.coder === handling.coder) return delivery.ack()
  const failure = {
    reason: 'worker-crash',
    place: 'coder',
    fault: why,
    cure: CODING_REASONS['worker-crash'],
    stage: 'code' as const,
    tries: delivery.attempt - 1,
  }
  if (known) await commit([{ id: document, failure }], handling)
  await delivery.bury(why)
  handling.tally.buried++
  handling.say('buried', { document, why })
}
