import { deprelAt, dependents, subtree, uposAt, wordAt, xposAt, type TokenRange } from '../../doc/index.js'
import { aside, flat, interrupting } from './flat.js'
import { one, type Content } from './piece.js'
import { child, infinitive, introducer, isMark, isNominal, isPunct, lemmaAt, lower, trimmed, type Read } from './syntax.js'
import { breath, purpose, withTail } from './tail.js'

/** The indirect content of the verb by the first of its frames that the sentence fills. */
export function contentOf(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  return (
    interrupting(doc, verb, frames) ??
    clause(doc, verb, frames) ??
    infinitival(doc, verb, frames) ??
    predicated(doc, verb, frames) ??
    prepositional(doc, verb, frames) ??
    flat(doc, verb, frames) ??
    aside(doc, verb, frames) ??
    thing(doc, verb, frames)
  )
}

/** "said that …", "…, said the minister", "the war, he said, was over". */
function clause(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  if (!frames.has('that') && !frames.has('wh')) return undefined
  const head = clauseHead(doc, verb)
  if (head < 0 || (opens(doc, verb) && deprelAt(doc.tree, head) === 'ccomp' && infinitive(doc, head) < 0 && introducer(doc, head) < 0))
    return undefined
  const whole = withoutNext(doc, head)
  const self = ownRange(doc, verb, head)
  if (whole.first >= self.end) return one(doc, { first: whole.first, end: breath(doc, whole.end) }, 'that')
  if (whole.end <= self.first) return one(doc, whole, 'that')
  const parts = [
    { first: whole.first, end: self.first },
    { first: self.end, end: whole.end },
  ]
    .filter(({ first, end }) => end > first)
    .map((part) => trimmed(doc, part))
    .filter(({ first, end }) => end > first)
  return parts.length > 0 ? { parts, frame: 'that' } : undefined
}

/** "Asked about the war, …": a participle that opens its sentence. */
const opens = (doc: Read, verb: number): boolean =>
  verb === doc.sentences[doc.tokens.sentence[verb]!]!.tokens.first && xposAt(doc.tags, verb) !== 'VBG'

/** What an answer to a report is called: "…, a charge the government denied". */
const ANSWERED: ReadonlySet<string> = new Set(['charge', 'claim', 'allegation', 'accusation', 'assertion', 'suggestion', 'contention'])

/** The clause without a next one that it is coordinated with and that has a subject and a clause of its own ("…, and the army said …"), and without what is answered to it. */
function withoutNext(doc: Read, head: number): TokenRange {
  const { first, end } = subtree(doc.tree, head)
  for (const kid of dependents(doc.tree, head)) {
    if (kid > head && deprelAt(doc.tree, kid) === 'conj' && child(doc, kid, 'nsubj') >= 0 && child(doc, kid, 'ccomp') >= 0)
      return { first, end: subtree(doc.tree, kid).first }
  }
  for (let i = head + 1; i + 3 < end; i++)
    if (wordAt(doc, i) === ',' && uposAt(doc.tags, i + 1) === 'DET' && ANSWERED.has(lemmaAt(doc, i + 2))) return { first, end: i }
  return { first, end }
}

/** The head of the clause that is said: a complement of the verb, or the clause on which the verb hangs as an aside. */
function clauseHead(doc: Read, verb: number): number {
  for (const kid of dependents(doc.tree, verb)) {
    if (deprelAt(doc.tree, kid) === 'ccomp' && !(child(doc, kid, 'nsubj', 'nsubj:pass', 'expl', 'csubj') < 0 && infinitive(doc, kid) >= 0))
      return kid
  }
  for (const kid of dependents(doc.tree, verb)) {
    if (deprelAt(doc.tree, kid) === 'parataxis' && kid > verb && child(doc, kid, 'nsubj', 'nsubj:pass') >= 0 && !isPunct(doc, verb + 1))
      return kid
  }
  const head = doc.tree.head[verb]!
  // "…, a charge the government denied": the verb has its object, and takes nothing of what stands before.
  const aside = deprelAt(doc.tree, verb) === 'parataxis' && child(doc, verb, 'nsubj') >= 0 && child(doc, verb, 'obj', 'obl:unmarked') < 0
  return aside ? head : -1
}

/** The words of the verb's own clause ("he said on Monday"), without those of the clause that is said. */
function ownRange(doc: Read, verb: number, content: number): TokenRange {
  let first = verb
  let end = verb + 1
  for (const kid of dependents(doc.tree, verb)) {
    if (kid === content || (isPunct(doc, kid) && (kid < first - 1 || kid > end))) continue
    const range = subtree(doc.tree, kid)
    if (range.first <= content && content < range.end) continue
    if (content > verb ? range.end <= content : range.first >= content || content > range.end) {
      first = Math.min(first, range.first)
      end = Math.max(end, range.end)
    }
  }
  return { first, end }
}

/** "vowed to leave", "urged them to leave", "told them to leave". */
function infinitival(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  if (!frames.has('to') && !frames.has('whom-to')) return undefined
  for (const kid of dependents(doc.tree, verb)) {
    const relation = deprelAt(doc.tree, kid)
    if (kid < verb || (relation !== 'xcomp' && relation !== 'ccomp' && relation !== 'advcl') || infinitive(doc, kid) < 0) continue
    const object = child(doc, verb, 'obj', 'iobj')
    const { first, end } = subtree(doc.tree, kid)
    if (relation === 'advcl' && !(frames.has('whom-to') && object >= 0)) continue
    if (object >= 0 && object > verb && frames.has('whom-to')) {
      return one(doc, { first: frames.has('whom') ? first : subtree(doc.tree, object).first, end }, 'whom-to')
    }
    if (frames.has('to')) return one(doc, { first, end }, 'to')
  }
  return undefined
}

/** "described it as a farce", "called it a farce", "accused them of lying". */
function predicated(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  const object = child(doc, verb, 'obj')
  if (object < verb) return undefined
  for (const kid of [...dependents(doc.tree, verb), ...dependents(doc.tree, object)]) {
    if (kid <= object) continue
    const relation = deprelAt(doc.tree, kid)
    const by = introducer(doc, kid) >= 0 ? lower(doc, introducer(doc, kid)) : ''
    const fits =
      (frames.has('as') && by === 'as' && relation !== 'ccomp') ||
      (frames.has('be') && relation === 'xcomp' && infinitive(doc, kid) < 0) ||
      (frames.has(`whom-${by}`) && by !== 'to' && ['obl', 'advcl', 'nmod', 'acl'].includes(relation))
    if (fits) return one(doc, { first: subtree(doc.tree, object).first, end: subtree(doc.tree, kid).end }, 'predicate')
  }
  // "called the vote “a farce”" and "described it as a farce" where the tree loses the predicate.
  const { first, end } = subtree(doc.tree, object)
  if (end >= doc.tokens.length || doc.tokens.sentence[end] !== doc.tokens.sentence[verb]) return undefined
  if (frames.has('be') && isMark(doc, end)) return one(doc, { first, end: end + 2 }, 'predicate')
  return frames.has('as') && lower(doc, end) === 'as' ? one(doc, { first, end: breath(doc, end) }, 'predicate') : undefined
}

/** "called for a truce", "spoke of victory": the preposition belongs to the cue. */
function prepositional(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  const particle = child(doc, verb, 'compound:prt')
  const at = (particle === verb + 1 ? particle : verb) + 1
  if (at >= doc.tokens.length || uposAt(doc.tags, at) !== 'ADP' || !frames.has(lower(doc, at))) return undefined
  const head = doc.tree.head[at]!
  if (head <= at || doc.tree.head[head] !== verb) return undefined
  return one(doc, { first: at + 1, end: purpose(doc, withTail(doc, verb, subtree(doc.tree, head).end)) }, lower(doc, at), at + 1)
}

/** "condemned the attack": the object, unless it is the hearer or a time. */
function thing(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  if (!frames.has('thing')) return undefined
  for (const kid of dependents(doc.tree, verb)) {
    const relation = deprelAt(doc.tree, kid)
    if (kid > verb && (relation === 'xcomp' || relation === 'ccomp') && xposAt(doc.tags, kid) === 'VBG')
      return one(doc, subtree(doc.tree, kid), 'thing')
  }
  const object = child(doc, verb, 'obj')
  if (object < verb || !isNominal(doc, object) || xposAt(doc.tags, object) === 'WP') return undefined
  if (/self$|selves$/.test(wordAt(doc, object))) return undefined
  const { first, end } = subtree(doc.tree, object)
  return one(doc, { first, end: purpose(doc, withTail(doc, verb, end)) }, 'thing')
}
