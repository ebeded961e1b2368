/** One family of an OpenMetrics text. */
export interface Metric {
  /** Without `_total`; ends in the unit, where there is one. */
  readonly name: string
  readonly kind: 'counter' | 'gauge'
  readonly unit?: 'seconds' | 'bytes'
  readonly help: string
  readonly samples: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[]
}

/** Families as an OpenMetrics text (1.0). */
export const openMetricsText = (metrics: readonly Metric[]): string => `${metrics.map(family).join('')}# EOF\n`

const escaped = (text: string): string => text.replace(/[\\"\n]/g, (it) => (it === '\n' ? '\\n' : `\\${it}`))

function family({ name, kind, unit, help, samples }: Metric): string {
  const lines = samples.map(([labels, value]) => {
    const own = Object.entries(labels).map(([label, it]) => `${label}="${escaped(it)}"`)
    return `${name}${kind === 'counter' ? '_total' : ''}${own.length === 0 ? '' : `{${own.join(',')}}`} ${value}\n`
  })
  return `# TYPE ${name} ${kind}\n${unit === undefined ? '' : `# UNIT ${name} ${unit}\n`}# HELP ${name} ${escaped(help)}\n${lines.join('')}`
}

export const gauge = (name: string, help: string, value: number, unit?: Metric['unit']): Metric => ({
  name,
  kind: 'gauge',
  help,
  samples: [[{}, value]],
  ...(unit === undefined ? {} : { unit }),
})

export const counter = (name: string, help: string, ...samples: Metric['samples']): Metric => ({ name, kind: 'counter', help, samples })
