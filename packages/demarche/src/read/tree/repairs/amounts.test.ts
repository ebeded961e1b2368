import { expect, test } from 'vitest'
import { amounts } from './amounts.js'
import { hyphenated } from './hyphenated.js'
import { arcsOf, madeClause } from './made-clause.test.suite.js'

test('what is counted after “at least” is the object, and the verb is what the subject did', () => {
  const it = madeClause(
    'A/DET/2/det gunman/NOUN/0/root killed/VERB/2/acl at/ADP/5/case least/ADJ/6/nmod 12/NUM/3/obl:unmarked Omani/ADJ/8/amod guards/NOUN/6/nmod on/ADP/10/case Monday/PROPN/3/obl ./PUNCT/2/punct',
  )
  expect(amounts(it)).toBe(true)
  expect(arcsOf(it, 'gunman', 'killed', 'guards', '12', 'least', 'Monday', '.')).toEqual([
    'gunman nsubj killed',
    'killed root -',
    'guards obj killed',
    '12 nummod guards',
    'least nmod 12',
    'Monday obl killed',
    '. punct killed',
  ])
})

test.each([
  [
    'a passive',
    'Guards/NOUN/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root at/ADP/5/case least/ADJ/6/nmod 12/NUM/7/nummod times/NOUN/3/obl',
  ],
  [
    'a number with nothing counted',
    'Guards/NOUN/2/nsubj killed/VERB/0/root at/ADP/4/case least/ADJ/5/nmod 12/NUM/2/obj in/ADP/7/case Oman/PROPN/2/obl',
  ],
])('%s stays as it is', (_, line) => {
  const it = madeClause(line)
  const before = [...it.head]
  expect(amounts(it)).toBe(false)
  expect([...it.head]).toEqual(before)
})

test('a participle after a hyphen describes the name that follows', () => {
  const it = madeClause(
    'Gunmen/NOUN/9/nsubj killed/VERB/1/acl guards/NOUN/2/obj in/ADP/5/case parts/NOUN/2/obl of/ADP/7/case rebel/NOUN/5/nmod -/PUNCT/7/punct administered/VERB/0/root Goma/PROPN/9/obj on/ADP/12/case Monday/PROPN/9/obl',
  )
  expect(hyphenated(it)).toBe(true)
  expect(arcsOf(it, 'Gunmen', 'killed', 'Goma', 'of', 'administered', 'rebel', 'Monday')).toEqual([
    'Gunmen nsubj killed',
    'killed root -',
    'Goma nmod parts',
    'of case Goma',
    'administered amod Goma',
    'rebel obl:unmarked administered',
    'Monday obl killed',
  ])
})
