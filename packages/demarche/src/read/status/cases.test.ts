import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundle } from '@demarche/english'
import { articleOf, tokenAt, type Doc, type LayerName, type Layers } from '../../doc/index.js'
import { createTags, loadTagsModel } from '../tags/index.js'
import { createTokens, loadBoundaryModel } from '../tokens/index.js'
import { createTree, loadTreeModel } from '../tree/index.js'
import { createStatus, type StatusLexicon } from './index.js'

// cases/status/*.txt: one case a line, the words of acts in brackets, `==>` and the status of each in order. A line that begins with `?` is a known miss:
// it is passed over until the reader is better.
const folder = new URL('../../../../../cases/status/', import.meta.url)
const statusOf = createStatus(JSON.parse(readFileSync(new URL('status.json', bundle), 'utf8')) as StatusLexicon)
const reader = [createTokens(loadBoundaryModel(bundle)), createTags(loadTagsModel(bundle)), createTree(loadTreeModel(bundle))]

function statuses(marked: string): string {
  const starts: number[] = []
  let text = ''
  for (const char of marked) {
    if (char === '[') starts.push(text.length)
    else if (char !== ']') text += char
  }
  let doc: Doc & Partial<Layers> = { article: articleOf(text), text }
  for (const step of reader) doc = { ...doc, ...step.run(doc as Doc<LayerName>) }
  const read = doc as Doc<'tokens' | 'sentences' | 'tags' | 'tree'>
  return starts.map((at) => statusOf(read, tokenAt(read.tokens, at)).status).join(' ')
}

let count = 0
for (const file of readdirSync(folder).toSorted()) {
  describe(file, () => {
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      const [marked, wanted] = line.split(' ==> ')
      if (!marked || !wanted || marked.startsWith('#')) continue
      count++
      const known = marked.startsWith('? ')
      const run = known ? test.skip : test
      run(marked, () => expect(statuses(known ? marked.slice(2) : marked)).toBe(wanted))
    }
  })
}

test('there are enough cases', () => expect(count).toBeGreaterThanOrEqual(250))
