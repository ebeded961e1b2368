import { deprelAt, dependents, uposAt, xposAt, type Status } from '../../doc/index.js'
import { complement } from './effects.js'
import { entryFor } from './entry.js'
import type { StatusEntry, Table } from './lexicon.js'
import { child, infinitive, introducer, isDefinite, isNominal, isVerbal, lower, type Read } from './syntax.js'

/** What a governor does to one dependent: its status before the dependent's own words, and the entry that says so. */
export interface Passed {
  readonly status: Status
  readonly entry?: StatusEntry
  /** The word of the entry. */
  readonly at?: number
}

/** The governor's status: `outer` before its own negation and modal, `inner` after. */
export interface Governor {
  readonly at: number
  readonly outer: Status
  readonly inner: Status
  /** What governs it in its turn. */
  readonly above?: Governor
}

/** What takes a thing for granted whatever happens to its verb: "did not speak after the attack". */
const GIVEN = new Set([
  'after',
  'since',
  'during',
  'following',
  'despite',
  'amid',
  'over',
  'because',
  'until',
  'before',
  'throughout',
  'upon',
  'amidst',
  'given',
  'due',
  'owing',
  'thanks',
])
/** Of these, the ones that give the reason or the time of a thing, too, and not only of a verb: "a ban due to accidents". */
const REASONS = new Set(['due', 'owing', 'thanks', 'because', 'after', 'following', 'despite', 'amid'])
/** "the first model to be built": what singles a thing out has happened. */
const SINGLED = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'last', 'latest', 'only'])

/** The status that `i` gets from the word it depends on. */
export function passed(table: Table, doc: Read, governor: Governor, i: number): Passed {
  const relation = deprelAt(doc.tree, i)
  const mark = introduced(table, doc, i)
  if (mark) return { ...mark, status: complement(mark.entry!, settled(governor.outer)) }
  if (relation === 'conj') return conjunct(doc, governor, i)
  const entry = entryFor(table, doc, governor.at, i, relation)
  if (entry) return { status: complement(entry, governor.inner), entry, at: governor.at }
  const raised = relation === 'acl' ? ofVerbAbove(table, doc, governor, i) : undefined
  if (raised) return raised
  if (relation === 'advcl') return adverbial(doc, governor, i)
  if (relation === 'acl' && infinitive(doc, i) >= 0 && isSingledOut(doc, governor.at)) return { status: governor.inner }
  if (relation === 'acl' && isHeadlineFuture(doc, governor.at, i)) return { status: 'future', entry: SCHEDULE, at: infinitive(doc, i) }
  if (relation === 'acl' && infinitive(doc, i) >= 0)
    return { status: complement(PURPOSE, governor.inner), entry: PURPOSE, at: infinitive(doc, i) }
  if (relation === 'ccomp' || relation === 'csubj') return { status: governor.inner === 'negated' ? 'hypothetical' : governor.inner }
  if (relation === 'xcomp') return bareComplement(doc, governor, i)
  if (relation === 'acl' || relation === 'acl:relcl') return { status: relative(doc, governor, i, relation) }
  if (relation === 'parataxis' || relation === 'appos' || relation === 'list' || relation === 'vocative')
    return { status: settled(governor.outer) }
  return phrase(table, doc, governor, i, relation)
}

/** What stands outside a negated clause is not negated; doubt and future hold for all that is inside them. */
const settled = (status: Status): Status => (status === 'negated' ? 'actual' : status)

const PURPOSE: StatusEntry = { takes: ['to'], holds: 'hypothetical', not: 'hypothetical', why: 'purpose' }
const UNKNOWN: StatusEntry = { takes: ['to'], holds: 'hypothetical', not: 'negated', why: 'infinitive' }

const SCHEDULE: StatusEntry = { takes: ['to'], holds: 'future', not: 'negated', why: 'schedule' }

/** "Minister to visit Ankara": a noun at the top of its sentence and an infinitive that says what is to come. */
function isHeadlineFuture(doc: Read, noun: number, i: number): boolean {
  const { end } = doc.sentences[doc.tokens.sentence[noun]!]!.tokens
  return (
    doc.tree.head[noun]! < 0 &&
    uposAt(doc.tags, end - 1) !== 'PUNCT' &&
    infinitive(doc, i) >= 0 &&
    child(doc, noun, 'cop', 'nsubj', 'det') < 0
  )
}

function isSingledOut(doc: Read, noun: number): boolean {
  if (SINGLED.has(lower(doc, noun))) return true
  for (const kid of dependents(doc.tree, noun)) if (kid < noun && SINGLED.has(lower(doc, kid))) return true
  return false
}

/** "forced the rebels to leave", "accused the army of firing": a clause that the tree hangs on the object belongs to the verb. */
function ofVerbAbove(table: Table, doc: Read, governor: Governor, i: number): Passed | undefined {
  const { above } = governor
  if (!above || deprelAt(doc.tree, governor.at) !== 'obj') return undefined
  const entry = entryFor(table, doc, above.at, i, 'advcl')
  return entry && { status: complement(entry, above.inner), entry, at: above.at }
}

/** "if", "without", "instead of": a word before the act that decides alone. */
function introduced(table: Table, doc: Read, i: number): Passed | undefined {
  for (const kid of dependents(doc.tree, i)) {
    const relation = deprelAt(doc.tree, kid)
    if (relation !== 'case' && relation !== 'mark') continue
    const entry = table.before.get(lower(doc, kid))?.get('-')
    if (!entry) continue
    // "even if", "as if", and a case that is not the phrase's own ("rather" as an adverb) are left alone.
    if (kid > 0 && lower(doc, kid - 1) === 'as') continue
    return { status: 'actual', entry, at: kid }
  }
  return undefined
}

/** The second of two acts shares the auxiliaries of the first only when it has the same form and no subject of its own. */
function conjunct(doc: Read, governor: Governor, i: number): Passed {
  if (isNominal(doc, i)) return { status: governor.inner }
  const cc = child(doc, i, 'cc')
  const alone =
    child(doc, i, 'nsubj', 'nsubj:pass', 'aux', 'expl', 'cop') >= 0 || xposAt(doc.tags, i) === 'VBD' || xposAt(doc.tags, i) === 'VBZ'
  if (alone) return { status: governor.outer }
  if (cc >= 0 && lower(doc, cc) === 'but') return { status: governor.inner === 'negated' ? settled(governor.outer) : governor.inner }
  return { status: governor.inner }
}

/** Purpose is open; a clause of time or reason follows the future of its main clause when it stands in the present, and else is as it was. */
function adverbial(doc: Read, governor: Governor, i: number): Passed {
  const to = infinitive(doc, i)
  if (to >= 0) return { status: governor.inner === 'negated' ? 'negated' : 'hypothetical', entry: PURPOSE, at: to }
  const tag = xposAt(doc.tags, i)
  const open = governor.inner === 'future' || governor.inner === 'hypothetical'
  if (open && child(doc, i, 'aux') < 0 && (tag === 'VBZ' || tag === 'VBP' || tag === 'VBG' || tag === 'VB'))
    return { status: governor.inner }
  return { status: settled(governor.outer) }
}

/** An infinitive or participle that the table has no word for. */
function bareComplement(doc: Read, governor: Governor, i: number): Passed {
  const to = infinitive(doc, i)
  if (to < 0 || !isVerbal(doc, i)) return { status: governor.inner }
  return { status: complement(UNKNOWN, governor.inner), entry: UNKNOWN, at: governor.at }
}

/** A clause on a noun: what is told of a known thing, or told in the past, is so; on a new thing it shares the status of that thing. */
function relative(doc: Read, governor: Governor, i: number, relation: string): Status {
  if (isDefinite(doc, governor.at) || xposAt(doc.tags, i) === 'VBD') return 'actual'
  if (relation === 'acl:relcl' && child(doc, i, 'aux') >= 0) return 'actual'
  return governor.inner
}

/** A noun in a clause that is negated, to come or open: named things are taken for granted, new ones share the status of the verb. */
function phrase(table: Table, doc: Read, governor: Governor, i: number, relation: string): Passed {
  if (relation === 'nmod' && REASONS.has(introducer(doc, i))) return { status: 'actual' }
  if (relation === 'nmod' || relation === 'compound' || relation === 'nmod:poss' || relation === 'amod') return { status: governor.inner }
  const before = introducer(doc, i)
  if (GIVEN.has(before) || isDefinite(doc, i)) return { status: 'actual' }
  if (governor.inner === 'negated' && relation !== 'obj' && relation !== 'nsubj:pass' && relation !== 'obl:agent')
    return { status: settled(governor.outer) }
  return { status: governor.inner }
}
