import { expect, test } from 'vitest'
import { ofWhomItTells } from './describing.js'
import { arcsOf, madeClause } from './made-clause.test.suite.js'

test('a form in “-ing” of a verb without object describes the noun after a preposition, and the day belongs to the act', () => {
  const it = madeClause(
    'Guards/NOUN/2/nsubj fired/VERB/0/root on/SCONJ/4/mark fleeing/flee/VERB/2/advcl miners/NOUN/4/obj on/ADP/7/case Monday/PROPN/4/obl ./PUNCT/2/punct',
  )
  expect(ofWhomItTells(it)).toBe(true)
  expect(arcsOf(it, 'fleeing', 'miners', 'Monday')).toEqual(['fleeing amod miners', 'miners obl fired', 'Monday obl fired'])
})

test('a verb that takes an object keeps it', () => {
  const it = madeClause(
    'Guards/NOUN/2/nsubj insisted/VERB/0/root on/SCONJ/4/mark searching/search/VERB/2/advcl miners/NOUN/4/obj ./PUNCT/2/punct',
  )
  expect(ofWhomItTells(it)).toBe(false)
})
