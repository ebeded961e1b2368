import { expect, test } from 'vitest'
import { COPY, resemblance, sketchOf } from './near.js'

/** Words by a fixed sequence, of a vocabulary in which some are far more common than others. */
function article(seed: number, length: number): string[] {
  let state = seed * 2654435761
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  return Array.from({ length }, () => `word${Math.floor(next() * next() * 4000)}`)
}
const likeness = (a: readonly string[], b: readonly string[]): number => resemblance(sketchOf(a.join(' ')), sketchOf(b.join(' ')))
const seeds = Array.from({ length: 60 }, (_, i) => i + 1)
const recall = (change: (words: string[], seed: number) => string[]): number =>
  seeds.filter((seed) => likeness(article(seed, 250), change(article(seed, 250), seed)) >= COPY).length / seeds.length

test.each([
  ['cut by a third', (words: string[]) => words.slice(0, 170), 1],
  ['with an agency before and after it', (words: string[]) => ['Minsk', 'Nov', '23', ...words, 'reporting', 'by', 'X'], 1],
  ['with a third of boilerplate', (words: string[], seed: number) => [...words, ...article(seed + 500, 80)], 1],
  ['with every twentieth word changed', (words: string[]) => words.map((it, i) => (i % 20 === 7 ? 'other' : it)), 1],
])('an article %s is known again', (_, change, least) => expect(recall(change)).toBeGreaterThanOrEqual(least))

test('other articles are no copies', () => {
  for (const a of seeds) for (const b of seeds) if (a < b) expect(likeness(article(a, 250), article(b, 250))).toBeLessThan(COPY)
})

test('case, punctuation and lines do not count, and a short text is not judged', () => {
  const words = article(3, 60)
  expect(sketchOf(words.join(' '))).toBe(sketchOf(`“${words.join(',\n').toUpperCase()}”`))
  expect(sketchOf('Minister resigns over budget')).toBe('')
})
