import { deprelAt, dependents, wordAt, xposAt, uposAt, type Doc } from '../../doc/index.js'

export type Read = Doc<'tokens' | 'sentences' | 'tags' | 'tree'>

/** The first dependent of `i` by one of `relations`, with their subtypes when written with a colon at the end; -1 when there is none. */
export function child(doc: Read, i: number, ...relations: string[]): number {
  // The hottest walk of this stage: no view of the dependents is made for it.
  const { kids, kidsFrom } = doc.tree
  for (let k = kidsFrom[i]!; k < kidsFrom[i + 1]!; k++) {
    const relation = deprelAt(doc.tree, kids[k]!)
    for (const it of relations) if (relation === it || (it.endsWith(':') && relation.startsWith(it.slice(0, -1)))) return kids[k]!
  }
  return -1
}

export const lower = (doc: Read, i: number): string => wordAt(doc, i).toLowerCase()
export const lemmaAt = (doc: Read, i: number): string => doc.tags.lemma[i]!.toLowerCase()

/** The particle "to" of an infinitive that `i` heads, or -1. */
export function infinitive(doc: Read, i: number): number {
  const mark = child(doc, i, 'mark')
  for (let at = mark; at >= 0 && at < i; at++) {
    if (xposAt(doc.tags, at) === 'TO' || (uposAt(doc.tags, at) === 'PART' && lower(doc, at) === 'to')) return at
  }
  return -1
}

/** The first preposition or conjunction that introduces `i`, as a lemma; '' when there is none. */
export function introducer(doc: Read, i: number): string {
  const at = child(doc, i, 'case', 'mark')
  return at < 0 ? '' : lemmaAt(doc, at)
}

export const isVerbal = (doc: Read, i: number): boolean => uposAt(doc.tags, i) === 'VERB' || uposAt(doc.tags, i) === 'AUX'
export const isNominal = (doc: Read, i: number): boolean => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(uposAt(doc.tags, i))

/** "the", "this", a possessive or a name before the noun: its act is taken for granted. */
export function isDefinite(doc: Read, i: number): boolean {
  if (uposAt(doc.tags, i) === 'PROPN') return true
  for (const kid of dependents(doc.tree, i)) {
    const relation = deprelAt(doc.tree, kid)
    if (relation === 'nmod:poss') return true
    if (relation === 'det' && ['the', 'this', 'that', 'these', 'those', 'both'].includes(lower(doc, kid))) return true
  }
  return false
}
