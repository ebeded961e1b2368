import { deprelAt, dependents, type Filler, uposAt } from '../../doc/index.js'
import { add, addCase, caseOf, filler, isRelative, kidBy, members, type Parsed, type Roles } from './phrases.js'
import { isPassive, subjectOf } from './subject.js'

/** Prepositions after which a noun or gerund may be what a verb of speech is about: "called for a ceasefire", "accused of spying". */
const ABOUT: readonly string[] = ['for', 'to', 'on', 'against', 'of', 'from', 'about', 'with', 'in']

/** The participants of a verb. */
export function rolesOfVerb(doc: Parsed, v: number): { roles: Roles; voice: 'active' | 'passive' } {
  const roles: Roles = {}
  const passive = isPassive(doc, v)
  const subjects = subjectOf(doc, v)
  const { objects, recipients } = objectsOf(doc, v, subjects)
  if (passive) {
    add(roles, objects.length > 0 ? 'recipient' : 'theme', subjects)
    add(roles, 'theme', objects)
  } else {
    add(roles, 'agent', subjects)
    add(roles, 'theme', objects)
  }
  add(roles, 'recipient', recipients)
  // "urged Morocco to release": the only object, whatever the parser calls it.
  if (objects.length === 0 && !passive) add(roles, 'theme', recipients)
  addObliques(doc, roles, v, passive)
  addContents(doc, roles, v)
  return { roles, voice: passive ? 'passive' : 'active' }
}

function objectsOf(doc: Parsed, v: number, subjects: readonly Filler[]): { objects: Filler[]; recipients: Filler[] } {
  const { tree } = doc
  const objects: Filler[] = []
  const recipients: Filler[] = []
  for (const kid of dependents(tree, v)) {
    const relation = deprelAt(tree, kid)
    if (relation !== 'obj' && relation !== 'iobj') continue
    const governor = tree.head[v]!
    const relative = isRelative(doc, kid) && deprelAt(tree, v).startsWith('acl') && governor >= 0
    ;(relation === 'obj' ? objects : recipients).push(...members(doc, relative ? governor : kid, relative ? 'relative' : 'syntax'))
  }
  // "the town that the rebels seized", "the town the rebels seized": the object is the noun above.
  if (
    objects.length === 0 &&
    deprelAt(tree, v) === 'acl:relcl' &&
    subjects.length > 0 &&
    tree.head[v]! >= 0 &&
    !subjects.some(({ head }) => head === tree.head[v])
  ) {
    objects.push(...members(doc, tree.head[v]!, 'relative'))
  }
  // "seized and burned the town": the members of a list of verbs share what stands after the last.
  if (objects.length === 0) {
    for (const kid of dependents(tree, v)) {
      if (deprelAt(tree, kid) !== 'conj' || uposAt(doc.tags, kid) !== 'VERB' || kidBy(tree, kid, 'nsubj') !== undefined || kid - v > 3)
        continue
      const shared = kidBy(tree, kid, 'obj')
      if (shared !== undefined) objects.push(...members(doc, shared, 'coordination'))
    }
  }
  return { objects, recipients }
}

export function addObliques(doc: Parsed, roles: Roles, v: number, passive: boolean): void {
  const { tree } = doc
  for (const kid of dependents(tree, v)) {
    const relation = deprelAt(tree, kid)
    if (passive && (relation === 'obl:agent' || (relation === 'obl' && caseOf(doc, kid) === 'by')))
      add(roles, 'agent', members(doc, kid, 'syntax'))
    else if (relation === 'obl' || relation === 'obl:agent' || relation === 'nmod') addCase(doc, roles, kid, 'syntax')
  }
  // What hangs on the object by a slip of the parser, or by right, is offered after what hangs on the verb.
  for (const theme of roles['theme'] ?? []) {
    if (theme.how === 'relative') continue
    for (const kid of dependents(tree, theme.head)) if (deprelAt(tree, kid) === 'nmod') addCase(doc, roles, kid, 'object')
  }
}

export function addContents(doc: Parsed, roles: Roles, v: number): void {
  const { tree } = doc
  for (const kid of dependents(tree, v)) {
    const relation = deprelAt(tree, kid)
    if (relation === 'xcomp' || relation === 'ccomp') addContent(doc, roles, kid)
    else if (relation === 'advcl' && ABOUT.includes(caseOf(doc, kid) ?? '')) addContent(doc, roles, kid)
  }
  // The infinitive may hang on the object: "urged Iran [to stop]".
  for (const theme of roles['theme'] ?? []) {
    for (const kid of dependents(tree, theme.head))
      if (deprelAt(tree, kid) === 'acl' && caseOf(doc, kid) !== undefined) addContent(doc, roles, kid)
  }
  add(roles, 'content', roles['theme'] ?? [])
  for (const role of ABOUT) add(roles, 'content', roles[role] ?? [])
}

function addContent(doc: Parsed, roles: Roles, i: number): void {
  add(roles, 'content', [filler(doc, i, 'clause')])
  for (const kid of dependents(doc.tree, i))
    if (deprelAt(doc.tree, kid) === 'conj' && uposAt(doc.tags, kid) === 'VERB') add(roles, 'content', [filler(doc, kid, 'clause')])
}
