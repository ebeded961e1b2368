import { expect, test } from 'vitest'
import { bareGerund } from './bare-gerund.js'
import { arcsOf, madeClause } from './made-clause.test.suite.js'

test('a form in -ing that stands alone before its verb is its subject', () => {
  const it = madeClause('Fighting/VERB/2/csubj broke/VERB/0/root out/ADP/2/compound:prt')
  expect(bareGerund(it)).toBe(true)
  expect(arcsOf(it, 'Fighting')).toEqual(['Fighting nsubj broke'])
})

test('one that acts on something is a clause', () => {
  const it = madeClause('Leaving/VERB/3/csubj Mali/PROPN/1/obj took/VERB/0/root months/NOUN/3/obj')
  expect(bareGerund(it)).toBe(false)
})
