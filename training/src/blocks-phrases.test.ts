import { expect, test } from 'vitest'
import { phrasesOf } from './blocks-junk.js'
import { MORE } from './blocks-phrases-more.js'
import * as say from './blocks-phrases.js'

const LISTS = Object.entries(say).filter(([name]) => !['MONTHS', 'SITES', 'TOPICS'].includes(name))
const bare = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim()

test.each(LISTS)('none of the phrases of %s that measure is among those that were added for training', (_, list) => {
  const measured = phrasesOf('measure', list).map(bare)
  const added = (MORE.get(list) ?? []).map(bare)
  expect(measured.length).toBeGreaterThan(1)
  expect(added.length).toBeGreaterThan(10)
  expect(measured.filter((phrase) => added.includes(phrase))).toEqual([])
})
