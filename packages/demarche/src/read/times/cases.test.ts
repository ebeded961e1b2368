import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundle } from '@demarche/english'
import { articleOf, type Doc, type LayerName, type Layers } from '../../doc/index.js'
import type { TimeRow } from '../../spec/index.js'
import { createTags, loadTagsModel } from '../tags/index.js'
import { createTokens, loadBoundaryModel } from '../tokens/index.js'
import { createTimes, type TimesLexicon } from './index.js'

// cases/times/*.txt: a day (`@ 2024-06-13`, or `@ -` for none) holds until the next; each case is lines of text, one sentence a line, `==>` and what must
// come out, one time a line: the words · type value · first..last day. No line after `==>` means that nothing is a time.
const folder = new URL('../../../../../cases/times/', import.meta.url)
const { stage } = createTimes(JSON.parse(readFileSync(new URL('times.json', bundle), 'utf8')) as TimesLexicon)

const reader = [createTokens(loadBoundaryModel(bundle)), createTags(loadTagsModel(bundle)), stage]

function timesOf(text: string, day: string): readonly TimeRow[] {
  let doc: Doc & Partial<Layers> = { article: articleOf(text, day === '-' ? undefined : day), text }
  for (const step of reader) doc = { ...doc, ...step.run(doc as Doc<LayerName>) }
  return doc.times ?? []
}

const shown = (text: string, { span, type, value, from, to }: TimeRow): string =>
  [text.slice(span.from, span.to), `${type} ${value}`, ...(from === undefined ? [] : [`${from}..${to}`])].join(' · ')

let count = 0
for (const file of readdirSync(folder).toSorted()) {
  describe(file, () => {
    let day = '-'
    for (const block of readFileSync(new URL(file, folder), 'utf8').split(/\n\s*\n/)) {
      const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
      if (lines[0]?.startsWith('@ ')) day = lines.shift()!.slice(2)
      const middle = lines.indexOf('==>')
      if (middle < 0) continue
      const [text, wanted, own] = [lines.slice(0, middle).join('\n'), lines.slice(middle + 1), day]
      count++
      test(text, () => {
        expect(timesOf(text, own).map((time) => shown(text, time))).toEqual(wanted)
      })
    }
  })
}

test('there are enough cases', () => expect(count).toBeGreaterThanOrEqual(300))
