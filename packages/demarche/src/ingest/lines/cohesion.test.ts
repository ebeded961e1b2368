import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COHESION_FEATURES, cohesionOf } from './cohesion.js'
import { commonOf } from './common.js'
import { stemOf, wordsOf } from './words.js'

const stemsOf = (line: string): string[] => wordsOf(line).bare.flatMap((word) => stemOf(word) ?? [])
const COMMON = commonOf(['report office month', 'evening', 'winter'])
const of = (lines: readonly string[]): Record<(typeof COHESION_FEATURES)[number], number>[] => {
  const { values } = cohesionOf(lines.map(stemsOf), COMMON)
  return lines.map(
    (_, i) =>
      Object.fromEntries(COHESION_FEATURES.map((name, k) => [name, values[i * COHESION_FEATURES.length + k]!])) as Record<
        (typeof COHESION_FEATURES)[number],
        number
      >,
  )
}

const STORY = [
  'The ferry Sunniva ran aground near Bergen harbour before dawn.',
  'Harbour pilots towed the ferry Sunniva to Bergen by noon.',
  'Divers looked at the hull of the Sunniva in the harbour.',
  'Grape growers in Tuscany expect a poor vintage, an office report of the month says.',
  'Pilots said that the ferry had left Bergen harbour too late.',
  'The owner of the Sunniva will pay the pilots and the harbour.',
  'Ferry traffic to Bergen was back by evening.',
]

test('what does not belong speaks of nothing that the text turns on, and its neighbours go together without it', () => {
  const lines = of(STORY)
  const foreign = lines[3]!
  expect([foreign['rare topic'], foreign.keys, foreign.link, foreign.links]).toEqual([0, 0, 0, 0])
  expect(foreign.bridge).toBeGreaterThan(0)
  for (const [i, line] of lines.entries()) if (i !== 3) expect(line['rare topic']).toBeGreaterThan(30)
})

test('common stems tie nothing together', () => {
  const words = ['report office', 'month report', 'office month report', 'report of the office', 'month']
  for (const line of of(words)) expect(line.keys).toBeLessThanOrEqual(0)
})

test('any lines give shares of a hundred, or less than 0 where there is nothing to share', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('ferry', 'harbou', 'pilots', 'report', 'month'))), (units) => {
      for (const value of cohesionOf(units, COMMON).values) expect(value >= -1 && value <= 100).toBe(true)
    }),
  )
})
