import { bundle } from '@demarche/english'
import { expect, test } from 'vitest'
import { UPOS, XPOS } from '../../doc/index.js'
import { lemmaOf, loadTagsModel, Tagger } from './index.js'

const model = loadTagsModel(bundle)
const tagger = new Tagger(model)
const tagged = (text: string): string => {
  const forms = text.split(' ')
  const labels = new Uint8Array(forms.length)
  tagger.tag(forms, labels)
  return forms.map((form, i) => `${tagger.lemma(form, labels[i]!)}/${UPOS[model.labels[labels[i]!]![0]]}`).join(' ')
}

test.each([
  ['The army killed three rebels .', 'the/DET army/NOUN kill/VERB three/NUM rebel/NOUN ./PUNCT'],
  ["Armenia 's minister has denied it .", "Armenia/PROPN 's/PART minister/NOUN have/AUX deny/VERB it/PRON ./PUNCT"],
  ['They ca n’t leave', 'they/PRON can/AUX not/PART leave/VERB'],
])('%s', (text, expected) => expect(tagged(text)).toBe(expected))

test.each([
  ['envoys', 'NNS', 'envoy'],
  ['ratified', 'VBD', 'ratify'],
  ['besieging', 'VBG', 'besiege'],
  ['Yerevan', 'NNP', 'Yerevan'],
])('%s as %s', (form, xpos, lemma) => expect(lemmaOf(form, xpos, model.lemmas)).toBe(lemma))

test('labels are those of the document columns', () => {
  for (const [upos, xpos] of model.labels) {
    expect(UPOS[upos]).toBeDefined()
    expect(XPOS[xpos]).toBeDefined()
  }
})
