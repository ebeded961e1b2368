import { deprelAt, dependents, type Filler, uposAt, xposAt } from '../../doc/index.js'
import { caseOf, isRelative, kidBy, members, type Parsed } from './phrases.js'

/** Verbs whose subject, not object, does the act of their infinitive: "promised Kyiv to send". */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set(['promise', 'vow', 'threaten', 'pledge', 'swear', 'offer', 'use', 'take', 'need'])
/** Marks of a gerund whose doer is the object of the verb above: "accused Russia of failing", "barred him from entering". */
const OBJECT_MARKS: ReadonlySet<string> = new Set(['of', 'from', 'for', 'into', 'against'])

/** Verbs whose participle with *to* says where somebody stands. */
const STANCES: ReadonlySet<string> = new Set(['oppose', 'commit', 'dedicate', 'accustom'])

/** Nouns for words that somebody utters. */
const SPEECHES: ReadonlySet<string> = new Set([
  'statement',
  'letter',
  'declaration',
  'resolution',
  'communique',
  'communiqué',
  'message',
  'note',
  'petition',
  'report',
  'speech',
  'tweet',
])

const AUXILIARIES: ReadonlySet<string> = new Set(
  "be get have do will would shall should can could may might must ought need dare use 'll 'd 've 're 's 'm".split(' '),
)
/** Whether a word that the tree calls an auxiliary can be one: "**Honduras** restored ties" was read as "was restored". */
const isAuxiliary = ({ tags }: Parsed, i: number): boolean => AUXILIARIES.has(tags.lemma[i]!.toLowerCase()) || uposAt(tags, i) === 'PART'

/** Verbs that have no passive: what looks like one is a past tense ("Thousands demonstrated in the capital calling for …"). */
const NEVER: ReadonlySet<string> = new Set(
  'demonstrate riot rally march protest resign retreat arrive travel gather negotiate apologise apologize agree erupt clash flee die go come fall rise happen occur vote'.split(
    ' ',
  ),
)

export function isPassive(doc: Parsed, v: number): boolean {
  const { tags, tree } = doc
  // "Israel is opposed **to** the plan" is what Israel does.
  if (STANCES.has(tags.lemma[v]!) && [...dependents(tree, v)].some((kid) => caseOf(doc, kid) === 'to')) return false
  let subject = false
  let full = false
  let by = false
  for (const kid of dependents(tree, v)) {
    const relation = deprelAt(tree, kid)
    if (relation === 'aux:pass') {
      if (isAuxiliary(doc, kid)) return true
      continue
    }
    if (relation === 'aux') return kidBy(tree, v, 'nsubj:pass') !== undefined
    if (relation === 'nsubj' || relation === 'nsubj:pass') subject = true
    else if (relation === 'obl:agent') by = true
    else if (relation === 'obj' || relation === 'ccomp' || relation === 'xcomp' || relation === 'cop') full = true
  }
  // "The governor prohibited protests by nurses": with a subject and an object it is the object that has the *by*.
  if (by && !(subject && full)) return true
  if (NEVER.has(tags.lemma[v]!)) return false
  // "Four killed in air strike": a headline leaves out the auxiliary; in prose a past with a subject of its own is a past, whatever its tag.
  if (subject && kidBy(tree, v, 'nsubj:pass') !== undefined) return !full || !isPast(doc, v)
  if (subject) return !full && (xposAt(tags, v) === 'VBN' || isHeadlinePast(doc, v)) && !isPast(doc, v)
  if (xposAt(tags, v) !== 'VBN') return false
  const relation = deprelAt(tree, v)
  if (relation === 'conj' && tree.head[v]! >= 0) return isPassive(doc, tree.head[v]!) && kidBy(tree, v, 'obj') === undefined
  if (relation === 'acl' && isMainClause(doc, v)) return false
  return (
    relation.startsWith('acl') ||
    relation === 'amod' ||
    relation === 'xcomp' ||
    (relation === 'advcl' && kidBy(tree, v, 'obj') === undefined)
  )
}

/** "Curfew lifted in the capital": headlines tell acts in the present, so that a past form without an object is a passive. */
const isHeadlinePast = ({ text, tokens, sentences, tags }: Parsed, v: number): boolean =>
  sentences[tokens.sentence[v]!]!.kind === 'headline' &&
  xposAt(tags, v) === 'VBD' &&
  // "Rebels **Threaten** to Leave": a word that is written as its own infinitive is a past in a few verbs only.
  (text.slice(tokens.start[v]!, tokens.end[v]!).toLowerCase() !== tags.lemma[v]!.toLowerCase() ||
    UNCHANGED.has(tags.lemma[v]!.toLowerCase()))

const UNCHANGED: ReadonlySet<string> = new Set(
  'cut hit put shut set quit let beat cast hurt split spread burst bid cost shed thrust upset'.split(' '),
)

const PARTICIPLE_ONLY = /(?:en|wn|ne|un|rn|um|ung)$/
/** Whether a form that may be past or participle heads a clause of prose. */
function isPast({ text, tokens, sentences, tree }: Parsed, v: number): boolean {
  if (sentences[tokens.sentence[v]!]!.kind !== 'prose') return false
  const form = text.slice(tokens.start[v]!, tokens.end[v]!).toLowerCase()
  return !PARTICIPLE_ONLY.test(form) && !/^(?:acl|amod)$/.test(deprelAt(tree, v))
}

/** "The bishops called on …": a past tense that the parser took for a participle, after the only noun that could be its subject. */
function isMainClause(doc: Parsed, v: number): boolean {
  const { tree } = doc
  const noun = tree.head[v]!
  if (noun < 0 || deprelAt(tree, noun) !== 'root' || v < noun) return false
  for (const kid of dependents(tree, noun)) if (/^(cop|nsubj|aux)/.test(deprelAt(tree, kid))) return false
  let full = false
  for (const kid of dependents(tree, v)) {
    const relation = deprelAt(tree, kid)
    if (relation === 'obl:agent' || caseOf(doc, kid) === 'by') return false
    if (relation === 'obj' || relation === 'xcomp' || relation === 'ccomp' || relation === 'acl') full = true
  }
  return full || isProse(doc, v)
}

const isProse = ({ tokens, sentences }: Parsed, i: number): boolean => sentences[tokens.sentence[i]!]!.kind === 'prose'

/** "Qatar hosted talks": a name at the start of a sentence that the parser took for an interjection or a mark. */
const STRAY: ReadonlySet<string> = new Set(['discourse', 'vocative', 'punct', 'dep', 'reparandum'])
function straySubject({ text, tokens, tree, sentences }: Parsed, v: number): number | undefined {
  if (deprelAt(tree, v) !== 'root') return undefined
  const first = sentences[tokens.sentence[v]!]!.tokens.first
  const word = text.slice(tokens.start[first]!, tokens.end[first]!)
  return first < v && tree.head[first] === v && STRAY.has(deprelAt(tree, first)) && /^\p{Lu}\p{L}+$/u.test(word) ? first : undefined
}

/** Who is the subject of a verb, said or understood: shared in a list, by control, by a relative or a participle. */
export function subjectOf(doc: Parsed, v: number, depth = 0): Filler[] {
  const { tree } = doc
  if (depth > 6) return []
  for (const kid of dependents(tree, v)) {
    const relation = deprelAt(tree, kid)
    const misread = relation.startsWith('aux') && kid < v && xposAt(doc.tags, kid) !== 'MD' && !isAuxiliary(doc, kid)
    if (relation !== 'nsubj' && relation !== 'nsubj:pass' && !misread) continue
    if (!isRelative(doc, kid)) return members(doc, kid, 'syntax')
    const governor = tree.head[v]!
    if (deprelAt(tree, v).startsWith('acl') && governor >= 0) return members(doc, governor, 'relative')
  }
  const near = beforeAuxiliary(doc, v)
  return near.length > 0 ? near : understood(doc, v, depth + 1)
}

/** The phrase that ends right before the auxiliary of a clause that lacks its subject: the parser hung it on what stands before a comma. */
function beforeAuxiliary(doc: Parsed, v: number): Filler[] {
  const { tree, tags } = doc
  if (!/^(?:root|parataxis|ccomp)$/.test(deprelAt(tree, v))) return []
  const aux = kidBy(tree, v, 'aux:pass') ?? kidBy(tree, v, 'aux')
  if (aux === undefined || aux > v) return []
  let first = aux
  for (const kid of dependents(tree, v)) if (deprelAt(tree, kid).startsWith('aux')) first = Math.min(first, kid)
  let at = first - 1
  if (at < 0 || !/^(?:NOUN|PROPN)$/.test(uposAt(tags, at))) return []
  for (
    let n = 0;
    n < 8 && /^(?:amod|compound|flat|nmod|nummod)/.test(deprelAt(tree, at)) && tree.head[at]! < first && tree.head[at]! >= 0;
    n++
  )
    at = tree.head[at]!
  return deprelAt(tree, at) === 'appos' ? members(doc, at, 'order') : []
}

function understood(doc: Parsed, v: number, depth: number): Filler[] {
  const { tree, tags } = doc
  const governor = tree.head[v]!
  if (governor < 0) {
    const stray = straySubject(doc, v)
    return stray === undefined ? [] : members(doc, stray, 'order')
  }
  const relation = deprelAt(tree, v)
  const under = (how: string, fillers: readonly Filler[]): Filler[] => fillers.map((it) => ({ ...it, how }))
  if (relation === 'conj') return under('coordination', subjectOf(doc, governor, depth))
  if (relation === 'xcomp') return under('control', controllers(doc, governor, depth))
  if (relation === 'advcl' || relation === 'ccomp') {
    const mark = caseOf(doc, v)
    return under(
      'control',
      mark !== undefined && OBJECT_MARKS.has(mark) ? controllers(doc, governor, depth) : subjectOf(doc, governor, depth),
    )
  }
  if (relation === 'acl:relcl') return []
  if (relation === 'acl') {
    const xpos = xposAt(tags, v)
    if (xpos === 'VBG' && caseOf(doc, v) === undefined) {
      // "issued a statement condemning the raid": whoever issued it condemns.
      const issuers = SPEECHES.has(tags.lemma[governor]!.toLowerCase()) ? under('control', ownersOf(doc, governor, depth)) : []
      return issuers.length > 0 ? issuers : members(doc, governor, 'participle')
    }
    if (xpos === 'VBN') return members(doc, governor, 'participle')
    return under('control', ownersOf(doc, governor, depth))
  }
  return []
}

/** The object of the governor, else its subject: "urged Iran to stop", "agreed to stop", "was asked to stop". */
function controllers(doc: Parsed, governor: number, depth: number): Filler[] {
  const { tree, tags } = doc
  const object = kidBy(tree, governor, 'iobj') ?? kidBy(tree, governor, 'obj')
  if (object !== undefined && !SUBJECT_CONTROL.has(tags.lemma[governor]!)) return members(doc, object, 'control')
  for (const kid of dependents(tree, governor)) {
    // "called on Israel to withdraw", "appealed to both sides to stop"
    const mark = caseOf(doc, kid)
    if (deprelAt(tree, kid) === 'obl' && (mark === 'on' || mark === 'upon' || mark === 'to' || mark === 'for' || mark === 'with'))
      return members(doc, kid, 'control')
  }
  return subjectOf(doc, governor, depth)
}

/** Whose decision, plan or threat a noun is: its possessor, its *by*, or the subject of the verb above it. */
export function ownersOf(doc: Parsed, noun: number, depth = 0): Filler[] {
  const { tree, tags } = doc
  const owner = kidBy(tree, noun, 'nmod:poss')
  // "continued **their** strike to demand": they are the subject.
  if (owner !== undefined && uposAt(tags, owner) !== 'PRON') return members(doc, owner, 'possessive')
  for (const kid of dependents(tree, noun))
    if (deprelAt(tree, kid).startsWith('nmod') && caseOf(doc, kid) === 'by') return members(doc, kid, 'syntax')
  const governor = tree.head[noun]!
  if (governor < 0 || depth > 5) return []
  const upos = uposAt(tags, governor)
  const relation = deprelAt(tree, noun)
  if (upos === 'VERB' && (relation === 'obj' || relation.startsWith('obl'))) return subjectOf(doc, governor, depth + 1)
  return []
}
