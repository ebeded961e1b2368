import { THEME_ALPHABET, THEMES } from 'demarche/ingest'
import { expect, test } from 'vitest'
import { excerptOf, mixtureOf } from './blocks-mixtures.js'
import { themeVectors } from './blocks-themes.js'
import type { PageSample } from './blocks-pages.js'
import { randomOf } from './random.js'

const page = (clean: readonly string[]): PageSample => ({ title: '', author: '', html: '', labels: new Uint8Array(), lines: [], clean })
const PAGES = [
  page(['The ferry ran aground near the harbour. Pilots towed the ferry.', 'The harbour was closed for ferries.']),
  page(['Grapes ripen late this vintage. The cellar waits for grapes.', 'A vintage needs a cool cellar.']),
  page(['The ferry left the harbour with two pilots.', 'No pilot saw the harbour light.']),
  page(['Growers pick grapes for the cellar.', 'The vintage is small.']),
]

test('a digest has parts of several articles, whole sentences of each, and the same seed gives the same', () => {
  const lines = mixtureOf(PAGES, randomOf(3))
  expect(lines).toEqual(mixtureOf(PAGES, randomOf(3)))
  const all = PAGES.map(({ clean }) => clean.join(' '))
  const from = new Set(lines.map((line) => all.findIndex((text) => text.includes(line))))
  expect(from.has(-1)).toBe(false)
  expect(from.size).toBeGreaterThan(1)
})

test('an excerpt is the beginning of an article, to the end of a line', () => {
  const long = Array.from({ length: 60 }, (_, i) => `Line ${i} of the report has ten words in all.`)
  const excerpt = excerptOf(long, randomOf(5))
  expect(excerpt).toEqual(long.slice(0, excerpt.length))
  expect(excerpt.length).toBeGreaterThan(4)
  expect(excerpt.length).toBeLessThan(30)
})

test('stems of one matter have vectors that point one way', () => {
  const stems = ['ferry', 'harbou', 'grapes', 'cellar']
  const packed = themeVectors(PAGES, stems)
  expect(packed).toBe(themeVectors(PAGES, stems))
  const vectors = stems.map((_, i) => Array.from(packed.slice(i * THEMES, (i + 1) * THEMES), (c) => THEME_ALPHABET.indexOf(c) - 32))
  const dot = (a: number, b: number): number => vectors[a]!.reduce((sum, value, d) => sum + value * vectors[b]![d]!, 0)
  expect(dot(0, 1)).toBeGreaterThan(0)
  expect(dot(2, 3)).toBeGreaterThan(0)
  expect(dot(0, 2)).toBeLessThan(0)
  expect(dot(1, 3)).toBeLessThan(0)
})
