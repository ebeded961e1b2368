import { execFileSync, spawnSync } from 'node:child_process'

// The reference parser of OpenMetrics, which refuses what does not keep to the standard.
const PYTHON = '/usr/bin/python3'
const PARSE = `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families as families
print(json.dumps([[it.name, it.type, it.unit, it.documentation, [[s.name, s.labels, s.value] for s in it.samples]] for it in families(sys.stdin.read())]))
`

/** Why a text cannot be parsed here; undefined when it can. */
export const withoutParser =
  spawnSync(PYTHON, ['-c', 'import prometheus_client.openmetrics.parser']).status === 0
    ? undefined
    : 'the reference parser is not installed (apt-get install python3-prometheus-client)'

type Family = readonly [
  name: string,
  type: string,
  unit: string,
  help: string,
  samples: readonly (readonly [name: string, labels: Readonly<Record<string, string>>, value: number])[],
]

/** The families of an OpenMetrics text. Throws when it is none. */
export const parsed = (text: string): Family[] =>
  JSON.parse(execFileSync(PYTHON, ['-c', PARSE], { input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] })) as Family[]
