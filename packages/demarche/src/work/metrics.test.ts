import { expect, test } from 'vitest'
import { openMetrics } from './metrics.js'
import { newTally } from './tally.js'

test('metrics are an OpenMetrics text', () => {
  const tally = { ...newTally(), coded: 7, refused: 1, coding: 2.5 }
  const text = openMetrics(tally, '0.1.0+abc', 1e6, { waiting: 3, taken: 2, buried: 1, lag: 4.5 })
  // Each family: type, unit, help, samples that begin with its name; a counter's end in _total; one end mark.
  const families = text.split(/^(?=# TYPE )/m)
  const names = families.map((family) => {
    const [, name, kind] = /^# TYPE (demarche_\w+) (counter|gauge)\n/.exec(family)!
    const sample = new RegExp(`^${name}${kind === 'counter' ? '_total' : ''}(\\{\\w+="[^"]*"\\})? -?\\d+(\\.\\d+)?$`)
    const lines = family.split('\n').slice(1, -1)
    for (const line of lines) expect(line).toMatch(line.startsWith('# ') ? new RegExp(`^# (UNIT|HELP) ${name} .+|^# EOF$`) : sample)
    return name
  })
  expect(new Set(names).size).toBe(names.length)
  expect(text.endsWith('# EOF\n')).toBe(true)
  expect(text).toContain('demarche_documents_total{result="coded"} 7\n')
  expect(text).toContain('# UNIT demarche_busy_seconds seconds\n')
  expect(text).toContain('demarche_backlog 3\n')
  expect(openMetrics(tally, 'x', 1)).not.toContain('demarche_backlog')
})
