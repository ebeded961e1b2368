import { deprelAt, dependents, spanOf, xposAt, type Status, type StatusCue } from '../../doc/index.js'
import { isHeadlineFuture, isImperative, ownStatus } from './clause.js'
import { passed, type Governor } from './edge.js'
import { within } from './effects.js'
import { tableOf, type StatusLexicon, type Table } from './lexicon.js'
import { child, isVerbal, lower, type Read } from './syntax.js'

/** Whether an act happened, by the text, and the words that say so, outermost first. Empty cues: it is simply told. */
export interface StatusReading {
  readonly status: Status
  readonly cues: readonly StatusCue[]
}

/** Reads the status of the act that the word at `token` names. */
export type StatusReader = (doc: Read, token: number) => StatusReading

// A tree deeper than this is no sentence that a person wrote; the bound keeps the time linear on any input.
const DEPTH = 40

/**
 * Makes the reader of status. It walks from the top of the sentence down to the act, and each word on the way changes what holds below it: "did not deny
 * that it had failed to pay" is negation, denial, failure. Speech does not change the status: who said it is told by attribution.
 */
export function createStatus(lexicon: StatusLexicon): StatusReader {
  const table = tableOf(lexicon)
  return (doc, token) => read(table, doc, token)
}

function read(table: Table, doc: Read, token: number): StatusReading {
  const path = [token]
  for (let at = doc.tree.head[token]!; at >= 0 && path.length < DEPTH; at = doc.tree.head[at]!) path.push(at)
  const cues: StatusCue[] = []
  let governor: Governor | undefined
  for (const at of path.toReversed()) {
    const from = governor ? passed(table, doc, governor, at) : top(doc, at)
    if (from.entry && from.at !== undefined && from.entry.holds !== 'same')
      cues.push({ span: spanOf(doc.tokens, from.at), why: from.entry.why })
    const own = ownStatus(table, doc, at)
    let status = own.status
    if (own.modal === 'would' && governor && isReported(doc, at, governor.at) && status === 'hypothetical' && !hasPerfect(doc, at))
      status = 'future'
    if (status === 'future' && isConditional(doc, at)) status = 'hypothetical'
    cues.push(...own.cues)
    const shared = governor !== undefined && own.phrase === true && governor.inner === 'negated' && isVerbal(doc, governor.at)
    governor = { at, outer: from.status, inner: shared ? 'negated' : within(from.status, status), ...(governor ? { above: governor } : {}) }
  }
  return { status: governor!.inner, cues }
}

/** The status at the top of a sentence: a question and a command are open. */
function top(doc: Read, at: number): ReturnType<typeof passed> {
  const why = isQuestion(doc, at) ? 'question' : isImperative(doc, at) ? 'request' : undefined
  if (why) return { status: 'hypothetical', entry: { takes: [], holds: 'hypothetical', not: 'hypothetical', why }, at }
  if (isHeadlineFuture(doc, at)) return { status: 'future', entry: { takes: [], holds: 'future', not: 'negated', why: 'schedule' }, at }
  return { status: 'actual' }
}

/** Yes-or-no questions leave open what they ask; "why did they leave?" takes it for granted. */
function isQuestion(doc: Read, at: number): boolean {
  const { first, end } = doc.sentences[doc.tokens.sentence[at]!]!.tokens
  let last = end - 1
  while (last > first && !/[\p{L}\p{N}?.!]/u.test(lower(doc, last))) last--
  if (lower(doc, last) !== '?') return false
  for (const kid of dependents(doc.tree, at)) if (kid < at && xposAt(doc.tags, kid).startsWith('W')) return false
  return !xposAt(doc.tags, at).startsWith('W')
}

/** "said it would": the future of the past. */
function isReported(doc: Read, at: number, governor: number): boolean {
  const relation = deprelAt(doc.tree, at)
  return (
    (relation === 'ccomp' || relation === 'conj' || relation === 'acl') &&
    ['VBD', 'VBN', 'VBG', 'NN', 'NNS'].includes(xposAt(doc.tags, governor))
  )
}

/** "would have left". */
function hasPerfect(doc: Read, at: number): boolean {
  for (const kid of dependents(doc.tree, at))
    if (deprelAt(doc.tree, kid) === 'aux' && ['have', '’ve', "'ve"].includes(lower(doc, kid))) return true
  return false
}

/** A main clause whose fulfilment hangs on "if" or "unless". */
function isConditional(doc: Read, at: number): boolean {
  for (const kid of dependents(doc.tree, at)) {
    if (deprelAt(doc.tree, kid) !== 'advcl') continue
    const mark = child(doc, kid, 'mark')
    if (mark >= 0 && ['if', 'unless', 'provided'].includes(lower(doc, mark)) && (mark === 0 || lower(doc, mark - 1) !== 'even')) return true
  }
  return false
}
