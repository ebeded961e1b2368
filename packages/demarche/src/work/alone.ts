import { handle, type Handling } from './handle.js'
import { passes } from './persist.js'
import { ALONE, type Delivery } from './ports.js'

interface Trials {
  readonly handling: Handling
  readonly stop: AbortSignal
  /** Resolves when nothing else is under way. */
  readonly idle: () => Promise<unknown>
  /** What is due between two documents. */
  readonly round: () => Promise<void>
}

/**
 * Codes documents that came back too often one by one, with nothing else under way: if a worker dies now, it is known of which. How often each was handed out does not tell that,
 * for all that a worker has in hand when it dies is handed out again. What did so three times is kept apart; what stands behind it is none the worse.
 */
export async function alone(suspects: readonly Delivery[], { handling, stop, idle, round }: Trials): Promise<void> {
  const waiting = [...suspects]
  const alive = setInterval(() => waiting.forEach((it) => it.hold()), handling.hold)
  try {
    await idle()
    while (!stop.aborted && waiting.length > 0) {
      await round()
      await tryOut(waiting.shift()!, handling)
    }
  } finally {
    clearInterval(alive)
    await Promise.allSettled(waiting.map((it) => it.giveBack()))
  }
}

async function tryOut(delivery: Delivery, handling: Handling): Promise<void> {
  const { log, tally, say } = handling
  const { document } = delivery
  try {
    const times = await log.tried(document)
    const error = await handle([delivery], handling, times > ALONE)
    // A ledger that is away is no fault of the document.
    if (error === undefined || passes(error)) await log.cleared(document)
  } catch (error) {
    tally.logFailures++
    say('log-failed', { error: String(error) })
    await delivery.giveBack().catch(() => {})
  }
}
