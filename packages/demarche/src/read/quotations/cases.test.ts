import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundle } from '@demarche/english'
import { articleOf, type Doc, type LayerName, type Layers } from '../../doc/index.js'
import type { Span } from '../../text/index.js'
import { createTags, loadTagsModel } from '../tags/index.js'
import { createTokens, loadBoundaryModel } from '../tokens/index.js'
import { createTree, loadTreeModel } from '../tree/index.js'
import { createSpeech, type SpeechLexicon } from './index.js'

// cases/speech/*.txt: one case a line, `==>`, then every quotation that must come out, joined by `&&`: kind · source · cue · pieces of the content joined by
// `//`; `-` for what is not there, `none` for no quotation at all. `¶` is a new paragraph. A line that begins with `?` is a known miss and is passed over.
const folder = new URL('../../../../../cases/speech/', import.meta.url)
const reader = [
  createTokens(loadBoundaryModel(bundle)),
  createTags(loadTagsModel(bundle)),
  createTree(loadTreeModel(bundle)),
  createSpeech(JSON.parse(readFileSync(new URL('speech.json', bundle), 'utf8')) as SpeechLexicon),
]

function quotations(line: string): string {
  const text = line.replaceAll(' ¶ ', '\n\n')
  let doc: Doc & Partial<Layers> = { article: articleOf(text), text }
  for (const step of reader) doc = { ...doc, ...step.run(doc as Doc<LayerName>) }
  const words = (it: Span | undefined) => (it ? text.slice(it.from, it.to) : '-')
  const rows = doc.speech!.map(({ kind, source, cue, content }) =>
    [kind, words(source), words(cue), content.map(words).join(' // ')].join(' · '),
  )
  return rows.join(' && ') || 'none'
}

let count = 0
for (const file of readdirSync(folder).toSorted()) {
  describe(file, () => {
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      const [text, wanted] = line.split(' ==> ')
      if (!text || !wanted || text.startsWith('#')) continue
      count++
      const known = text.startsWith('? ')
      const run = known ? test.skip : test
      run(text, () => expect(quotations(known ? text.slice(2) : text)).toBe(wanted))
    }
  })
}

test('there are enough cases', () => expect(count).toBeGreaterThanOrEqual(200))
