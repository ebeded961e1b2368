import type { Events } from '../store/index.js'
import type { Watches } from './file.js'
import { scan } from './scan.js'
import { send } from './send.js'
import type { Filters, Watch } from './watch.js'

export interface Delivering {
  readonly watches: Watches
  /** A page of what filters find, newest first. */
  readonly find: (filters: Filters, after: string | undefined) => Promise<Events>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** A new id for a message. */
  readonly id: () => string
  /** Who delivers: no two at once may bear one name. */
  readonly holder: string
  /** How many milliseconds to wait, all in all, for messages that are to be sent again. */
  readonly patience: number
  readonly stop?: AbortSignal
}

export interface Delivered {
  readonly delivered: number
  /** Messages that were given up. */
  readonly failed: number
  /** Messages that wait to be sent again. */
  readonly waiting: number
  /** Another process delivers this watch at the moment. */
  readonly held: boolean
}

/** A message is given up after so many attempts: about 27 hours. */
export const ATTEMPTS = 12
const FIRST_WAIT = 2000
const LONGEST_WAIT = 6 * 3_600_000
/** How long a watch stays with a holder that says nothing: longer than one page of a scan, one attempt or one wait. */
const HELD = 180_000
const LONGEST_SLEEP = 60_000

/** The wait after so many attempts: 2 s, 8 s, 32 s … 6 h. */
export const waitAfter = (attempts: number): number => Math.min(LONGEST_WAIT, FIRST_WAIT * 4 ** (attempts - 1))

/**
 * Looks for what changed in the query of a watch, and posts all that waits, in order: a message is sent when those before it have arrived or were given up. A message
 * is kept before it is sent and noted when it has arrived, so each arrives once; should the process end between arrival and note, it comes once more with the same id.
 */
export async function deliver(watch: Watch, delivering: Delivering): Promise<Delivered> {
  const { watches, find, now, id, holder, stop } = delivering
  const hold = (): boolean => stop?.aborted !== true && watches.hold(watch.n, holder, now(), now() + HELD)
  if (!hold()) return { delivered: 0, failed: 0, waiting: watches.count(watch.n, 'waiting'), held: stop?.aborted !== true }
  try {
    await scan(watch, { outbox: watches, find: (after) => find(watch.filters, after), now, id, goOn: hold })
    const { delivered, failed } = await empty(watch, delivering, hold)
    return { delivered, failed, waiting: watches.count(watch.n, 'waiting'), held: false }
  } finally {
    watches.release(watch.n, holder)
  }
}

async function empty(
  watch: Watch,
  { watches, now, sleep, patience }: Delivering,
  hold: () => boolean,
): Promise<{ delivered: number; failed: number }> {
  const count = { delivered: 0, failed: 0 }
  const end = now() + patience
  while (hold()) {
    const message = watches.head(watch.n)
    if (!message || message.due > Math.max(end, now())) break
    const left = message.due - now()
    if (left > 0) {
      await sleep(Math.min(left, LONGEST_SLEEP))
      continue
    }
    const again = now() + waitAfter(message.attempts + 1)
    watches.begin(message, now(), again)
    const { is, answer, after = 0 } = await send(watch, message.id, message.body, now())
    const state = is === 'again' ? (message.attempts + 1 < ATTEMPTS ? 'waiting' : 'failed') : is
    watches.end(message, state, answer, Math.max(again, now() + Math.min(after, LONGEST_WAIT)))
    if (state !== 'waiting') count[state]++
  }
  return count
}
