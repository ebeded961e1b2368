import { expect, test } from 'vitest'
import { LONGEST_SENTENCE, readable, type Sentence } from './index.js'

const sentence = (first: number, end: number, from: number, paragraph = 0): Sentence => ({
  tokens: { first, end },
  span: { from, to: from + 10 },
  paragraph,
  kind: 'prose',
})

test('the pieces of a sentence that was cut are not read, and the next paragraph is', () => {
  const isRead = readable()
  const long = LONGEST_SENTENCE
  const sentences = [
    sentence(0, long, 0),
    sentence(long, 2 * long, 5000),
    sentence(2 * long, 2 * long + 7, 10_000),
    sentence(2 * long + 7, 2 * long + 9, 10_050, 1),
  ]
  expect(sentences.map(isRead)).toEqual([true, false, false, true])
})

test('a paragraph is read up to its limit, a longer text of many paragraphs whole', () => {
  const isRead = readable()
  const sentences = [sentence(0, 5, 0), sentence(5, 9, 199_999), sentence(9, 12, 200_000), sentence(12, 15, 200_020, 1)]
  expect(sentences.map(isRead)).toEqual([true, true, false, true])
})
