import { expect, test } from 'vitest'
import { joined } from './joined.js'
import { madeClause } from './made-clause.test.suite.js'

const headOf = (line: string, word: string): string => {
  const it = madeClause(line)
  joined(it)
  return it.forms[it.head[it.forms.indexOf(word)]!]!
}

test('a verb with an object joins the verb, not the nearest noun', () => {
  expect(
    headOf('Kenya/PROPN/2/nsubj blockaded/VERB/0/root ports/NOUN/2/obj and/CCONJ/5/cc seized/VERB/3/conj ships/NOUN/5/obj', 'seized'),
  ).toBe('blockaded')
  expect(
    headOf(
      'Kenya/PROPN/2/nsubj blockaded/VERB/0/root ports/NOUN/2/obj in/ADP/5/case Chad/PROPN/3/nmod and/CCONJ/7/cc seized/VERB/5/conj ships/NOUN/7/obj',
      'seized',
    ),
  ).toBe('blockaded')
})

test('what has a subject, no object, or is a gerund stays', () => {
  expect(
    headOf(
      'Kenya/PROPN/2/nsubj saw/VERB/0/root ports/NOUN/2/obj and/CCONJ/6/cc Chad/PROPN/6/nsubj seized/VERB/3/conj ships/NOUN/6/obj',
      'seized',
    ),
  ).toBe('ports')
  expect(
    headOf('Kenya/PROPN/2/nsubj banned/VERB/0/root arson/NOUN/2/obj and/CCONJ/5/cc looting/VERB/3/conj shops/NOUN/5/obj', 'looting'),
  ).toBe('arson')
})
