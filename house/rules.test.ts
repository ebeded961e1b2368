import { readFileSync } from 'node:fs'
import { bundle } from '../packages/english/index.js'
import { expect, test } from 'vitest'
import { compileBook, type RuleBook, tryRule, unearned } from '../packages/demarche/src/coding/index.js'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

// Every example of every rule, against all rules, through the whole pipeline. How many may fail for the reader's slips is pinned, and only goes down.
const book = JSON.parse(readFileSync(new URL('rules.json', bundle), 'utf8')) as RuleBook
const coder = compileBook(book)
const pipeline = loadPipeline()
type Reader = Parameters<typeof tryRule>[2]
const cache = new Map<string, ReturnType<Reader>>()
const read: Reader = (text) => {
  if (!cache.has(text))
    cache.set(
      text,
      readArticle(pipeline, articleOf(text, '2024-06-14'), [
        'acts',
        'mentions',
        'actors',
        'times',
        'places',
        'quotations',
      ]) as ReturnType<Reader>,
    )
  return cache.get(text)!
}

const examples = book.rules.reduce((sum, { finds, ignores }) => sum + finds.length + ignores.length, 0)
/** Share of examples that come out otherwise than their rule says. */
const FLOOR = 0.35
/** Share of conditions that no counter-example needs yet. */
const IDLE = 0.55

test('rules do on their own examples what they say', () => {
  const failures = book.rules.flatMap((rule) => tryRule(coder, rule, read))
  if (process.env['RULES']) for (const { place, text, fault } of failures) process.stdout.write(`${place}: ${fault}: ${text}\n`)
  expect(failures.length / Math.max(1, examples)).toBeLessThanOrEqual(FLOOR)
})

test('conditions are earned by an example', () => {
  const idle = book.rules.flatMap((rule) => unearned(coder, rule, read).map((role) => `${rule.file}: ${role}`))
  if (process.env['RULES']) process.stdout.write(`${idle.join('\n')}\n`)
  const all = book.rules.reduce((sum, { roles }) => sum + Object.keys(roles).length, 0)
  expect(idle.length / Math.max(1, all)).toBeLessThanOrEqual(IDLE)
})
