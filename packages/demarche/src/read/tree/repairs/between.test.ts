import { expect, test } from 'vitest'
import { deprelId, uposId } from '../../../doc/index.js'
import { between } from './beside.js'
import type { Clause } from './clause.js'

/** Cells `form/lemma/UPOS/head/relation`, heads from 1, 0 at the root. */
function clause(line: string): Clause {
  const cells = line.split(' ').map((cell) => cell.split('/') as [string, string, string, string, string])
  return {
    forms: cells.map(([form]) => form),
    lemmas: cells.map(([, lemma]) => lemma),
    upos: cells.map(([, , upos]) => uposId.get(upos)!),
    head: Int32Array.from(cells, ([, , , head]) => Number(head) - 1),
    relation: Int32Array.from(cells, ([, , , , relation]) => deprelId.get(relation)!),
    joined: () => false,
  }
}

const arcs = (line: string): Record<string, string> => {
  const it = clause(line)
  between(it)
  const names = [...deprelId.entries()]
  return Object.fromEntries(
    it.forms.map((form, i) => [form, `${names.find(([, id]) => id === it.relation[i])![0]} < ${it.forms[it.head[i]!] ?? 'root'}`]),
  )
}

test('what a speaker cites between him and his verb is no second subject', () => {
  expect(
    arcs(
      'Niger/Niger/PROPN/6/nsubj ,/,/PUNCT/4/punct citing/cite/VERB/4/amod witnesses/witness/NOUN/1/conj ,/,/PUNCT/1/punct said/say/VERB/0/root so/so/ADV/6/advmod',
    ),
  ).toMatchObject({ citing: 'advcl < said', witnesses: 'obj < citing', Niger: 'nsubj < said' })
  expect(
    arcs(
      'Media/media/NOUN/6/nsubj ,/,/PUNCT/3/punct quoting/quote/VERB/1/acl doctors/doctor/NOUN/3/obj ,/,/PUNCT/1/punct said/say/VERB/0/root so/so/ADV/6/advmod',
    ),
  ).toMatchObject({ quoting: 'advcl < said', doctors: 'obj < quoting' })
})

test('a participle that describes its noun, without commas, stays', () => {
  expect(
    arcs('Reports/report/NOUN/4/nsubj citing/cite/VERB/1/acl doctors/doctor/NOUN/2/obj said/say/VERB/0/root so/so/ADV/4/advmod'),
  ).toMatchObject({ citing: 'acl < Reports' })
})
