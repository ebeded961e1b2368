import { type Act, deprelAt, dependents, stage, type Stage, uposAt, xposAt } from '../../doc/index.js'
import type { StatusReader } from '../status/index.js'
import { rolesOfNoun } from './noun.js'
import { add, kidBy, members, type Parsed, type Roles } from './phrases.js'
import { addContents, addObliques, rolesOfVerb } from './verb.js'
import { subjectOf } from './subject.js'
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
  return withInner(doc, acts, status)
}

/** Adds the clauses that acts are about ("demanded that Russia **leave**") where no rule wants their verb: their participants may be asked for. */
function withInner(doc: Parsed, acts: readonly Act[], status: StatusReader): Act[] {
  const have = new Set(acts.map(({ head }) => head))
  const more: Act[] = []
  for (const { roles } of acts) {
    for (const { head, how } of roles['content'] ?? []) {
      if (how !== 'clause' || have.has(head) || uposAt(doc.tags, head) !== 'VERB') continue
      have.add(head)
      more.push({ head, ...rolesOfVerb(doc, head), lemma: withParticle(doc, head), form: 'verb', ...status(doc, head) })
    }
  }
  return more.length === 0 ? [...acts] : [...acts, ...more].sort((a, b) => a.head - b.head)
}

/** The act that token `i` names, if any rule wants its word. A word that may be verb or noun is read as it is tagged, and as the other when the tag has none. */
export function actAt(doc: Parsed, i: number, words: ActWords): Act | undefined {
  const { tags } = doc
  const lemma = tags.lemma[i]!
  const upos = uposAt(tags, i)
  const plain = { head: i, status: 'actual' as const, cues: [] }
  if (upos === 'VERB' || upos === 'AUX') {
    const verb = verbOf(doc, i, words)
    if (verb !== undefined) return { ...plain, ...rolesOfVerb(doc, i), lemma: withParticle(doc, i, verb), form: 'verb' }
    // "The raid angered Ottawa": a verb with an object is no adjective.
    const transitive = kidBy(doc.tree, i, 'obj') !== undefined && kidBy(doc.tree, i, 'aux:pass') === undefined
    return !transitive && words.adjectives.has(wordForm(doc, i)) ? adjective(doc, i) : undefined
  }
  if (upos === 'NOUN' || upos === 'PROPN') {
    const noun = lemma.toLowerCase()
    const verb = isHeadlineVerb(doc, i) ? verbOf(doc, i, words) : undefined
    if (verb !== undefined) return { ...plain, ...rolesOfVerb(doc, i), lemma: withParticle(doc, i, verb), form: 'verb' }
    if (words.nouns.has(noun) || words.nouns.has(wordForm(doc, i)))
      return { ...plain, ...rolesOfNoun(doc, i, words), lemma: noun, form: 'noun', voice: 'none' }
    // "Warlord Guilty of Murder"
    return deprelAt(doc.tree, i) === 'root' && words.adjectives.has(wordForm(doc, i)) ? adjective(doc, i) : undefined
  }
  if (upos === 'ADJ' && (words.adjectives.has(lemma) || words.adjectives.has(wordForm(doc, i)))) return adjective(doc, i)
  return undefined
}

/** A root that the tagger took for a noun but that has a subject and, in prose, an object: "Bhutan Hails Nepal", "Monks Call for Calm". */
function isHeadlineVerb({ tree, tokens, sentences }: Parsed, i: number): boolean {
  return (
    kidBy(tree, i, 'nsubj') !== undefined &&
    (sentences[tokens.sentence[i]!]!.kind === 'headline' || kidBy(tree, i, 'obj') !== undefined || kidBy(tree, i, 'xcomp') !== undefined) &&
    kidBy(tree, i, 'cop') === undefined
  )
}

/** "the jailed opposition leader": the noun is the theme; "Syria is ready for talks": the subject is the agent. */
function adjective(doc: Parsed, i: number): Act {
  const governor = doc.tree.head[i]!
  const roles: Roles = {}
  if (governor >= 0 && deprelAt(doc.tree, i) === 'amod') add(roles, 'theme', members(doc, governor, 'syntax'))
  const subjects = subjectOf(doc, i)
  add(roles, 'theme', subjects)
  addContents(doc, roles, i)
  if (subjects.length > 0) {
    roles['content'] = (roles['content'] ?? []).filter(({ head }) => !subjects.some((it) => it.head === head))
    add(roles, 'agent', subjects)
    addObliques(doc, roles, i, false)
    addContents(doc, roles, i)
    roles['content'] = (roles['content'] ?? []).filter(({ head }) => !subjects.some((it) => it.head === head))
  }
  return {
    head: i,
    lemma: wordForm(doc, i),
    form: 'adjective',
    voice: xposAt(doc.tags, i) === 'VBN' ? 'passive' : 'none',
    roles,
    status: 'actual',
    cues: [],
  }
}

const wordForm = ({ text, tokens }: Parsed, i: number): string => text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase()

/** The wanted verb that token `v` is a form of; the lemmatiser may have cut a rare verb too short ("blam"). */
function verbOf(doc: Parsed, v: number, { verbs }: ActWords): string | undefined {
  const lemma = doc.tags.lemma[v]!.toLowerCase()
  if (verbs.has(lemma)) return lemma
  const form = wordForm(doc, v)
  if (form === 'fled' && verbs.has('flee')) return 'flee'
  const stem = form.replace(/(ing|ed|es|s)$/, '')
  return [form, stem, `${stem}e`, stem.slice(0, -1), form.replace(/ied$|ies$/, 'y')].find((it) => it.length > 2 && verbs.has(it))
}

function withParticle({ tags, tree }: Parsed, v: number, verb = tags.lemma[v]!): string {
  for (const kid of dependents(tree, v)) if (deprelAt(tree, kid) === 'compound:prt') return `${verb} ${tags.lemma[kid]}`
  return verb
}
