import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIMIT_TABLE, LIMITS, markOf, readLimits, withinLimits } from './index.js'

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

test('at the end of a text the limits are the same', () => {
  expect(beyond(`a ${'ab'.repeat(200)}`)).toEqual([])
  expect(beyond(`a ${'-'.repeat(64)}`)).toEqual([])
  expect(beyond(`a ${'ab'.repeat(200)}c`)).toEqual([['word', `${'ab'.repeat(200)}c`]])
  expect(beyond('Monday '.repeat(21))).toEqual([['repeat', ' Monday']])
  // A word that begins like the one before is another word.
  expect(beyond(`${'Mon '.repeat(21)}Monday`)).toEqual([['repeat', ' Mon']])
})

test('words end at each kind of white space', () => {
  for (const space of ['\t', '\n', '\v', '\f', '\r', ' ', '\u00a0', '\u2028', '\u2029']) {
    const half = 'ab'.repeat(150)
    expect(beyond(`${half}${space}${half}`), JSON.stringify(space)).toEqual([])
  }
  for (const letter of ['\b', '\u000e', '!', '\u00a1']) expect(beyond(`${'ab'.repeat(150)}${letter}${'ab'.repeat(150)}`)).toHaveLength(1)
})

test('a sentence ends at its stop before white space, at a stop of other scripts, and at a new line', () => {
  const clause = 'Minsk recalled its envoy on Monday and then on Tuesday'
  for (const end of ['. ', '! ', '? ', '\u2026 ', '\u3002', '\uff01', '\n']) expect(beyond(`${clause}${end}`.repeat(60)), end).toEqual([])
  // A stop inside a number or before a word ends none.
  for (const inner of [' 3.5 ', ' .net ']) expect(beyond(`${clause}${inner}`.repeat(60))[0]?.[0], inner).toBe('sentence')
  const open = `${clause} `.repeat(40).trimEnd()
  expect(beyond(open)).toEqual([['sentence', open.slice(open.lastIndexOf(' ', 2000))]])
})

test('what goes beyond is cut at the last space within 200 characters, else where the limit is', () => {
  const loose = { ...LIMITS, run: 1e9, word: 1e9, repeat: 1e9, sentence: 1e9, text: 300 }
  const cut = (text: string, limits = loose) => withinLimits(article(text), limits).removed.map(({ span }) => span.from)
  const spaced = (at: number): string => `${'ab'.repeat(200).slice(0, at)} ${'cd'.repeat(200)}`
  expect([cut(spaced(299)), cut(spaced(101)), cut(spaced(100)), cut(spaced(20))]).toEqual([[299], [101], [300], [300]])
  expect(cut(` ${'ab'.repeat(20)}`, { ...loose, text: 10 })).toEqual([10])
  expect(cut('ab'.repeat(150))).toEqual([])
  expect(cut(`${'ab'.repeat(150)}c`)).toEqual([300])
  // The first and the last of the second halves of pairs.
  for (const sign of ['\u{10000}', '\u{103ff}']) expect(cut(sign.repeat(200), { ...loose, text: 301 })).toEqual([300])
  for (const sign of ['\udbff', '\ue000']) expect(cut(`${'a'.repeat(300)}${sign}b`)).toEqual([300])
})

test('words and marks beyond their number are set aside, counted where nothing was taken before', () => {
  const few = { ...LIMITS, tokens: 5 }
  const rest = (text: string, removed?: Parameters<typeof article>[1]) =>
    withinLimits(article(text, removed), few).removed.map(({ span, why }) => [why, text.slice(span.from, span.to)])
  expect(rest('Chad met Niger in May')).toEqual([])
  expect(rest('Chad met Niger in May.')).toEqual([['tokens', '.']])
  expect(rest('“No,” he said. Then he left.')).toEqual([['tokens', ' said. Then he left.'.slice(1)]])
  expect(rest('Zürich-42 méto! Жук пел')).toEqual([['tokens', 'Жук пел']])
  expect(rest('a\u2014b \u3010c d')).toEqual([['tokens', 'd']])
  const menu = [{ span: { from: 0, to: 8 }, why: 'navigation' }]
  expect(rest('a b c d Chad met Niger in May', menu)).toEqual([['navigation', 'a b c d ']])
  expect(rest('a b c d Chad met Niger in May 2020', menu)[1]).toEqual(['tokens', '2020'])
  // What is taken away parts words.
  expect(rest('onetwothree four six ten', [{ span: { from: 3, to: 6 }, why: 'other' }])).toHaveLength(1)
  expect(rest('onetwothree four six ten two', [{ span: { from: 3, to: 6 }, why: 'other' }])[1]).toEqual(['tokens', 'two'])
  // The first and the last letters and digits are parts of words, their neighbours in the table are marks.
  for (const sign of 'azAZ09Àéж') expect(rest(`b c d e f${sign}${sign}f`), sign).toEqual([])
  for (const sign of '`{@[/:¿—、') expect(rest(`b c d e${sign}f`), sign).toEqual([['tokens', 'f']])
  const { degraded, removed, text } = withinLimits(article('“No,” he said. '.repeat(7000)), LIMITS)
  expect([degraded, removed[0]!.span.from, removed.at(-1)!.span.to]).toEqual([['text', 'tokens'], 34_284, text.length])
})

test('all limits that were reached are named, in order, beside those of before', () => {
  const text = `${'-'.repeat(70)} ${'ab'.repeat(300)} ${'Monday '.repeat(30)}. `
  expect(withinLimits({ ...article(text), degraded: ['depth'] }, LIMITS).degraded).toEqual(['depth', 'repeat', 'run', 'word'])
})

test('a text beyond its length is coded up to the last space before it, and never through a pair of surrogates', () => {
  const long = 'One sentence. '.repeat(20_000)
  expect(withinLimits(article(long), { ...LIMITS, tokens: 1e9 }).removed).toEqual([
    { span: { from: 99_991, to: long.length }, why: 'text' },
  ])
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

test('the defaults are those that docs/trust.md promises, and each is hard or soft', () => {
  const MIB = 2 ** 20
  expect(Object.entries(LIMIT_TABLE).map(([name, { value, kind }]) => `${name} ${value} ${kind}`)).toEqual([
    `documentBytes ${16 * MIB} hard`,
    `unpackedBytes ${64 * MIB} hard`,
    'ratio 200 hard',
    'depth 200 soft',
    'elements 50000 soft',
    'attributes 64 soft',
    'items 20000 hard',
    'text 100000 soft',
    'tokens 16000 soft',
    'word 400 soft',
    'run 64 soft',
    'repeat 20 soft',
    'sentence 2000 soft',
    'slow 2 soft',
    'cpu 10 hard',
    'wall 120 hard',
    'heap 512 hard',
  ])
  const promised = readFileSync(new URL('../../../../docs/trust.md', import.meta.url), 'utf8')
  for (const name of Object.keys(LIMITS)) expect(promised).toContain(`\`${name}\``)
})

test('a file of limits is laid over the defaults; what is wrong in it is named', () => {
  expect(readLimits('{"cpu": 3}', 'f')).toEqual({ ...LIMITS, cpu: 3 })
  for (const wrong of ['', '[]', '{"cpus": 3}', '{"cpu": "3"}', '{"cpu": -1}', '{"__proto__": {"cpu": 1}}'])
    expect(() => readLimits(wrong, 'limits.json'), wrong).toThrow(/^limits\.json: /)
  expect(() => readLimits('[]', 'f')).toThrow('is no object')
  expect(() => readLimits('null', 'f')).toThrow('is no object')
  expect(() => readLimits('{"cpus": 3, "cpu": 0}', 'f')).toThrow('there is no limit “cpus”; cpu: is no number above 0')
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
