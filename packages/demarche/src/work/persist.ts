import { isProblem } from '../text/index.js'

/** Faults that pass: the store is away, locked or full, and will be back. */
const PASSING = new Set(['no-server', 'locked-store', 'full-disk'])
const FIRST_MS = 100
const LONGEST_MS = 5000

export const passes = (error: unknown): boolean => isProblem(error) && PASSING.has(error.fault.reason)

export interface Patience {
  /** Called for each failure. */
  readonly failed: (error: unknown) => void
  /** Milliseconds that are still given to work that fails once the worker is to stop. */
  readonly stopping: () => number
}

/** Does work until it succeeds; a store that is away is waited for. Any other fault is thrown at once. The work must be such that doing it twice is doing it once. */
export async function persist<T>(work: () => Promise<T>, { failed, stopping }: Patience): Promise<T> {
  for (let wait = FIRST_MS; ; wait = Math.min(wait * 2, LONGEST_MS)) {
    try {
      return await work()
    } catch (error) {
      failed(error)
      if (!passes(error) || stopping() <= 0) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
