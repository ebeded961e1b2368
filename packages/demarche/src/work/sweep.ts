import type { WorkerOptions } from './worker.js'

/** Documents that one round looks at. */
const ROUND = 5000

/**
 * Announces again what has no marker: documents whose announcement was lost, or never made because who stored them died. What the log still holds is left alone by it. Looks
 * at one page a round, oldest first, and returns where the next goes on.
 */
export async function sweep(
  { store, log, coder, tally, say }: Pick<WorkerOptions, 'store' | 'log' | 'coder' | 'tally' | 'say'>,
  after?: string,
): Promise<string | undefined> {
  const page = await store.unmarked(ROUND, after)
  const again = await log.announce(page, coder)
  tally.swept += again
  if (again > 0) say('swept', { announced: again })
  return page.length < ROUND ? undefined : page.at(-1)
}
