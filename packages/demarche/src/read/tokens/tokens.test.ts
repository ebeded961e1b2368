import { bundle } from '@demarche/english'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleOf } from '../../doc/index.js'
import { createTokens, loadBoundaryModel } from './index.js'

const read = (text: string) => {
  const layers = createTokens(loadBoundaryModel(bundle)).run({ article: articleOf(text), text } as never)
  const { tokens, sentences } = layers as { tokens: typeof layers.tokens; sentences: typeof layers.sentences }
  const words = Array.from(tokens.start, (from, i) => text.slice(from, tokens.end[i]))
  return { words, tokens, sentences, spans: sentences.map(({ span }) => text.slice(span.from, span.to)) }
}

test.each([
  [
    "They don't, they'll've gone; Armenia's envoys' cars can't stay.",
    "They do n't , they 'll 've gone ; Armenia 's envoys ' cars ca n't stay .",
  ],
  ['The U.S. and U.N. met Gen. A. B. Petrosyan Jr. on Jan. 3.', 'The U.S. and U.N. met Gen. A. B. Petrosyan Jr. on Jan. 3 .'],
  ['A $1,250.50 fine (about 30%) on 12/06/2021 at 10:30.', 'A $ 1,250.50 fine ( about 30 % ) on 12/06/2021 at 10:30 .'],
  ['The Russian-Turkish deal – a “first” – was re-signed.', 'The Russian - Turkish deal – a “ first ” – was re-signed .'],
  [
    'See https://example.org/a?b=c, or write to press@mfa.example.org.',
    'See https://example.org/a?b=c , or write to press@mfa.example.org .',
  ],
  ['“We cannot go,” he said...', '“ We can not go , ” he said ...'],
])('%s', (text, words) => expect(read(text).words.join(' ')).toBe(words))

test.each([
  ['Mr. Smith met Sen. Jones. They left at 5 p.m. on Monday. No one spoke.', 3],
  ['“Leave now!” he said. “We will.” She left.', 3],
  ['Title of the piece\n\nThe army left. It was late', 3],
  ['A line that was wrapped by the\neditor at some column and goes\non here.', 1],
])('%s: sentences', (text, count) => expect(read(text).spans).toHaveLength(count))

test('no layer moves a character', () => {
  const signs = fc.constantFrom(
    ...'aA.b,\'’"“ \n\r\t-0$@/:&…!?()s😀é\u0301\u200b\ud800#_',
    'U.S. ',
    "n't",
    'http://',
    'www.',
    '.com',
    'e.g.',
  )
  fc.assert(
    fc.property(
      fc.array(signs, { maxLength: 80 }).map((it) => it.join('')),
      (text) => {
        const { tokens, sentences } = read(text)
        const [starts, ends] = [[...tokens.start.subarray(0, tokens.length)], [...tokens.end.subarray(0, tokens.length)]]
        // What lies between tokens is blank, and what lies in them is not.
        const gaps = [0, ...ends].map((end, i) => text.slice(end, starts[i] ?? text.length)).join('')
        expect(gaps.replace(/[\s\u200b\u0085]/gu, '')).toBe('')
        expect(starts.every((start, i) => start >= (ends[i - 1] ?? 0) && ends[i]! > start)).toBe(true)
        expect(starts.filter((start, i) => /\s/.test(text.slice(start, ends[i])))).toEqual([])
        expect(sentences.flatMap(({ tokens: { first, end } }) => Array.from({ length: end - first }, (_, k) => first + k))).toEqual([
          ...tokens.start.keys(),
        ])
        for (const [number, { tokens: range }] of sentences.entries())
          expect(tokens.sentence.subarray(range.first, range.end).every((it) => it === number)).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})
