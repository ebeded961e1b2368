import { deprelAt, dependents, subtree, uposAt, wordAt, xposAt, type Doc, type TokenRange } from '../../doc/index.js'

export type Read = Doc<'tokens' | 'sentences' | 'tags' | 'tree'>

export const lower = (doc: Read, i: number): string => wordAt(doc, i).toLowerCase()
export const lemmaAt = (doc: Read, i: number): string => doc.tags.lemma[i]!.toLowerCase()

/** The first dependent of `i` by one of `relations`, or -1. */
export function child(doc: Read, i: number, ...relations: string[]): number {
  for (const kid of dependents(doc.tree, i)) if (relations.includes(deprelAt(doc.tree, kid))) return kid
  return -1
}

export const isVerb = (doc: Read, i: number): boolean => uposAt(doc.tags, i) === 'VERB' || uposAt(doc.tags, i) === 'AUX'
export const isNominal = (doc: Read, i: number): boolean => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(uposAt(doc.tags, i))
export const isPunct = (doc: Read, i: number): boolean => uposAt(doc.tags, i) === 'PUNCT'
export const isMark = (doc: Read, i: number): boolean => /^["“”«»„‘’'`]+$/.test(wordAt(doc, i))
const isOpenBracket = (doc: Read, i: number): boolean => xposAt(doc.tags, i) === '-LRB-'
const isCloseBracket = (doc: Read, i: number): boolean => xposAt(doc.tags, i) === '-RRB-'

/** A range without the punctuation at its ends; quotation marks and the bracket that closes an inner one stay. */
export function trimmed(doc: Read, { first, end }: TokenRange): TokenRange {
  while (first < end && isPunct(doc, first) && !isMark(doc, first) && !isOpenBracket(doc, first)) first++
  while (
    end > first &&
    isPunct(doc, end - 1) &&
    !isMark(doc, end - 1) &&
    !isCloseBracket(doc, end - 1) &&
    !/^[?!]/.test(wordAt(doc, end - 1))
  )
    end--
  return { first, end }
}

/** The infinitive's "to" among the words before `i` that belong to it, or -1. */
export function infinitive(doc: Read, i: number): number {
  for (const kid of dependents(doc.tree, i)) if (kid < i && xposAt(doc.tags, kid) === 'TO') return kid
  return -1
}

/** The word that introduces `i`: its first preposition or conjunction; -1 when there is none. */
export const introducer = (doc: Read, i: number): number => child(doc, i, 'case', 'mark')

/** The phrase of `head` without a relative clause at its end, and not beyond `from` or `to`. */
export function phrase(doc: Read, head: number, from: number, to: number): TokenRange {
  let { first, end } = subtree(doc.tree, head)
  for (const kid of dependents(doc.tree, head)) {
    const relation = deprelAt(doc.tree, kid)
    if (kid < head && (relation === 'case' || relation === 'mark' || relation === 'cc') && kid >= first) first = subtree(doc.tree, kid).end
    if (kid > head && relation === 'parataxis') end = Math.min(end, subtree(doc.tree, kid).first)
  }
  return trimmed(doc, { first: Math.max(first, from), end: Math.min(end, to) })
}

/** Relations by which a verb shares the subject of what it depends on; nouns only on the way up from "…, saying". */
const CLIMBED: ReadonlySet<string> = new Set(['conj', 'advcl', 'xcomp', 'parataxis', 'obl', 'acl', 'nmod', 'obj', 'appos'])

/**
 * Who or what does the verb: its subject, or that of the verb it is coordinated with or depends on ("…, adding that …"), or the noun that it describes ("a
 * report saying …"). -1 when there is none. A bound on the climb keeps chains of conjuncts cheap.
 */
export function subjectOf(doc: Read, verb: number): number {
  let at = verb
  for (let steps = 0; steps < 8; steps++) {
    const passive = child(doc, at, 'aux:pass') >= 0
    const subject = passive && at === verb ? agentOf(doc, at) : child(doc, at, 'nsubj', 'nsubj:pass')
    if (subject >= 0) return subject
    if (passive && at === verb) return -1
    const head = doc.tree.head[at]!
    if (head < 0) return -1
    const relation = deprelAt(doc.tree, at)
    // "granted an extension on the order, saying …": after a comma it is the main clause that speaks.
    const loose = xposAt(doc.tags, at) === 'VBG' && at > 0 && wordAt(doc, at - 1) === ','
    if (relation === 'acl' && isNominal(doc, head) && !loose)
      return xposAt(doc.tags, at) === 'VBN' && doc.tree.head[head]! >= 0 ? agentOf(doc, at) : head
    // "Asked about the war, the minister said …": a participle that opens its sentence is passive.
    if (at === verb && verb === doc.sentences[doc.tokens.sentence[verb]!]!.tokens.first && !['VBG', 'VB'].includes(xposAt(doc.tags, verb)))
      return agentOf(doc, at)
    if (relation === 'advcl' && at === verb && xposAt(doc.tags, at) === 'VBN' && verb < head && child(doc, at, 'aux') < 0)
      return agentOf(doc, at)
    if (!CLIMBED.has(relation)) return -1
    at = head
  }
  return -1
}

/** The "by" phrase of a passive. */
export function agentOf(doc: Read, verb: number): number {
  for (const kid of dependents(doc.tree, verb)) {
    const relation = deprelAt(doc.tree, kid)
    if (relation === 'obl:agent') return kid
    if (relation === 'obl' && introducer(doc, kid) >= 0 && lower(doc, introducer(doc, kid)) === 'by') return kid
  }
  return -1
}
