import { bundle } from '@demarche/english'
import { deprelId, uposId } from '../../../doc/index.js'
import type { Clause } from './clause.js'
import { repairWords } from './words.js'

const words = repairWords(bundle)

/** A clause out of cells `form/UPOS/head/relation`, or `form/lemma/UPOS/head/relation`; heads from 1, 0 at the root. What stands around a hyphen is joined to it. */
export function madeClause(line: string): Clause {
  const cells = line.split(' ').map((cell) => {
    const [form = '', ...rest] = cell.split('/')
    const [lemma = '', upos = '', head = '', relation = ''] = rest.length === 4 ? rest : [form.toLowerCase(), ...rest]
    return { form, lemma, upos: uposId.get(upos)!, head: Number(head) - 1, relation: deprelId.get(relation)! }
  })
  const forms = cells.map(({ form }) => form)
  return {
    forms,
    lemmas: cells.map(({ lemma }) => lemma),
    upos: cells.map(({ upos }) => upos),
    head: Int32Array.from(cells, ({ head }) => head),
    relation: Int32Array.from(cells, ({ relation }) => relation),
    joined: (i) => forms[i] === '-' || forms[i - 1] === '-',
    words,
  }
}

/** The arcs of words, as `word relation head`, `-` above the root. */
export const arcsOf = ({ forms, head, relation }: Clause, ...words: readonly string[]): string[] =>
  words.map((word) => {
    const i = forms.indexOf(word)
    return `${word} ${[...deprelId].find(([, id]) => id === relation[i])![0]} ${forms[head[i]!] ?? '-'}`
  })
