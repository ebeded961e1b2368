import { setTimeout as pause } from 'node:timers/promises'
import { follow, type Feed, type ReadModel } from '../store/index.js'
import { isProblem } from '../text/index.js'
import { counter, gauge, openMetricsText } from '../work/index.js'

export interface MirrorOptions {
  readonly feed: Feed
  readonly model: ReadModel
  /** What it is remembered by. */
  readonly name: string
  /** Milliseconds between looks at what changed. */
  readonly every: number
  /** End when all is taken over. */
  readonly once: boolean
  readonly stop: AbortSignal
  /** The moment, in milliseconds. */
  readonly now: () => number
  readonly say: (event: string, more?: Readonly<Record<string, unknown>>) => void
}

/** What a mirror counts. */
export interface Mirrored {
  changes: number
  failures: number
  /** The moment at which it was last up to date; undefined before the first. */
  level?: number
}

const PASSING = new Set(['no-server', 'full-disk'])

/** Keeps a read model up to date with a store until it is told to stop. A store or a model that is away is waited for. */
export async function mirror({ feed, model, name, every, once, stop, now, say }: MirrorOptions, counted: Mirrored): Promise<void> {
  say('started', {})
  while (!stop.aborted) {
    try {
      const changes = await follow(feed, model, name, { stop })
      counted.changes += changes
      if (changes > 0) say('taken-over', { changes })
      if (stop.aborted) break
      counted.level = now()
      if (once) break
    } catch (error) {
      if (!isProblem(error) || !PASSING.has(error.fault.reason) || once) throw error
      counted.failures++
      say('failed', { error: String(error) })
    }
    await pause(every, undefined, { signal: stop }).catch(() => {})
  }
  say('stopped', { changes: counted.changes })
}

/** What it counts, as an OpenMetrics text. */
export const mirrorMetrics = ({ changes, failures, level }: Mirrored, memory: number, now: number): string =>
  openMetricsText([
    counter('demarche_mirror_changes', 'Events and relations that were taken over.', [{}, changes]),
    counter('demarche_mirror_failures', 'Looks that failed because the ledger or the read model was away.', [{}, failures]),
    ...(level === undefined
      ? []
      : [gauge('demarche_mirror_age_seconds', 'Time since the read model was up to date.', Math.max(0, now - level) / 1000, 'seconds')]),
    gauge('demarche_memory_bytes', 'Resident memory.', memory, 'bytes'),
  ])
