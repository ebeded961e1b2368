import { setTimeout as wait } from 'node:timers/promises'
import { followFeeds } from '../ingest/index.js'
import { Usage } from './exit.js'

const UNIT: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }
/** Longer than this no timer of the platform waits. */
const MOST = 20 * 86_400

/** The seconds that `--every 15m` says; undefined when there is no such option. */
export function everyOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(value) ?? []
  const seconds = Number(number) * (UNIT[unit ?? ''] ?? 0)
  if (!(seconds >= 1 && seconds <= MOST)) throw new Usage(`--every: “${value}” is no span of time; write it as 90s, 15m, 2h or 1d`)
  return seconds
}

interface Following {
  readonly feeds: readonly string[]
  /** The ledger's file; what was taken and the answers for conditional requests are kept beside it. */
  readonly beside: string
  readonly every: number | undefined
  /** Stores of one feed what is new; `cache` is where answers are kept. */
  readonly take: (feed: string, isNew: (id: string) => boolean, cache: string) => Promise<void>
  /** Called after each round. */
  readonly settle: () => Promise<void>
}

/** Reads feeds round after round until the program is told to stop, or once without `every`. It goes on where it stopped: what was stored is not taken again. */
export async function follow({ feeds, beside, every, take, settle }: Following): Promise<void> {
  const stop = new AbortController()
  const end = (): void => stop.abort()
  process.once('SIGINT', end).once('SIGTERM', end)
  try {
    for (;;) {
      await followFeeds(feeds, `${beside}.followed.json`, (feed, isNew) => take(feed, isNew, `${beside}.web`))
      await settle()
      if (every === undefined || stop.signal.aborted) return
      await wait(every * 1000, undefined, { signal: stop.signal }).catch(() => undefined)
      if (stop.signal.aborted) return
    }
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end)
  }
}
