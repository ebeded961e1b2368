import { deprelAt, dependents, spanOf, uposAt, xposAt, type Status, type StatusCue, type Tree } from '../../doc/index.js'
import { pastOf } from './past.js'
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

// No more cues than this are told of one act.
const CUES = 40

/** What is known of one word: its statuses, and the cues that it adds to those of the word above. */
interface Node extends Governor {
  readonly cues: readonly StatusCue[]
  readonly above?: Node
}

/**
 * Makes the reader of status. It walks from the top of the sentence down to the act, and each word on the way changes what holds below it: "did not deny
 * that it had failed to pay" is negation, denial, failure. Speech does not change the status: who said it is told by attribution.
 */
export function createStatus(lexicon: StatusLexicon): StatusReader {
  const table = tableOf(lexicon)
  // Each word of a tree is read once, whoever asks and how often; a tree never changes, so nothing can grow stale.
  const known = new WeakMap<Tree, Map<number, Node>>()
  return (doc, token) => {
    let nodes = known.get(doc.tree)
    if (!nodes) known.set(doc.tree, (nodes = new Map()))
    const node = nodeOf(table, doc, nodes, token)
    const cues: StatusCue[][] = []
    for (let it: Node | undefined = node; it && cues.length < CUES; it = it.above) if (it.cues.length > 0) cues.push([...it.cues])
    return { status: node.inner, cues: cues.toReversed().flat() }
  }
}

function nodeOf(table: Table, doc: Read, nodes: Map<number, Node>, token: number): Node {
  const path: number[] = []
  for (let at = token; at >= 0 && !nodes.has(at); at = doc.tree.head[at]!) path.push(at)
  for (const at of path.toReversed()) nodes.set(at, read(table, doc, nodes.get(doc.tree.head[at]!), at))
  return nodes.get(token)!
}

/** One step down: the status of `at` from that of the word it depends on. */
function read(table: Table, doc: Read, above: Node | undefined, at: number): Node {
  const cues: StatusCue[] = []
  const from = above ? passed(table, doc, above, at) : top(doc, at)
  if (from.entry && from.at !== undefined && from.entry.holds !== 'same') {
    cues.push({ span: spanOf(doc.tokens, from.at), why: from.entry.why })
  }
  const own = ownStatus(table, doc, at)
  let { status } = own
  const past = own.modal === 'would' && status === 'hypothetical' && !hasPerfect(doc, at) ? pastOf(table, doc, at) : undefined
  if (past) {
    status = own.cues.some(({ why }) => why === 'negation') ? 'negated' : 'actual'
    cues.push(past)
  } else if (own.modal === 'would' && above && isReported(doc, at, above.at) && status === 'hypothetical' && !hasPerfect(doc, at))
    status = own.cues.some(({ why }) => why === 'negation') ? 'negated' : 'future'
  if (status === 'future' && isConditional(doc, at)) status = 'hypothetical'
  const inverted = invertedAt(doc, at)
  if (inverted >= 0) {
    status = 'hypothetical'
    cues.push({ span: spanOf(doc.tokens, inverted), why: 'condition' })
  }
  cues.push(...own.cues)
  const shared = above !== undefined && own.phrase === true && above.inner === 'negated' && isVerbal(doc, above.at)
  return { at, cues, outer: from.status, inner: shared ? 'negated' : within(from.status, status), ...(above ? { above } : {}) }
}

/** The status at the top of a sentence: a question and a command are open. */
function top(doc: Read, at: number): ReturnType<typeof passed> {
  const why = isQuestion(doc, at) ? 'question' : isImperative(doc, at) ? 'command' : isProtasis(doc, at) ? 'condition' : undefined
  if (why) return { status: 'hypothetical', entry: { takes: [], holds: 'hypothetical', not: 'hypothetical', why }, at }
  if (isHeadlineFuture(doc, at)) return { status: 'future', entry: { takes: [], holds: 'future', not: 'negated', why: 'schedule' }, at }
  return { status: 'actual' }
}

/** "If Kenya were to leave, …": a condition that the parser took for the main clause is one all the same. */
function isProtasis(doc: Read, at: number): boolean {
  const mark = child(doc, at, 'mark')
  return mark >= 0 && mark < at && ['if', 'unless'].includes(lower(doc, mark))
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

const INVERTING: ReadonlySet<string> = new Set(['had', 'were', 'should'])

/** "**Had** the king left, …": an auxiliary that opens its clause before the subject is an "if", where nothing is asked; -1 when there is none. */
function invertedAt(doc: Read, at: number): number {
  const aux = child(doc, at, 'aux', 'aux:pass', 'cop')
  if (aux < 0 || !INVERTING.has(lower(doc, aux))) return -1
  const subject = child(doc, at, 'nsubj', 'nsubj:pass')
  const { first, end } = doc.sentences[doc.tokens.sentence[at]!]!.tokens
  if (subject < aux || (aux > first && uposAt(doc.tags, aux - 1) !== 'PUNCT') || lower(doc, end - 1) === '?') return -1
  return aux
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
