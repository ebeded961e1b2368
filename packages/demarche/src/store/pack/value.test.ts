import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack, type Words } from './index.js'

/** Numbers in order of appearance, from 1. */
function memory(): Words & { readonly size: number } {
  const texts: string[] = []
  const numberOf = (text: string): number => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1) + 1
  return {
    get size() {
      return texts.length
    },
    numberOf,
    numberOfKeys: (keys) => numberOf(JSON.stringify(keys)),
    textOf: (number) => texts[number - 1]!,
    valueOf: (number) => JSON.parse(texts[number - 1]!) as unknown,
  }
}

const again = (value: unknown): string => {
  const words = memory()
  return JSON.stringify(unpack(pack(value, words), words))
}

test('any value of JSON comes back, its fields in their order', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(again(value)).toBe(JSON.stringify(value))
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['2024-02-29', '2023-02-29', '0001-01-01', '9999-12-31', '2024-1-001'],
  [
    { from: 10, to: 3 },
    { from: -5, to: 2 },
    { from: 0.5, to: 1 },
    -461_026_607_456.3505,
    900_719_925_474.0991,
    { from: '2024-06-13', to: '2024-06-14' },
    { to: 1, from: 2 },
  ],
  ['claim-0123456789abcdef', 'claim-0123456789ABCDEF', 'x'.repeat(500), '\ud800'.repeat(200), 'é'.repeat(300)],
  ['0123456789abcdef'.repeat(2), '0123456789abcdef'.repeat(2), 'f'.repeat(64), 'F'.repeat(64), 'f'.repeat(63)],
  [0.1, 1e300, -7.25, 0.12345, 123456789.5, 2 ** 53, -1, 40.18],
  [null, true, false, [], {}, { a: [{ b: null }] }],
])('what looks alike is kept apart: %j', (...values) => expect(again(values)).toBe(JSON.stringify(values)))

test('fields without a value are left out, as in JSON', () => expect(again({ a: undefined, b: 1 })).toBe('{"b":1}'))

test('spans, days and ids take few bytes', () => {
  const words = memory()
  const spans = Array.from({ length: 20 }, (_, i) => ({ from: i * 40, to: i * 40 + 35 }))
  expect(pack(spans, words).length).toBeLessThan(80)
  expect(pack(['2024-06-13', '2024-06-14'], words).length).toBeLessThan(8)
  expect(pack('claim-0123456789abcdef', words).length).toBe(10)
})

test('bytes that were cut are refused', () => {
  const words = memory()
  const bytes = pack({ a: [1, 2, 'x'.repeat(400)] }, words)
  expect(() => unpack(bytes.subarray(0, 20), words)).toThrow(RangeError)
  expect(() => unpack(new Uint8Array([...bytes, 0]), words)).toThrow('more bytes')
})
