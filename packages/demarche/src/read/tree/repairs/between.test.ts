import { expect, test } from 'vitest'
import { between } from './beside.js'
import { arcsOf, madeClause } from './made-clause.test.suite.js'

const arcs = (line: string, ...words: readonly string[]): string[] => {
  const it = madeClause(line)
  between(it)
  return arcsOf(it, ...words)
}

test('what a speaker cites between him and his verb is no second subject', () => {
  expect(
    arcs(
      'Niger/Niger/PROPN/6/nsubj ,/,/PUNCT/4/punct citing/cite/VERB/4/amod witnesses/witness/NOUN/1/conj ,/,/PUNCT/1/punct said/say/VERB/0/root so/so/ADV/6/advmod',
      'citing',
      'witnesses',
      'Niger',
    ),
  ).toEqual(['citing advcl said', 'witnesses obj citing', 'Niger nsubj said'])
  expect(
    arcs(
      'Media/media/NOUN/6/nsubj ,/,/PUNCT/3/punct quoting/quote/VERB/1/acl doctors/doctor/NOUN/3/obj ,/,/PUNCT/1/punct said/say/VERB/0/root so/so/ADV/6/advmod',
      'quoting',
      'doctors',
    ),
  ).toEqual(['quoting advcl said', 'doctors obj quoting'])
})

test('a participle that describes its noun, without commas, stays', () => {
  expect(
    arcs('Reports/report/NOUN/4/nsubj citing/cite/VERB/1/acl doctors/doctor/NOUN/2/obj said/say/VERB/0/root so/so/ADV/4/advmod', 'citing'),
  ).toEqual(['citing acl Reports'])
})
