import { expect, test } from 'vitest'
import { lemmaOf, type LemmaTable } from './lemma.js'

const table: LemmaTable = {
  words: new Map([['VBD|saw', 'see']]),
  endings: new Map([
    ['VBD|ed', '2+'],
    ['VBD|led', '3+lead'],
  ]),
}

test('irregular pasts do not follow endings', () => {
  expect([lemmaOf('fled', 'VBD', table), lemmaOf('Overthrew', 'VBD', table), lemmaOf('sought', 'VBN', table)]).toEqual([
    'flee',
    'overthrow',
    'seek',
  ])
})

test('what training saw comes first, and other tags are not touched', () => {
  expect([
    lemmaOf('saw', 'VBD', table),
    lemmaOf('fled', 'NN', table),
    lemmaOf('shelled', 'VBD', { ...table, endings: new Map([['VBD|ed', '2+']]) }),
  ]).toEqual(['see', 'fled', 'shell'])
})
