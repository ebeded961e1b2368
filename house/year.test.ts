import { expect, test } from 'vitest'
// @ts-expect-error a script without types
import { coresFor, simulateYear } from '../bench/scale/year.mjs'

const year = { documents: 1e9, perCore: 20 }

test('the model of a year keeps what goes in, and more cores never wait longer', () => {
  const [few, many] = [20, 60].map((cores) => simulateYear({ ...year, cores }) as Record<string, number>)
  expect(few!['busy']! * 20).toBeCloseTo(many!['busy']! * 60, 6)
  expect(many!['longest']).toBeLessThanOrEqual(few!['longest']!)
  expect(many!['most']).toBeLessThanOrEqual(few!['most']!)
  expect(few!['busy']! * 20 * 20 * 365 * 86_400).toBeCloseTo(1e9 - few!['left']!, -3)
})

test('without bursts a core for each share of the rate is enough on the busiest day', () => {
  const calm = { documents: 365 * 86_400 * 10, perCore: 10, burst: 0, burstMinutes: 0 }
  // The busiest hour of a weekday has 1.15 × 1.4 of the mean, over a mean of the shape of 1.
  expect(coresFor(calm, 60)).toBe(2)
  expect((simulateYear({ ...calm, cores: 2 }) as Record<string, number>)['most']).toBe(0)
})

test('a burst of 50,000 a minute is worked off in the time that was asked for', () => {
  const cores = coresFor(year, 600) as number
  expect((simulateYear({ ...year, cores }) as Record<string, number>)['longest']).toBeLessThanOrEqual(600)
  expect((simulateYear({ ...year, cores: cores - 1 }) as Record<string, number>)['longest']).toBeGreaterThan(600)
})
