import { expect, test } from 'vitest'
import { deprelId, uposId } from '../../../doc/index.js'
import { amounts } from './amounts.js'
import type { Clause } from './clause.js'
import { hyphenated } from './hyphenated.js'

/** Cells `form/UPOS/head/relation`, heads from 1, 0 at the root; what stands around a hyphen is joined to it. */
function clause(line: string): Clause {
  const cells = line.split(' ').map((cell) => cell.split('/') as [string, string, string, string])
  const forms = cells.map(([form]) => form)
  return {
    forms,
    lemmas: forms.map((form) => form.toLowerCase()),
    upos: cells.map(([, upos]) => uposId.get(upos)!),
    head: Int32Array.from(cells, ([, , head]) => Number(head) - 1),
    relation: Int32Array.from(cells, ([, , , relation]) => deprelId.get(relation)!),
    joined: (i) => forms[i] === '-' || forms[i - 1] === '-',
  }
}
const arcs = ({ forms, head, relation }: Clause, ...words: readonly string[]): string[] =>
  words.map((word) => {
    const i = forms.indexOf(word)
    return `${word} ${[...deprelId].find(([, id]) => id === relation[i])![0]} ${forms[head[i]!] ?? '-'}`
  })

test('what is counted after “at least” is the object, and the verb is what the subject did', () => {
  const it = clause(
    'A/DET/2/det gunman/NOUN/0/root killed/VERB/2/acl at/ADP/5/case least/ADJ/6/nmod 12/NUM/3/obl:unmarked Omani/ADJ/8/amod guards/NOUN/6/nmod on/ADP/10/case Monday/PROPN/3/obl ././2/punct'.replace(
      '././2',
      './PUNCT/2',
    ),
  )
  expect(amounts(it)).toBe(true)
  expect(arcs(it, 'gunman', 'killed', 'guards', '12', 'least', 'Monday', '.')).toEqual([
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
  const it = clause(line)
  const before = [...it.head]
  expect(amounts(it)).toBe(false)
  expect([...it.head]).toEqual(before)
})

test('a participle after a hyphen describes the name that follows', () => {
  const it = clause(
    'Gunmen/NOUN/9/nsubj killed/VERB/1/acl guards/NOUN/2/obj in/ADP/5/case parts/NOUN/2/obl of/ADP/7/case rebel/NOUN/5/nmod -/PUNCT/7/punct administered/VERB/0/root Goma/PROPN/9/obj on/ADP/12/case Monday/PROPN/9/obl',
  )
  expect(hyphenated(it)).toBe(true)
  expect(arcs(it, 'Gunmen', 'killed', 'Goma', 'of', 'administered', 'rebel', 'Monday')).toEqual([
    'Gunmen nsubj killed',
    'killed root -',
    'Goma nmod parts',
    'of case Goma',
    'administered amod Goma',
    'rebel obl:unmarked administered',
    'Monday obl killed',
  ])
})
