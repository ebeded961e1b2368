import { expect, test } from 'vitest'
import { auxiliaries } from './auxiliaries.js'
import { arcsOf, madeClause } from './made-clause.test.suite.js'

test('what was hung on an auxiliary is its verb’s', () => {
  const it = madeClause(
    'that/SCONJ/3/mark it/PRON/3/nsubj had/AUX/4/aux shot/VERB/0/root down/ADP/4/compound:prt a/DET/7/det drone/NOUN/4/obj',
  )
  expect(auxiliaries(it)).toBe(true)
  expect(arcsOf(it, 'that', 'it', 'had')).toEqual(['that mark shot', 'it nsubj shot', 'had aux shot'])
})

test('a verb keeps the subject that it has', () => {
  const it = madeClause('there/PRON/2/nsubj had/AUX/4/aux it/PRON/4/nsubj shot/VERB/0/root drones/NOUN/4/obj')
  expect(auxiliaries(it)).toBe(false)
})
