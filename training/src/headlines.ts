import { deprelId, UPOS, uposId, XPOS, xposId } from 'demarche/doc'
import type { Gold } from './conllu.js'

// News has headlines and treebanks have few. Sentences are rewritten as headlines would have them: no articles, no auxiliaries, the past told in the
// present tense, no full stop, often in title case.

const DROPPED: ReadonlySet<number> = new Set(['det', 'aux', 'aux:pass', 'cop'].map((it) => deprelId.get(it)!))
const ARTICLES = /^(?:the|a|an)$/i
const AUXILIARIES = /^(?:is|are|was|were|been|being|has|have|had|'s|'re|'ve)$/i
const SMALL = new Set(['ADP', 'CCONJ', 'PART', 'PUNCT', 'DET', 'SCONJ'].map((it) => uposId.get(it)!))
const VBD = xposId.get('VBD')!
const VBZ = xposId.get('VBZ')!
const VERB = uposId.get('VERB')!
const SUBJECT = deprelId.get('nsubj')!

const third = (lemma: string): string =>
  /(?:[sxz]|ch|sh|o)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`

const titled = (form: string): string => form.slice(0, 1).toUpperCase() + form.slice(1)

/** The sentence as a headline; `undefined` when it is no candidate (a verb with a subject, 4 to 30 words, nothing hanging on what would go). */
export function headlineOf(gold: Gold, titleCase: boolean): Gold | undefined {
  const { forms, head, relation, xpos, upos, lemmas } = gold
  const n = forms.length
  const root = head.indexOf(n)
  if (n < 4 || n > 30 || upos[root] !== VERB || !relation.some((it, i) => it === SUBJECT && head[i] === root)) return undefined
  const goes = (i: number): boolean =>
    (DROPPED.has(relation[i]!) && (ARTICLES.test(forms[i]!) || AUXILIARIES.test(forms[i]!)) && !head.includes(i)) ||
    (i === n - 1 && forms[i] === '.')
  const kept = forms.map((_, i) => i).filter((i) => !goes(i))
  if (kept.length === n || kept.length < 3) return undefined
  const place = new Map(kept.map((i, k) => [i, k]))
  const past = (i: number): boolean => xpos[i] === VBD && upos[i] === VERB
  const form = (i: number): string => {
    const it = past(i) ? third(lemmas[i]!) : forms[i]!
    return titleCase && !SMALL.has(upos[i]!) ? titled(it) : it
  }
  return {
    text: '',
    forms: kept.map((i, k) => (k === 0 ? titled(form(i)) : form(i))),
    lemmas: kept.map((i) => lemmas[i]!),
    upos: kept.map((i) => upos[i]!),
    xpos: kept.map((i) => (past(i) ? VBZ : xpos[i]!)),
    head: kept.map((i) => (head[i] === n ? kept.length : place.get(head[i]!)!)),
    relation: kept.map((i) => relation[i]!),
    space: kept.map(() => true),
    newDocument: false,
    newParagraph: false,
  }
}

/** For reading a rewritten sentence in tests: `form/UPOS/XPOS` a word. */
export const shown = ({ forms, upos, xpos }: Gold): string => forms.map((it, i) => `${it}/${UPOS[upos[i]!]}/${XPOS[xpos[i]!]}`).join(' ')
