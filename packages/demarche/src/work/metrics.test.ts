import { expect, test } from 'vitest'
import { openMetrics } from './metrics.js'
import { openMetricsText } from './open-metrics.js'
import { parsed, withoutParser } from './openmetrics.test.suite.js'
import { newTally } from './tally.js'

if (withoutParser !== undefined) process.stdout.write(`metrics are not parsed: ${withoutParser}\n`)

const tally = { ...newTally(), coded: 7, refused: 1, coding: 2.5 }
const text = openMetrics(tally, '0.1.0+abc', 1e6, { waiting: 3, taken: 2, buried: 1, lag: 4.5 })

test('metrics are an OpenMetrics text', () => {
  expect(text.endsWith('# EOF\n')).toBe(true)
  expect(text).toContain('demarche_documents_total{result="coded"} 7\n')
  expect(text).toContain('# UNIT demarche_busy_seconds seconds\n')
  expect(text).toContain('demarche_backlog 3\n')
  expect(openMetrics(tally, 'x', 1)).not.toContain('demarche_backlog')
})

test.skipIf(withoutParser !== undefined)('the reference parser reads what was meant', () => {
  const families = parsed(text)
  expect(families.map(([name]) => name)).toHaveLength(new Set(families.map(([name]) => name)).size)
  expect(families).toContainEqual([
    'demarche_documents',
    'counter',
    '',
    'Documents committed, by result.',
    [
      ['demarche_documents_total', { result: 'coded' }, 7],
      ['demarche_documents_total', { result: 'refused' }, 1],
    ],
  ])
  expect(families.find(([name]) => name === 'demarche_lag_seconds')?.slice(1)).toEqual([
    'gauge',
    'seconds',
    'Age of the oldest announcement that is not done.',
    [['demarche_lag_seconds', {}, 4.5]],
  ])
  expect(families.every(([, , , help]) => help.length > 5)).toBe(true)
})

test.skipIf(withoutParser !== undefined)('a label may hold anything, and what is no metric is refused', () => {
  const strange = 'a "b" \\ c\nd'
  expect(parsed(openMetricsText([{ name: 'x', kind: 'gauge', help: strange, samples: [[{ l: strange }, 1]] }]))).toEqual([
    ['x', 'gauge', '', strange, [['x', { l: strange }, 1]]],
  ])
  expect(() => parsed(text.replace('# EOF\n', ''))).toThrow('Missing # EOF')
  expect(() => parsed(openMetricsText([{ name: 'x', kind: 'gauge', unit: 'seconds', help: 'no unit', samples: [] }]))).toThrow('Unit')
})
