import { expect, test } from 'vitest'
import { articleFromHtml } from './article-html.js'
import { articleFromText } from './article-text.js'

/** CPU seconds that a document may take, whatever its form. */
const MOST = 2
const SENTENCE = 'The harbour office of Bergen said on Monday that two ferries had been called back for repairs. '

test.each<readonly [string, () => unknown]>([
  ['20,000 short blocks', () => articleFromHtml(`<html><body>${'<div>Short line</div>'.repeat(20_000)}`)],
  ['a paragraph of 15 MB', () => articleFromHtml(`<html><body><article><p>${SENTENCE.repeat(150_000)}</p>`)],
  ['15 MB on one line', () => articleFromText(SENTENCE.repeat(150_000))],
  ['40,000 lines', () => articleFromText(`${SENTENCE}\n`.repeat(40_000))],
  ['20,000 short lines', () => articleFromText('Short line\n'.repeat(20_000))],
])('%s', (_, read) => {
  const before = process.cpuUsage()
  read()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(MOST)
})
