import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORMS, linesOf, plant } from './blocks-plant.js'
import { boost, type Rows } from './boost.js'
import { randomOf } from './random.js'

const CLEAN = ['The envoy left on Monday. Nobody saw him go. His staff stayed.', 'Norland denied it.', 'A note was handed over.']
const JUNK = ['READ ALSO', 'Storm Closes Ports']

test.each(FORMS)('junk planted as %s is where it is said to be, and the article is whole without it', (form) => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { text, junk } = plant(CLEAN, [JUNK, JUNK], form, randomOf(seed))
      const rest = junk.toReversed().reduce((out, { from, to }) => out.slice(0, from) + out.slice(to), text)
      expect(rest.split(/\s+/).filter(Boolean).join(' ')).toBe(CLEAN.join(' '))
      for (const { from, to } of junk) expect(text.slice(from, to)).toMatch(/READ ALSO|Storm Closes Ports/)
    }),
  )
})

test('lines know which of them are junk', () => {
  const planted = plant(CLEAN, [JUNK], 'lines', randomOf(3))
  expect(
    linesOf(planted)
      .filter(({ label }) => label === 0)
      .map(({ text }) => text),
  ).toEqual(JUNK)
})

test('the same rows give the same trees, and trees learn', () => {
  const next = randomOf(5)
  const values = Int32Array.from({ length: 3000 }, () => Math.floor(next() * 100))
  const labels = Uint8Array.from({ length: 1000 }, (_, i) => (values[i * 3]! > 50 ? 1 : 0))
  const rows: Rows = { width: 3, values, labels, weights: new Float64Array(1000).fill(1) }
  const train = () => boost(rows, { trees: 10, depth: 3, rate: 0.3, leaf: 2, rows: 0.7, columns: 0.7 })
  expect(train()).toEqual(train())
  expect(train().trees).not.toBe(
    boost({ ...rows, labels: labels.map((label) => 1 - label) }, { trees: 10, depth: 3, rate: 0.3, leaf: 2 }).trees,
  )
})
