import { type Act, deprelAt, dependents, stage, type Stage, uposAt, xposAt } from '../../doc/index.js'
import type { StatusReader } from '../status/index.js'
import { rolesOfNoun } from './noun.js'
import { filler, kidBy, members, type Parsed } from './phrases.js'
import { rolesOfVerb } from './verb.js'
import type { ActWords } from './words.js'

/** Reads the acts that rules want, with their participants and status; everything else in the text is passed by. */
export function createActs(words: ActWords, status: StatusReader): Stage {
  return stage({
    name: 'acts',
    needs: ['tokens', 'sentences', 'tags', 'tree'],
    gives: ['acts'],
    run: (doc) => ({ acts: actsOf(doc, words, status) }),
  })
}

export function actsOf(doc: Parsed, words: ActWords, status: StatusReader): Act[] {
  const acts: Act[] = []
  for (let i = 0; i < doc.tokens.length; i++) {
    const act = actAt(doc, i, words)
    if (act) acts.push({ ...act, ...status(doc, i) })
  }
  return acts
}

/** The act that token `i` names, if any rule wants its word. A word that may be verb or noun is read as it is tagged, and as the other when the tag has none. */
export function actAt(doc: Parsed, i: number, words: ActWords): Act | undefined {
  const { tags } = doc
  const lemma = tags.lemma[i]!
  const upos = uposAt(tags, i)
  const plain = { head: i, status: 'actual' as const, cues: [] }
  if (upos === 'VERB' || upos === 'AUX') {
    if (words.verbs.has(lemma)) return { ...plain, ...rolesOfVerb(doc, i), lemma: withParticle(doc, i), form: 'verb' }
    return words.adjectives.has(wordForm(doc, i)) ? adjective(doc, i) : undefined
  }
  if (upos === 'NOUN' || upos === 'PROPN') {
    const noun = lemma.toLowerCase()
    if (words.nouns.has(noun) || words.nouns.has(wordForm(doc, i))) return { ...plain, ...rolesOfNoun(doc, i, words), lemma: noun, form: 'noun', voice: 'none' }
    return undefined
  }
  if (upos === 'ADJ' && (words.adjectives.has(lemma) || words.adjectives.has(wordForm(doc, i)))) return adjective(doc, i)
  return undefined
}

/** "the jailed opposition leader": the noun is the theme. */
function adjective(doc: Parsed, i: number): Act {
  const governor = doc.tree.head[i]!
  const noun = governor >= 0 && deprelAt(doc.tree, i) === 'amod' ? members(doc, governor, 'syntax') : []
  const subject = kidBy(doc.tree, i, 'nsubj')
  const roles = { ...(noun.length > 0 && { theme: noun }), ...(subject !== undefined && { theme: [filler(doc, subject, 'syntax')] }) }
  return { head: i, lemma: wordForm(doc, i), form: 'adjective', voice: xposAt(doc.tags, i) === 'VBN' ? 'passive' : 'none', roles, status: 'actual', cues: [] }
}

const wordForm = ({ text, tokens }: Parsed, i: number): string => text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase()

function withParticle({ tags, tree }: Parsed, v: number): string {
  for (const kid of dependents(tree, v)) if (deprelAt(tree, kid) === 'compound:prt') return `${tags.lemma[v]} ${tags.lemma[kid]}`
  return tags.lemma[v]!
}
