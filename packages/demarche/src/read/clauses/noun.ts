import { deprelAt, dependents, type Filler, uposAt, xposAt } from '../../doc/index.js'
import { add, addCase, caseOf, filler, kidBy, members, type Parsed, type Roles } from './phrases.js'
import { subjectOf } from './subject.js'
import { rolesOfVerb } from './verb.js'
import type { ActWords } from './words.js'

/** The verb above a noun that the noun is object, passive subject or complement of, with its lemma and particle. */
export function carrierOf(doc: Parsed, noun: number): { head: number; lemma: string } | undefined {
  const { tree, tags } = doc
  let top = noun
  // "launched a series of attacks", "attacks and raids": the first of a list, the measure of an "of".
  for (let i = 0; i < 3; i++) {
    const relation = deprelAt(tree, top)
    if (
      (relation === 'conj' || (relation === 'nmod' && caseOf(doc, top) === 'of')) &&
      tree.head[top]! >= 0 &&
      uposAt(tags, tree.head[top]!) === 'NOUN'
    )
      top = tree.head[top]!
    else break
  }
  const governor = tree.head[top]!
  if (governor < 0 || (uposAt(tags, governor) !== 'VERB' && uposAt(tags, governor) !== 'AUX')) return undefined
  const relation = deprelAt(tree, top)
  const carried =
    relation === 'obj' ||
    relation === 'nsubj:pass' ||
    (relation === 'nsubj' && kidBy(tree, governor, 'obj') === undefined) ||
    relation === 'obl' ||
    relation === 'xcomp'
  if (!carried && !(relation === 'nsubj' && xposAt(tags, governor) !== 'VBN')) return undefined
  const particle = kidBy(tree, governor, 'compound:prt') ?? (relation === 'obl' ? kidBy(tree, top, 'case') : undefined)
  return { head: governor, lemma: particle === undefined ? tags.lemma[governor]! : `${tags.lemma[governor]} ${tags.lemma[particle]}` }
}

/** The participants of a noun that names an act, and the verb that carries it. */
export function rolesOfNoun(doc: Parsed, noun: number, words: ActWords): { roles: Roles; carrier?: { head: number; effect: string } } {
  const roles: Roles = {}
  const { of = 'theme', possessor = 'agent' } = words.nouns.get(doc.tags.lemma[noun]!) ?? {}
  const { tree } = doc
  for (const kid of dependents(tree, noun)) {
    const relation = deprelAt(tree, kid)
    if (relation === 'nmod:poss') add(roles, possessor, members(doc, kid, 'possessive'))
    else if (relation === 'amod' || relation === 'compound') add(roles, 'kind', [filler(doc, kid, relation)])
    else if (relation === 'nmod') addModifier(doc, roles, kid, of)
    else if (relation === 'acl' && xposAt(doc.tags, kid) === 'VBN' && words.carriers.has(doc.tags.lemma[kid]!))
      addCarried(doc, roles, noun, kid)
    else if (relation === 'acl' && caseOf(doc, kid) !== undefined) add(roles, 'content', [filler(doc, kid, 'clause')])
  }
  // "the withdrawal of soldiers **from Niger**": what the tree hangs on the *of* is offered after what hangs on the noun.
  for (const { head } of roles['of'] ?? [])
    for (const kid of dependents(tree, head))
      if (deprelAt(tree, kid) === 'nmod' && caseOf(doc, kid) !== 'of') addCase(doc, roles, kid, 'object')
  const carrier = carrierOf(doc, noun)
  const effect = carrier && (words.carriers.get(carrier.lemma) ?? words.carriers.get(carrier.lemma.split(' ')[0]!))
  if (carrier === undefined || effect === undefined) {
    if (roles['agent'] === undefined) add(roles, 'agent', understoodAgent(doc, noun))
    return { roles }
  }
  addCarried(doc, roles, noun, carrier.head)
  return { roles, carrier: { head: carrier.head, effect } }
}

const MEANWHILE: ReadonlySet<string> = new Set(['during', 'after', 'before', 'on', 'following', 'amid'])

/** "During a visit to Baku, the president …": who does what the sentence tells does the circumstance too, where it is one among many ("a"). */
function understoodAgent(doc: Parsed, noun: number): Filler[] {
  const { tree, tags } = doc
  const governor = tree.head[noun]!
  const determiner = kidBy(tree, noun, 'det')
  if (governor < 0 || deprelAt(tree, noun) !== 'obl' || uposAt(tags, governor) !== 'VERB' || !MEANWHILE.has(caseOf(doc, noun) ?? ''))
    return []
  if (determiner === undefined || tags.lemma[determiner] !== 'a') return []
  return subjectOf(doc, governor).map((it) => ({ ...it, how: 'control' }))
}

function addModifier(doc: Parsed, roles: Roles, kid: number, of: 'theme' | 'agent'): void {
  const mark = caseOf(doc, kid)
  if (mark === 'of') {
    add(roles, of, members(doc, kid, 'syntax'))
    add(roles, 'of', members(doc, kid, 'syntax'))
  } else if (mark === 'by') add(roles, 'agent', members(doc, kid, 'syntax'))
  else addCase(doc, roles, kid, 'syntax')
}

/** "launched an attack on the town", "a raid carried out by rebels": subject and prepositions of the verb are those of the noun. */
function addCarried(doc: Parsed, roles: Roles, noun: number, verb: number): void {
  const { roles: above, voice } = rolesOfVerb(doc, verb)
  const within = new Set(members(doc, noun, '').map(({ head }) => head))
  for (const [role, fillers] of Object.entries(above)) {
    const fit = fillers.filter(({ head }) => head !== noun && !within.has(head)).map((it) => ({ ...it, how: 'light-verb' }))
    if (role === 'agent' || (role === 'theme' && voice === 'active')) {
      if (role === 'agent') add(roles, 'agent', fit)
    } else if (role !== 'theme' && role !== 'content') add(roles, role, fit)
  }
}
