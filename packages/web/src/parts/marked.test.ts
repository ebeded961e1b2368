import { expect, test } from 'vitest'
import { marked } from './marked.js'

test('the words that were looked for stand apart, in any case, and nothing is lost', () => {
  const sentence = 'The Ambassador left; ambassadors stay.'
  const parts = marked(sentence, '"the ambassador"')
  expect(parts.map(({ words }) => words).join('')).toBe(sentence)
  expect(parts.filter(({ hit }) => hit).map(({ words }) => words)).toEqual(['The', 'Ambassador'])
  expect(marked('', 'x')).toEqual([])
})
