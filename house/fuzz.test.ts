import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRule } from '../packages/demarche/src/coding/load.js'
import { csvCell } from '../packages/demarche/src/export/index.js'
import { isPending, pendingInputs, REASONS } from '../packages/demarche/src/ingest/index.js'
import { LIMITS, withinLimits } from '../packages/demarche/src/limits/index.js'
import { mergeReports, reportsOf } from '../packages/demarche/src/story/index.js'
import { isProblem } from '../packages/demarche/src/text/index.js'
import { telling } from '../packages/demarche/src/store/contract.test.suite.js'

// Ten thousand made cases each: whatever comes in, the promise of each part holds.
const RUNS = { numRuns: 10_000 }

const scraps = fc.constantFrom(
  '{"text":"a","id":"1"}\n',
  '{"html":"<p>b</p>"}\n',
  '{',
  '[{"text":"x"}]',
  '<rss><channel><item><title>t</title></item></channel></rss>',
  '<feed>',
  '<item>',
  '</item>',
  '<title>',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '<html><body><p>Text of a page.</p>',
  'WARC/1.0\r\n',
  'WARC-Type: resource\r\n',
  'Content-Length: 5\r\n\r\n',
  'text,id\n',
  'a,1\n',
  '"',
  '\u001f\u008b\b',
  '%PDF-1.4',
  'PK\u0003\u0004',
  'From: a\nTo: b\n',
  '\n',
  '\0',
  '__proto__',
  '{"__proto__":{"polluted":1},"text":"y"}\n',
  '{"constructor":{"prototype":{"polluted":1}}}\n',
  '\ud800',
)
const bytes = fc
  .array(
    fc.oneof(
      scraps.map((it) => Buffer.from(it, 'latin1')),
      fc.uint8Array({ maxLength: 20 }).map((it) => Buffer.from(it)),
    ),
    { maxLength: 8 },
  )
  .map((it) => Buffer.concat(it))

async function* inPieces(whole: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

test('readers: any bytes, in pieces of any size, give documents or failures of the closed list', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 64 }), async (whole, size) => {
      let count = 0
      for await (const it of pendingInputs(['-'], { stdin: inPieces(whole, size) })) {
        count++
        if (!isPending(it)) expect(Object.keys(REASONS)).toContain(it.failure.reason)
      }
      expect(count).toBeLessThanOrEqual(whole.length + 1)
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    }),
    RUNS,
  )
})

test('offsets: nothing is coded beyond the limits, and what is set aside lies in order inside the text', () => {
  const small = { ...LIMITS, run: 3, word: 8, repeat: 2, sentence: 20, text: 60 }
  const text = fc
    .array(fc.oneof(fc.constantFrom(' ', '. ', '\n', 'Monday ', '---', '\u{1F600}'), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 30,
    })
    .map((it) => it.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const once = withinLimits({ text: given, removed: [], related: [] }, small)
      expect(once.text).toBe(given)
      let at = 0
      for (const { span } of once.removed) {
        expect(span.from).toBeGreaterThanOrEqual(at)
        expect(span.to).toBeGreaterThan(span.from)
        at = span.to
      }
      expect(at).toBeLessThanOrEqual(given.length)
      expect(withinLimits(once, small)).toEqual(once)
    }),
    RUNS,
  )
})

test('exports: no cell begins a formula, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n=', ' =', '"='), fc.string()).map((it) => it.join('')),
      ),
      (value) => {
        expect(csvCell(value).replace(/^"/, '')).not.toMatch(/^[=+@\t\r]|^-(?!\d+(?:\.\d+)?"?$)/)
      },
    ),
    RUNS,
  )
})

test('merges: reports in any order give the same events', () => {
  const days = ['2024-06-13', '2024-06-14', '2024-06-20']
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      day: fc.constantFrom(...days),
      killed: fc.option(fc.nat(50), { nil: undefined }),
    }),
    { maxLength: 5, selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(rows, fc.nat(), (told, turn) => {
      const reports = told.flatMap(({ id, day, killed }) =>
        reportsOf(telling({ id, day, ...(killed === undefined ? {} : { killed }) }), []),
      )
      const cut = reports.length === 0 ? 0 : turn % reports.length
      expect(mergeReports([...reports.slice(cut), ...reports.slice(0, cut)].toReversed())).toEqual(mergeReports(reports))
    }),
    RUNS,
  )
})

test('rules: any text in a file of rules is read, or refused with its place', { timeout: 120_000 }, () => {
  const lines = fc.constantFrom(
    'rule: recall',
    'gloss: calls home',
    'codes: {type: SANCTION, mode: withdraw, cameo: "161"}',
    'verbs: [recall {envoy}, call home]',
    'roles:',
    '  theme: envoy+',
    'requires: [actor]',
    'over: [other]',
    'find: |',
    '  [actor Kenya] recalled its envoy.',
    'ignore:',
    '  - [Kenya recalled, why]',
    'ledger: {of: x}',
    '__proto__: {polluted: 1}',
    '&a [*a]',
    '? - :',
    '"',
    '{',
    '\t',
    'off: true',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(lines, fc.string({ maxLength: 12 })), { maxLength: 10 }), (parts) => {
      try {
        readRule(parts.join('\n'), 'own/a.yml')
      } catch (error) {
        if (!isProblem(error)) throw error
        expect(error.message).toContain('own/a.yml')
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    }),
    RUNS,
  )
})
