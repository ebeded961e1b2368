import { expect, test } from 'vitest'
import { leadingDay } from './leading-day.js'
import { arcsOf, madeClause } from './made-clause.test.suite.js'

test('a list of names that was hung on the day before it is the subject', () => {
  const it = madeClause(
    'On/ADP/2/case Friday/PROPN/11/obl ,/PUNCT/4/punct Oman/PROPN/2/conj ,/PUNCT/6/punct Chad/PROPN/2/conj ,/PUNCT/2/punct Togo/PROPN/11/nsubj and/CCONJ/10/cc Fiji/PROPN/8/conj cut/VERB/0/root ties/NOUN/11/obj',
  )
  expect(leadingDay(it)).toBe(true)
  expect(arcsOf(it, 'Friday', 'Oman', 'Chad', 'Togo', 'Fiji', 'and')).toEqual([
    'Friday obl cut',
    'Oman nsubj cut',
    'Chad conj Oman',
    'Togo conj Oman',
    'Fiji conj Oman',
    'and cc Fiji',
  ])
})

test('so is one of which the verb kept nothing, with names of several words', () => {
  const it = madeClause(
    'Last/ADJ/2/amod week/NOUN/11/obl:unmarked ,/PUNCT/5/punct Saudi/ADJ/5/amod Arabia/PROPN/2/conj ,/PUNCT/7/punct Togo/PROPN/5/conj and/CCONJ/10/cc the/DET/10/det Gambia/PROPN/2/conj cut/VERB/0/root ties/NOUN/11/obj',
  )
  leadingDay(it)
  expect(arcsOf(it, 'Arabia', 'Saudi', 'Togo', 'Gambia', 'the')).toEqual([
    'Arabia nsubj cut',
    'Saudi amod Arabia',
    'Togo conj Arabia',
    'Gambia conj Arabia',
    'the det Gambia',
  ])
})

test.each([
  [
    'a list that is read well',
    'On/ADP/2/case Friday/PROPN/9/obl ,/PUNCT/2/punct Oman/PROPN/9/nsubj ,/PUNCT/6/punct Chad/PROPN/4/conj and/CCONJ/8/cc Togo/PROPN/4/conj cut/VERB/0/root ties/NOUN/9/obj',
  ],
  [
    'a list after a place',
    'In/ADP/2/case Lima/PROPN/9/obl ,/PUNCT/4/punct Oman/PROPN/2/conj ,/PUNCT/6/punct Chad/PROPN/2/conj and/CCONJ/8/cc Togo/PROPN/2/conj cut/VERB/0/root ties/NOUN/9/obj',
  ],
])('%s stays as it is', (_, line) => {
  const it = madeClause(line)
  const before = [...it.head]
  expect(leadingDay(it)).toBe(false)
  expect([...it.head]).toEqual(before)
})
