import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
// @ts-expect-error a script without types
import { sizing } from '../scripts/sizing.mjs'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const measured = JSON.parse(read('bench/measured.json')) as Record<string, Record<string, number>>

test('docs/sizing.md is made from what was measured', () => {
  expect(read('docs/sizing.md')).toBe((sizing as (it: unknown) => string)(measured))
})

test('what was measured adds up', () => {
  const { codingMs, handingMs, clientMs, postgresMs, natsMs, derivingMs, share, perCore, documents } = measured['engine']!
  expect(documents).toBeGreaterThanOrEqual(500)
  expect((clientMs! + postgresMs! + natsMs! + derivingMs!) / codingMs!).toBeCloseTo(share!, 2)
  expect(perCore!).toBeLessThan(1000 / (codingMs! + handingMs! + clientMs!))
})
