import { deprelId, uposId, xposId } from 'demarche/doc'

/** One sentence of a treebank, in the numbers of the product. `head` is an index, the sentence's length at the root. */
export interface Gold {
  readonly text: string
  readonly forms: string[]
  readonly lemmas: string[]
  readonly upos: number[]
  readonly xpos: number[]
  readonly head: number[]
  readonly relation: number[]
  /** Whether a space follows the word. */
  readonly space: boolean[]
  readonly newDocument: boolean
  readonly newParagraph: boolean
}

/** Names of relations that older releases use. */
const RENAMED: Readonly<Record<string, string>> = {
  'obl:npmod': 'obl:unmarked',
  'obl:tmod': 'obl:unmarked',
  'nmod:npmod': 'nmod:unmarked',
  'nmod:tmod': 'nmod:unmarked',
}

interface Multiword {
  readonly end: number
  readonly space: boolean
}

/** Sentences of a CoNLL-U file. Empty nodes are left out; words of a multiword token keep their own forms. */
export function readConllu(text: string): Gold[] {
  const sentences: Gold[] = []
  let newDocument = false
  for (const block of text.split('\n\n')) {
    const lines = block.split('\n')
    if (lines.some((line) => line.startsWith('# newdoc'))) newDocument = true
    if (!lines.some((line) => /^\d/.test(line))) continue
    sentences.push(sentenceOf(lines, newDocument))
    newDocument = false
  }
  return sentences
}

function sentenceOf(lines: readonly string[], newDocument: boolean): Gold {
  const comment = (name: string): string | undefined => lines.find((line) => line.startsWith(`# ${name}`))
  const newParagraph = newDocument || comment('newpar') !== undefined
  const it: Gold = {
    text: comment('text = ')?.slice(9) ?? '',
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    head: [],
    relation: [],
    space: [],
    newDocument,
    newParagraph,
  }
  let multiword: Multiword | undefined
  for (const line of lines) {
    if (!/^\d/.test(line)) continue
    const [id, form, lemma, upos, xpos, , head, relation, , misc] = line.split('\t') as string[] & { length: 10 }
    const space = !/SpaceAfter=No/.test(misc ?? '')
    if (id!.includes('-')) multiword = { end: Number(id!.split('-')[1]), space }
    if (!/^\d+$/.test(id!)) continue
    const number = Number(id)
    it.forms.push(form!)
    it.lemmas.push(lemma === '_' && form !== '_' ? form!.toLowerCase() : lemma!)
    it.upos.push(uposId.get(upos!) ?? 0)
    it.xpos.push(xposId.get(xpos!) ?? 0)
    it.head.push(Number(head) - 1)
    it.relation.push(deprelId.get(RENAMED[relation!] ?? relation!) ?? 0)
    it.space.push(multiword !== undefined && number <= multiword.end ? number === multiword.end && multiword.space : space)
  }
  for (let i = 0; i < it.head.length; i++) if (it.head[i] === -1) it.head[i] = it.forms.length
  return it
}
