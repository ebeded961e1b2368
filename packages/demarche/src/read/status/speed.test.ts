import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deprelId, docFrom, kidsOf } from '../../doc/index.js'
import { createStatus, type StatusLexicon } from './index.js'

const bundle = new URL('../../../../english/bundle/status.json', import.meta.url)
const statusOf = createStatus(JSON.parse(readFileSync(bundle, 'utf8')) as StatusLexicon)

test('a chain of twenty thousand verbs takes no longer than its length', () => {
  const small = docFrom('want/want/VERB/0/root')
  const length = 20_000
  const column = <T extends { fill(value: number): T }>(it: T, value: number): T => it.fill(value)
  const head = Int32Array.from({ length }, (_, i) => i - 1)
  const doc = {
    ...small,
    tokens: { length, start: new Uint32Array(length), end: new Uint32Array(length), sentence: new Uint32Array(length) },
    sentences: [{ ...small.sentences[0]!, tokens: { first: 0, end: length } }],
    tags: {
      upos: column(new Uint8Array(length), small.tags.upos[0]!),
      xpos: new Uint8Array(length),
      lemma: Array.from({ length }, () => 'want'),
    },
    tree: { head, deprel: column(new Uint8Array(length), deprelId.get('xcomp')!), confidence: new Uint8Array(length), ...kidsOf(head) },
  }
  const start = process.cpuUsage().user
  for (let i = length - 1; i >= 0; i--) statusOf(doc, i)
  expect(process.cpuUsage().user - start).toBeLessThan(2_000_000)
})
