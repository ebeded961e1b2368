import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hashString } from 'demarche/read/model'
import { generated } from './features.js'
import { headlineOf, shown } from './headlines.js'
import { readConllu } from './conllu.js'

/** Code without its layout, which the formatter decides. */
const bare = (text: string): string => text.replace(/\s+/g, '')

test('the feature code is that of the templates', () => {
  for (const [path, text] of generated()) expect(bare(readFileSync(path, 'utf8'))).toBe(bare(text))
})

test('hashes are what the models were trained with', () => expect(hashString('ambassador')).toBe(hashString('ambassador', 0x811c9dc5)))

test('a sentence becomes a headline', () => {
  const rows = [
    'The army army DET DT 2 det',
    'army army NOUN NN 3 nsubj',
    'shelled shell VERB VBD 0 root',
    'a a DET DT 5 det',
    'town town NOUN NN 3 obj',
    '. . PUNCT . 3 punct',
  ]
  const cells = rows
    .map((row) => row.split(' ').slice(-6))
    .map(([form, lemma, upos, xpos, head, relation], i) =>
      [i + 1, i === 0 ? 'The' : form, lemma, upos, xpos, '_', head, relation, '_', '_'].join('\t'),
    )
  const [gold] = readConllu(`# text = The army shelled a town.\n${cells.join('\n')}\n\n`)
  expect(shown(headlineOf(gold!, true)!)).toBe('Army/NOUN/NN Shells/VERB/VBZ Town/NOUN/NN')
})
