import { expect, test } from 'vitest'
import { blockModels } from '../models.js'
import { runningMatrix } from './matrix.js'
import { RUNNING_SECOND, runningSecond } from './second.js'
import { runningOf } from './tokens.js'

const TEXT = 'The envoy left on Monday. Nobody saw him go.\nShare this\nHis staff stayed in the harbour town, and the talks went on.'
const words = runningOf(TEXT, blockModels())
const first = runningMatrix(words, blockModels(), undefined)
const score = Int32Array.from({ length: words.count }, (_, i) => (i >= 9 && i < 11 ? -2000 : 3000))
const all = runningSecond(words, first, score)
const at = (word: number, name: string): number => all.values[word * all.width + first.width + RUNNING_SECOND.indexOf(name)]!

test('some words alone have the same rows as among all', () => {
  const picked = Int32Array.of(0, 9, 10, words.count - 1)
  const some = runningSecond(words, first, score, picked)
  expect(some.rows).toBe(4)
  for (const [row, word] of picked.entries())
    expect(some.values.subarray(row * some.width, (row + 1) * some.width)).toEqual(
      all.values.subarray(word * all.width, (word + 1) * all.width),
    )
})

test('each word knows the scores around it, of its sentence and line, and how deep the stretch is', () => {
  expect([at(9, 'score at 0'), at(9, 'score at -1'), at(0, 'score at -1')]).toEqual([-2000, 3000, -9000])
  expect([at(9, 'score of line'), at(8, 'score of line')]).toEqual([-2000, 3000])
  expect([at(0, 'lowest in 20 on'), at(0, 'lowest in 20 back')]).toEqual([-2000, 3000])
  expect([at(10, 'least run back'), at(8, 'least run back'), at(9, 'least run on')]).toEqual([-4000, 0, -4000])
  expect(at(0, 'words below')).toBe(2)
})
