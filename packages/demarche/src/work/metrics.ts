import type { Tally } from './tally.js'
import type { Backlog } from './ports.js'

interface Metric {
  readonly name: string
  readonly kind: 'counter' | 'gauge'
  readonly unit?: 'seconds' | 'bytes'
  readonly help: string
  readonly samples: readonly (readonly [labels: string, value: number])[]
}

/** What a worker counts, as an OpenMetrics text (1.0). `backlog` is left out when the log cannot be asked. */
export function openMetrics(tally: Tally, version: string, memory: number, backlog?: Backlog): string {
  const count = (name: string, help: string, ...samples: Metric['samples']): Metric => ({ name, kind: 'counter', help, samples })
  const gauge = (name: string, help: string, value: number, unit?: Metric['unit']): Metric => ({
    name,
    kind: 'gauge',
    help,
    samples: [['', value]],
    ...(unit === undefined ? {} : { unit }),
  })
  const metrics: Metric[] = [
    count('demarche_documents', 'Documents committed, by result.', ['result="coded"', tally.coded], ['result="refused"', tally.refused]),
    count('demarche_redeliveries', 'Documents that were handed out more than once.', ['', tally.again]),
    count('demarche_known', 'Documents that were handed out and done already.', ['', tally.known]),
    count('demarche_buried', 'Documents that were kept apart.', ['', tally.buried]),
    count('demarche_swept', 'Documents that the sweeper announced again.', ['', tally.swept]),
    count('demarche_batches', 'Transactions of documents.', ['', tally.batches]),
    count('demarche_failures', 'Failed calls, by what was called.', ['of="store"', tally.storeFailures], ['of="log"', tally.logFailures]),
    {
      ...count(
        'demarche_busy_seconds',
        'Time spent in each part, summed over what runs at the same time.',
        ['part="coding"', tally.coding],
        ['part="committing"', tally.committing],
        ['part="settling"', tally.settling],
        ['part="taking"', tally.taking],
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
    { name: 'demarche_build', kind: 'gauge', help: 'The version of the coder.', samples: [[`version="${version}"`, 1]] },
  ]
  return `${metrics.map(text).join('')}# EOF\n`
}

function text({ name, kind, unit, help, samples }: Metric): string {
  const lines = samples.map(
    ([labels, value]) => `${name}${kind === 'counter' ? '_total' : ''}${labels === '' ? '' : `{${labels}}`} ${value}\n`,
  )
  return `# TYPE ${name} ${kind}\n${unit === undefined ? '' : `# UNIT ${name} ${unit}\n`}# HELP ${name} ${help}\n${lines.join('')}`
}
