import { deprelAt, dependents, subtree, uposAt, wordAt, xposAt, type TokenRange } from '../../doc/index.js'
import { child, infinitive, introducer, isNominal, isPunct, lower, trimmed, type Read } from './syntax.js'

/** What a verb reports, as token ranges, and the end of its cue where a preposition belongs to it ("called for"). */
export interface Content {
  readonly parts: readonly TokenRange[]
  readonly cueEnd?: number
  readonly frame: string
}

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

const one = (doc: Read, range: TokenRange, frame: string, cueEnd?: number): Content | undefined => {
  const part = trimmed(doc, range)
  return part.first < part.end ? { parts: [part], frame, ...(cueEnd === undefined ? {} : { cueEnd }) } : undefined
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

/** The clause without a next one that it is coordinated with and that has a subject and a clause of its own ("…, and the army said …"). */
function withoutNext(doc: Read, head: number): TokenRange {
  const { first, end } = subtree(doc.tree, head)
  for (const kid of dependents(doc.tree, head)) {
    if (kid > head && deprelAt(doc.tree, kid) === 'conj' && child(doc, kid, 'nsubj') >= 0 && child(doc, kid, 'ccomp') >= 0)
      return { first, end: subtree(doc.tree, kid).first }
  }
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
  return deprelAt(doc.tree, verb) === 'parataxis' && head >= 0 && child(doc, verb, 'nsubj') >= 0 ? head : -1
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

/** How far after its verb a clause of speech is looked for, in tokens. */
const REACH = 12

/**
 * A clause that the tree does not show: all that follows "that", or that follows a verb of saying directly and has a finite verb. "said on Monday that …",
 * "told reporters that …", "says the talks …".
 */
function flat(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  if (!frames.has('that') && !frames.has('wh')) return undefined
  const { end } = doc.sentences[doc.tokens.sentence[verb]!]!.tokens
  const next = verb + 1
  if (frames.has('wh') && next < end && /^(?:whether|why|how|when|where|who|what|if)$/.test(lower(doc, next)))
    return one(doc, { first: next, end: breathEnd(doc, next, end) }, 'that')
  if (!frames.has('that')) return undefined
  for (let i = verb + 1; i < Math.min(end, verb + REACH); i++) {
    if (lower(doc, i) === 'that' && (uposAt(doc.tags, i) === 'SCONJ' || i === verb + 1 || doc.tree.head[i - 1] === verb))
      return one(doc, { first: i, end: breathEnd(doc, i, end) }, 'that')
    if (isPunct(doc, i) && ![',', '“', '"'].includes(wordAt(doc, i))) break
  }
  if (!frames.has('quote') || frames.has('whom') || !['VBD', 'VBZ', 'VBG', 'VBP'].includes(xposAt(doc.tags, verb))) return undefined
  let first = verb + 1
  while (first < end && (uposAt(doc.tags, first) === 'ADV' || deprelAt(doc.tree, first) === 'obl:unmarked')) first++
  if (first >= end || !['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(uposAt(doc.tags, first))) return undefined
  for (let i = first + 1; i < Math.min(end, first + REACH + REACH); i++) {
    const tag = xposAt(doc.tags, i)
    if (
      (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD') &&
      child(doc, i, 'nsubj', 'nsubj:pass', 'expl', 'cop', 'aux', 'aux:pass') !== -1
    )
      return one(doc, { first, end }, 'that')
    if (isPunct(doc, i) && wordAt(doc, i) !== ',') return undefined
  }
  return undefined
}

/** "…, said the minister." and "the war, the minister said, was over", where the tree takes the verb for a further act or the speaker for the subject. */
function aside(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  if (!frames.has('that') || !frames.has('quote') || !['VBD', 'VBZ', 'VBN', 'VBP'].includes(xposAt(doc.tags, verb))) return undefined
  const { first, end } = doc.sentences[doc.tokens.sentence[verb]!]!.tokens
  let comma = verb - 1
  while (comma > first && comma > verb - REACH && wordAt(doc, comma) !== ',') {
    if (['VERB', 'SCONJ', 'CCONJ', 'PUNCT'].includes(uposAt(doc.tags, comma))) return undefined
    comma--
  }
  if (wordAt(doc, comma) !== ',' || !hasVerb(doc, first, comma)) return aroundAside(doc, verb, first, comma, end)
  const next = verb + 1
  if (next < end && wordAt(doc, next) === ',') return aroundAside(doc, verb, first, comma, end)
  return hasVerb(doc, next, end) ? undefined : one(doc, { first, end: comma }, 'that')
}

/** The same where the tree shows a clause, but takes the subject of what is said for the speaker's. */
function interrupting(doc: Read, verb: number, frames: ReadonlySet<string>): Content | undefined {
  const { first, end } = doc.sentences[doc.tokens.sentence[verb]!]!.tokens
  if (!frames.has('quote') || verb + 1 >= end || wordAt(doc, verb + 1) !== ',' || !['VBD', 'VBZ', 'VBP'].includes(xposAt(doc.tags, verb)))
    return undefined
  let comma = verb - 1
  while (comma > first && comma > verb - REACH && !isPunct(doc, comma)) {
    if (['VERB', 'SCONJ', 'CCONJ', 'ADP'].includes(uposAt(doc.tags, comma))) return undefined
    comma--
  }
  return comma < verb - 1 && comma > first ? aroundAside(doc, verb, first, comma, end) : undefined
}

function aroundAside(doc: Read, verb: number, first: number, comma: number, end: number): Content | undefined {
  if (wordAt(doc, comma) !== ',' || verb + 1 >= end || wordAt(doc, verb + 1) !== ',' || !hasVerb(doc, verb + 2, end)) return undefined
  const parts = [trimmed(doc, { first, end: comma }), trimmed(doc, { first: verb + 2, end })].filter((part) => part.end > part.first)
  return parts.length === 2 ? { parts, frame: 'that' } : undefined
}

function hasVerb(doc: Read, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (uposAt(doc.tags, i) === 'VERB' || uposAt(doc.tags, i) === 'AUX') return true
  return false
}

/** The end of a clause of speech: a dash, a semicolon or "according to" ends it before the sentence does. */
function breathEnd(doc: Read, from: number, end: number): number {
  for (let i = from; i < end; i++) if (/^(?:;|—|–|--)$/.test(wordAt(doc, i)) || lower(doc, i) === 'according') return i
  return end
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
  return undefined
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

/** Prepositions that a noun takes more often than a verb of speech does; a phrase of theirs right after what is said belongs to it. */
const TAIL: ReadonlySet<string> = new Set(['of', 'to', 'for', 'from', 'with', 'against', 'between', 'into', 'over', 'about', 'in'])
const OCCASION =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|statement|interview|briefing|conference|tweet|email|post|speech|letter|remarks|\d+)$/i

/** A clause that the tree cuts short goes on to the next mark or conjunction of its sentence. */
function breath(doc: Read, from: number): number {
  const { end } = doc.sentences[doc.tokens.sentence[from - 1]!]!.tokens
  let at = from
  while (at < end && !isPunct(doc, at) && uposAt(doc.tags, at) !== 'CCONJ') at++
  return at
}

/** A phrase goes on with the infinitive that follows it: "a call for the union | to step in". */
function purpose(doc: Read, from: number): number {
  return from < doc.tokens.length && xposAt(doc.tags, from) === 'TO' && doc.tokens.sentence[from] === doc.tokens.sentence[from - 1]
    ? breath(doc, from)
    : from
}

/** The end of a content that goes on with phrases which the tree hangs on the verb. */
function withTail(doc: Read, verb: number, from: number): number {
  let end = from
  for (const kid of dependents(doc.tree, verb)) {
    const range = subtree(doc.tree, kid)
    if (range.first < end) continue
    if (range.first !== end || deprelAt(doc.tree, kid) !== 'obl' || !TAIL.has(lower(doc, range.first)) || OCCASION.test(wordAt(doc, kid)))
      break
    end = range.end
  }
  return end
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
