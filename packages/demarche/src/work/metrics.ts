import { counter, gauge, openMetricsText, type Metric } from './open-metrics.js'
import type { Backlog } from './ports.js'
import type { Tally } from './tally.js'

/** What a worker counts, as an OpenMetrics text (1.0). `backlog` is left out when the log cannot be asked. */
export function openMetrics(tally: Tally, version: string, memory: number, backlog?: Backlog): string {
  const metrics: Metric[] = [
    counter(
      'demarche_documents',
      'Documents committed, by result.',
      [{ result: 'coded' }, tally.coded],
      [{ result: 'refused' }, tally.refused],
    ),
    counter('demarche_redeliveries', 'Documents that were handed out more than once.', [{}, tally.again]),
    counter('demarche_known', 'Documents that were handed out and done already.', [{}, tally.known]),
    counter('demarche_buried', 'Documents that were kept apart.', [{}, tally.buried]),
    counter('demarche_swept', 'Documents that the sweeper announced again.', [{}, tally.swept]),
    counter('demarche_batches', 'Transactions of documents.', [{}, tally.batches]),
    counter(
      'demarche_failures',
      'Failed calls, by what was called.',
      [{ of: 'store' }, tally.storeFailures],
      [{ of: 'log' }, tally.logFailures],
    ),
    {
      ...counter(
        'demarche_busy_seconds',
        'Time spent in each part, summed over what runs at the same time.',
        [{ part: 'coding' }, tally.coding],
        [{ part: 'committing' }, tally.committing],
        [{ part: 'settling' }, tally.settling],
        [{ part: 'taking' }, tally.taking],
      ),
      unit: 'seconds',
    },
    gauge('demarche_taken', 'Documents in hand.', tally.taken),
    gauge('demarche_memory_bytes', 'Resident memory.', memory, 'bytes'),
    ...(backlog
      ? [
          gauge('demarche_backlog', 'Documents announced and handed out to nobody.', backlog.waiting),
          gauge('demarche_lag_seconds', 'Age of the oldest announcement that is not done.', backlog.lag, 'seconds'),
          gauge('demarche_dead_letters', 'Documents that the log keeps apart.', backlog.buried),
        ]
      : []),
    { name: 'demarche_build', kind: 'gauge', help: 'The version of the coder.', samples: [[{ version }, 1]] },
  ]
  return openMetricsText(metrics)
}
