import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIMITS, markOf, readLimits, withinLimits } from './index.js'

const article = (text: string, removed: { span: { from: number; to: number }; why: string }[] = []) => ({ text, removed, related: [] })
const beyond = (text: string): (readonly [string, string])[] =>
  withinLimits(article(text), LIMITS).removed.map(({ span, why }) => [why, text.slice(span.from, span.to)] as const)

test('an article within all limits comes back as it was', () => {
  const it = article('Minsk recalled its envoy on Monday. '.repeat(20))
  expect(withinLimits(it, LIMITS)).toBe(it)
})

test.each([
  ['run', `before ${'-'.repeat(65)} after`, '-'.repeat(65)],
  ['word', `before ${'ab'.repeat(201)} after`, 'ab'.repeat(201)],
  ['repeat', `${'Monday '.repeat(30)}after`, ` ${'Monday '.repeat(10).trimEnd()}`],
  ['sentence', `${'no end '.repeat(300)}. Next one.`, `${' no end'.repeat(300).slice(1999).replace(/^\S*/, '')} .`],
] as const)('%s: what goes beyond is set aside and named, the text stays', (why, text, part) => {
  const { degraded, removed, text: after } = withinLimits(article(text), LIMITS)
  expect(after).toBe(text)
  expect(degraded).toContain(why)
  if (why !== 'sentence') expect(removed.map(({ span }) => text.slice(span.from, span.to))).toContain(part)
  else expect(removed.at(-1)!.span.to).toBe(text.indexOf('.') + 1)
})

test('exactly at a limit nothing is set aside', () => {
  expect(beyond(`a ${'-'.repeat(64)} b`)).toEqual([])
  expect(beyond('Monday '.repeat(20))).toEqual([])
  expect(beyond(`a ${'ab'.repeat(200)} b`)).toEqual([])
  expect(beyond(`${'ab cd '.repeat(333)}.`)).toEqual([])
})

test('a text beyond its length is coded up to the last space before it, and never through a pair of surrogates', () => {
  const long = 'One sentence. '.repeat(20_000)
  expect(withinLimits(article(long), LIMITS).removed).toEqual([{ span: { from: 99_991, to: long.length }, why: 'text' }])
  const { removed } = withinLimits(article('\u{1F600}'.repeat(300)), { ...LIMITS, run: 1e9, word: 1e9, repeat: 1e9, text: 301 })
  expect(removed.map(({ span }) => span.from)).toEqual([300])
})

test('any text: spans in order, inside it, apart from each other and from what was removed before', () => {
  const small = { ...LIMITS, run: 3, word: 8, repeat: 2, sentence: 20, text: 60 }
  const texts = fc.array(fc.constantFrom('a', 'b ', ' ', '. ', '\n', '\u{1F600}', 'Monday '), { maxLength: 60 }).map((it) => it.join(''))
  fc.assert(
    fc.property(texts, fc.nat(50), fc.nat(10), (text, from, length) => {
      const [start, end] = [Math.min(from, text.length), Math.min(from + length, text.length)]
      const given = start < end ? [{ span: { from: start, to: end }, why: 'navigation' }] : []
      const { removed } = withinLimits(article(text, given), small)
      let at = 0
      for (const { span } of removed) {
        expect(span.from).toBeGreaterThanOrEqual(at)
        expect(span.to).toBeGreaterThanOrEqual(span.from)
        at = span.to
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})

test('ten million characters of anything take no more than a moment', () => {
  for (const unit of ['a', '. ', 'Monday ', '- ', '\n', 'ab', `${'x'.repeat(70)} `]) {
    const text = unit.repeat(2_000_000 / unit.length)
    const before = process.cpuUsage()
    withinLimits(article(text), LIMITS)
    expect(process.cpuUsage(before).user / 1e6, unit).toBeLessThan(2)
  }
})

test('a file of limits is laid over the defaults; what is wrong in it is named', () => {
  expect(readLimits('{"cpu": 3}', 'f')).toEqual({ ...LIMITS, cpu: 3 })
  for (const wrong of ['', '[]', '{"cpus": 3}', '{"cpu": "3"}', '{"cpu": -1}', '{"__proto__": {"cpu": 1}}'])
    expect(() => readLimits(wrong, 'limits.json'), wrong).toThrow(/^limits\.json: /)
})

test('only limits that change rows change the version of the coder', () => {
  expect(markOf(LIMITS)).toBe('')
  expect(markOf({ ...LIMITS, cpu: 1, heap: 1, documentBytes: 1, slow: 1 })).toBe('')
  expect(markOf({ ...LIMITS, run: 10 })).toMatch(/^\.limits-[0-9a-f]{8}$/)
  expect(markOf({ ...LIMITS, run: 10 })).not.toBe(markOf({ ...LIMITS, run: 11 }))
})

test('thousands of spans that were set aside before cost no more than their length', () => {
  const text = 'x\n\n'.repeat(30_000)
  const removed = Array.from({ length: 30_000 }, (_, i) => ({ span: { from: i * 3, to: i * 3 + 1 }, why: 'other' }))
  const before = process.cpuUsage()
  const within = withinLimits(article(text, removed), LIMITS)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
  expect(within.degraded).toEqual(['repeat'])
  // What was removed before keeps its reason; only the white space between is new.
  expect(within.removed.filter(({ why }) => why === 'other')).toHaveLength(30_000)
  expect(within.removed.filter(({ why, span }) => why === 'repeat' && text.slice(span.from, span.to).trim() !== '')).toEqual([])
})
