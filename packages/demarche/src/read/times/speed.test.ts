import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf, type Doc, type LayerName } from '../../doc/index.js'
import { createTimes, type TimesLexicon } from './index.js'

const { stage } = createTimes(
  JSON.parse(readFileSync(new URL('../../../../english/bundle/times.json', import.meta.url), 'utf8')) as TimesLexicon,
)

const cpu = (text: string): number => {
  const doc = {
    article: articleOf(text, '2024-06-13'),
    text,
    sentences: [{ tokens: { first: 0, end: 0 }, span: { from: 0, to: text.length }, paragraph: 0, kind: 'prose' }],
  }
  const before = process.cpuUsage()
  stage.run(doc as unknown as Doc<LayerName>)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

// Each is one sentence of 5,000 and of 20,000 repetitions: four times the text may cost eight times the time at most, with a floor for noise.
test.each([
  'Monday ',
  '1 day ',
  '1 hour and ',
  '12:',
  '1/',
  'a ',
  "'s ",
  ', ',
  '2020 ',
  'twenty ',
  'the first two ',
  '1,000',
  'q3 ',
  '. ',
  'May 1 to ',
  '“',
  'aaaa',
])('time is linear in %j', (unit) => {
  cpu(unit.repeat(5_000))
  const small = cpu(unit.repeat(5_000))
  expect(cpu(unit.repeat(20_000))).toBeLessThan(Math.max(200, small * 8))
})
