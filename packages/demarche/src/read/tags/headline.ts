import { UPOS, uposId, XPOS, xposId } from '../../doc/index.js'
import type { TagsModel } from './model.js'
import type { Tagger } from './tagger.js'

/** Bit of the dictionary's class that says a word may be a verb. */
const VERB = 2
/** Tags that show that a line has its verb, or needs none: finite forms, modals, "to" with its infinitive, the participle of a passive. */
const FINITE: ReadonlySet<string> = new Set(['VBZ', 'VBP', 'VBD', 'MD', 'TO'])
/** Plural nouns that stand before other nouns ("arms sale", "sports minister"), so that the next word need be no verb. */
const MODIFIERS: ReadonlySet<string> = new Set([
  'troops',
  'rebels',
  'arms',
  'sports',
  'sales',
  'sanctions',
  'services',
  'systems',
  'savings',
  'securities',
  'customs',
  'veterans',
])
/** All modals of English, as they are written. */
const MODALS: ReadonlySet<string> = new Set(
  "will would can could may might shall should must ought need dare wo ca sha 'll 'd ’ll ’d cannot".split(' '),
)
/** Singular in form, plural in use. */
const PEOPLE: ReadonlySet<string> = new Set(['police', 'people', 'militia'])

/**
 * Headlines are told in the present tense, whose forms are also nouns: "Kosovo Police Arrest Officers", "Poland thanks Belarus". Where the tagger left such
 * a line without a verb, the word becomes one that may be a verb, stands between what may be a subject and what may be an object, and costs the tagger least.
 * Changes `labels` of the line; one that lacks such a word ("Clashes in Kashmir") stays as it is.
 */
export function giveVerb(tagger: Tagger, forms: readonly string[], labels: Uint8Array): void {
  const { model } = tagger
  const xpos = (i: number): string => (i < forms.length ? XPOS[model.labels[labels[i]!]![1]]! : '')
  for (let i = 0; i < forms.length; i++) {
    // "Rebels **Reject** Call": no modal ends so.
    if (xpos(i) === 'MD' && !MODALS.has(forms[i]!.toLowerCase()))
      return retag(tagger, forms, labels, i, forms[i]!.endsWith('s') ? 'VBZ' : 'VBP')
    if (FINITE.has(xpos(i))) return
    if (xpos(i) === 'VBN' && !isNominal(model, labels[i + 1])) return
  }
  const wanted = new Int16Array(forms.length).fill(-1)
  for (let i = 1; i < forms.length; i++) {
    const form = verbForm(model, forms, labels, i)
    if (form) wanted[i] = model.labels.findIndex(([upos, x]) => upos === uposId.get('VERB') && x === xposId.get(form))
  }
  const costs = tagger.costs(forms, labels, wanted)
  let best = -1
  for (let i = 1; i < forms.length; i++) if (wanted[i]! >= 0 && (best < 0 || costs[i]! < costs[best]!)) best = i
  if (best < 0) return
  const fixed = wanted.map((label, i) => (i === best ? label : -1))
  tagger.tag(forms, labels, undefined, fixed)
}

function retag(tagger: Tagger, forms: readonly string[], labels: Uint8Array, at: number, form: string): void {
  const verb = tagger.model.labels.findIndex(([upos, x]) => upos === uposId.get('VERB') && x === xposId.get(form))
  if (verb < 0) return
  tagger.tag(forms, labels, undefined, new Int16Array(forms.length).fill(-1).fill(verb, at, at + 1))
}

/** The form of the present tense that a word may be where it stands. */
function verbForm(model: TagsModel, forms: readonly string[], labels: Uint8Array, i: number): 'VBZ' | 'VBP' | undefined {
  const word = forms[i]!.toLowerCase()
  if (
    !/^\p{Ll}+$/u.test(word) ||
    MODIFIERS.has(word) ||
    !isNominal(model, labels[i]) ||
    !(isNominal(model, labels[i - 1]) || (i === 1 && /^\p{Lu}/u.test(forms[0]!)))
  )
    return undefined
  const next = forms[i + 1] === undefined ? '' : UPOS[model.labels[labels[i + 1]!]![0]]!
  const before = forms[i - 1]!.toLowerCase()
  const third = stems(word).some((stem) => ((model.dictionary.get(stem) ?? 0) & VERB) !== 0)
  if (third && ['PROPN', 'ADJ', 'DET', 'NUM', 'PRON', 'NOUN'].includes(next)) return 'VBZ'
  const paired = i > 2 && /^(?:,|and|&)$/iu.test(forms[i - 2]!) && isNominal(model, labels[i - 3])
  const plural = paired || (XPOS[model.labels[labels[i - 1]!]![1]] === 'NNS' && !MODIFIERS.has(before)) || PEOPLE.has(before)
  if (plural && !word.endsWith('s') && ((model.dictionary.get(word) ?? 0) & VERB) !== 0 && next !== 'PUNCT') return 'VBP'
  return undefined
}

const stems = (word: string): string[] =>
  word.length < 4 || !word.endsWith('s')
    ? []
    : [word.slice(0, -1), ...(word.endsWith('es') ? [word.slice(0, -2)] : []), ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : [])]

const isNominal = ({ labels }: TagsModel, label: number | undefined): boolean =>
  label !== undefined && ['NOUN', 'PROPN'].includes(UPOS[labels[label]![0]]!)
