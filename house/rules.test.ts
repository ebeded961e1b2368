import { readFileSync } from 'node:fs'
import { bundle } from '../packages/english/index.js'
import { expect, test } from 'vitest'
import { compileBook, type RuleBook, tryRule, unearned } from '../packages/demarche/src/coding/index.js'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { loadPipeline, readTraced } from '../packages/demarche/src/pipeline.js'

// Every example of every rule, against all rules, through the whole pipeline: right, and alone.
const book = JSON.parse(readFileSync(new URL('rules.json', bundle), 'utf8')) as RuleBook
const coder = compileBook(book)
const pipeline = loadPipeline()
type Reader = Parameters<typeof tryRule>[2]
const cache = new Map<string, ReturnType<Reader>>()
const read: Reader = (text) => {
  if (!cache.has(text)) cache.set(text, readTraced(pipeline, articleOf(text, '2024-06-14')))
  return cache.get(text)!
}

test('every example of every rule comes out right and alone', { timeout: 120_000 }, () => {
  const failures = book.rules.flatMap((rule) => tryRule(coder, rule, read))
  expect(failures.map(({ place, text, fault }) => `${place}: ${fault}: ${text}`)).toEqual([])
})

test('every condition is earned: without one, some sentence that is to be ignored is found, or one that is to be found is not', () => {
  const idle = book.rules.flatMap((rule) => unearned(coder, rule, read).map((role) => `${rule.file}: ${role}`))
  expect(idle).toEqual([])
})

test('every rule shows what it finds and what it leaves alone, and why', () => {
  for (const { file, finds, ignores } of book.rules) {
    expect(finds.length, file).toBeGreaterThanOrEqual(2)
    expect(ignores.length, file).toBeGreaterThanOrEqual(1)
    for (const { why } of ignores) expect(why.length, file).toBeGreaterThan(4)
  }
})
