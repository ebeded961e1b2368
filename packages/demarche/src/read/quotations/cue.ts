import { deprelAt, uposAt, xposAt, wordAt, type TokenRange } from '../../doc/index.js'
import type { Words } from './lexicon.js'
import { child, lemmaAt, lower, type Read } from './syntax.js'

/** The frames of the reporting verb at `i`, or undefined when it is none or stands as an auxiliary. */
export function framesOf({ verbs }: Words, doc: Read, i: number): ReadonlySet<string> | undefined {
  const upos = uposAt(doc.tags, i)
  if (upos !== 'VERB' && !(upos === 'NOUN' && deprelAt(doc.tree, i) === 'root')) return undefined
  const relation = deprelAt(doc.tree, i)
  if (relation === 'amod' || relation === 'compound' || relation === 'case') return undefined
  const lemma = lemmaAt(doc, i)
  const particle = child(doc, i, 'compound:prt')
  const withParticle = particle >= 0 ? verbs.get(`${lemma}-${lower(doc, particle)}`) : undefined
  return withParticle ?? verbs.get(lemma) ?? verbs.get(lower(doc, i).replace(/ed$/, ''))
}

/** The words of a cue: auxiliaries, negation and adverbs directly before the verb, the verb, its particle. */
export function cueOf(doc: Read, verb: number): TokenRange {
  let first = verb
  while (first > 0 && belongsBefore(doc, first - 1, verb)) first--
  // An adverb alone at the left belongs to the cue only when it stands between subject and verb ("also said"), not when it opens the sentence.
  while (first < verb && first === doc.sentences[doc.tokens.sentence[verb]!]!.tokens.first) first++
  const chain = chainBefore(doc, first, verb)
  if (chain >= 0) first = cueOf(doc, chain).first
  const particle = child(doc, verb, 'compound:prt')
  return { first, end: particle === verb + 1 ? particle + 1 : verb + 1 }
}

/** The verb that an infinitive directly after it completes: "goes on to say", "refused to say". It comes before, so the recursion ends. */
function chainBefore(doc: Read, first: number, verb: number): number {
  if (first < 1 || deprelAt(doc.tree, verb) !== 'xcomp' || xposAt(doc.tags, first - 1) !== 'TO') return -1
  const head = doc.tree.head[verb]!
  return head >= 0 && head < first && head >= first - 4 && uposAt(doc.tags, head) === 'VERB' ? head : -1
}

function belongsBefore(doc: Read, at: number, verb: number): boolean {
  if (doc.tokens.sentence[at] !== doc.tokens.sentence[verb]) return false
  const upos = uposAt(doc.tags, at)
  const relation = deprelAt(doc.tree, at)
  if (upos === 'AUX' && (relation === 'aux' || relation === 'aux:pass')) return doc.tree.head[at] === verb
  if (upos === 'ADV' || lower(doc, at) === 'not' || /^n['’]t$/.test(lower(doc, at)))
    return !xposAt(doc.tags, at).startsWith('W') && doc.tree.head[at] === verb
  return false
}

/** The cue with the colon that follows it. */
export function withColon(doc: Read, { first, end }: TokenRange): TokenRange {
  return end < doc.tokens.length && wordAt(doc, end) === ':' ? { first, end: end + 1 } : { first, end }
}
