import { type Act, deprelAt, type Filler, uposAt } from '../doc/index.js'
import { isWord, lengthAt } from './classes.js'
import type { Piece, Trigger } from './compile.js'
import type { Condition, Rule } from './rule.js'
import { fits, narrowness, type Scene } from './test.js'

/** A rule that reads an act as its own, with what fills its roles. */
export interface Candidate {
  readonly rule: Rule
  readonly trigger: Trigger
  readonly act: Act
  /** Tokens that name the act. */
  readonly tokens: readonly number[]
  /** Role → the fillers that fit its condition. */
  readonly bound: Readonly<Record<string, readonly Filler[]>>
  /** Sum of the narrowness of the conditions that the text fills. */
  readonly filled: number
  /** Conditions that only the order of words fills, not the tree. */
  readonly loose: number
}

/** Why a rule left an act: the role whose condition failed. */
export interface Miss {
  readonly rule: Rule
  readonly act: Act
  readonly role: string
  readonly wanted: string
  readonly found?: Filler
}

/** All rules that read the act, and near misses through `missed`. `skip` drops one condition, to see whether it is earned. */
export function candidatesFor(scene: Scene, act: Act, missed?: (miss: Miss) => void, skip?: { rule: string; role: string }): Candidate[] {
  const { doc } = scene.parties
  const lemma = act.lemma.split(' ')[0]!
  const form = doc.text.slice(doc.tokens.start[act.head]!, doc.tokens.end[act.head]!).toLowerCase()
  const triggers = scene.coder.triggers[act.form]
  const found: Candidate[] = []
  for (const trigger of [...(triggers.get(lemma) ?? []), ...(form === lemma ? [] : (triggers.get(form) ?? []))]) {
    const tokens = matchTrigger(scene, act, trigger)
    if (!tokens) continue
    const candidate = bind(scene, act, trigger, tokens, missed, skip)
    if (candidate && !found.some(({ rule, tokens: others }) => rule.rule === trigger.rule.rule && others.length >= tokens.length))
      found.push(candidate)
  }
  return found
}

/** The tokens of a trigger around the act's head; `undefined` when its fixed words are not there. */
function matchTrigger({ parties: { doc } }: Scene, { head, form }: Act, { rest }: Trigger): number[] | undefined {
  if (rest.length === 0) return [head]
  if (form !== 'verb') {
    const tokens = rest.map((_, k) => head - rest.length + k)
    return rest.every((piece, k) => fitsPiece(doc, tokens[k]!, piece)) ? [...tokens, head] : undefined
  }
  return after(doc, head, rest) ?? before(doc, head, rest)
}

type Words = Scene['parties']['doc']
const REACH = 7
/** Furthest that names and marks in between let a fixed word stand. */
const FURTHEST = 20

/** Fixed words after a verb, in order, at most seven words on, across no other verb. Names and marks are not counted: "declared the envoy, Ana Silva, persona non grata". */
function after(doc: Words, head: number, rest: readonly Piece[]): number[] | undefined {
  const tokens = [head]
  const last = doc.sentences[doc.tokens.sentence[head]!]!.tokens.end
  let k = 0
  let reach = head + REACH + rest.length
  for (let i = head + 1; i < Math.min(last, reach) && k < rest.length; i++) {
    const part = uposAt(doc.tags, i)
    if ((part === 'PROPN' || part === 'PUNCT') && reach < head + FURTHEST) reach++
    const length = lengthOfPiece(doc, i, rest[k]!)
    if (length > 0) {
      for (let at = 0; at < length; at++) tokens.push(i + at)
      i += length - 1
      k++
    } else if (
      i > head + 1 &&
      (uposAt(doc.tags, i) === 'VERB' || ('set' in rest[k]! && uposAt(doc.tags, i) === 'ADP' && doc.tags.lemma[i] !== 'of'))
    )
      break
  }
  return k === rest.length ? tokens : undefined
}

/** The fixed noun as subject of a passive: "fire was opened". One word only. */
function before(doc: Words, head: number, rest: readonly Piece[]): number[] | undefined {
  const [piece] = rest
  if (rest.length !== 1 || !piece || doc.tags.lemma[head - 1] === undefined) return undefined
  const first = doc.sentences[doc.tokens.sentence[head]!]!.tokens.first
  for (let i = head - 1; i >= Math.max(first, head - REACH); i--) {
    if (fitsPiece(doc, i, piece) && doc.tree.head[i] === head) return [i, head]
  }
  return undefined
}

/** How many tokens a word or a word of a class takes from token `i` on; 0 when it does not stand there. */
const lengthOfPiece = (doc: Words, i: number, piece: Piece): number =>
  i < 0 ? 0 : 'word' in piece ? Number(isWord(doc, i, piece.word)) : lengthAt(doc, i, piece.set)
const fitsPiece = (doc: Words, i: number, piece: Piece): boolean => lengthOfPiece(doc, i, piece) > 0

function bind(
  scene: Scene,
  act: Act,
  trigger: Trigger,
  tokens: readonly number[],
  missed?: (miss: Miss) => void,
  skip?: { rule: string; role: string },
): Candidate | undefined {
  const rule = skip?.rule === trigger.rule.rule ? ablated(trigger.rule, skip.role) : trigger.rule
  const bound: Record<string, readonly Filler[]> = {}
  let filled = 0
  let loose = 0
  for (const [role, condition] of Object.entries(rule.roles)) {
    const it = fill(scene, rule, act, tokens, role, condition)
    if (it === undefined) {
      missed?.({ rule, act, role, wanted: condition.text, ...(act.roles[role]?.[0] && { found: act.roles[role]![0] }) })
      return undefined
    }
    if (it.length === 0) continue
    bound[role] = it
    filled += narrowness(condition)
    if (it.every(({ how }) => how === 'order')) loose++
  }
  return { rule, trigger, act, tokens, bound, filled, loose }
}

/** A rule without one of its conditions, and without the demand for a participant that this condition repeats: `agent: actor` and `requires: [actor]` say one thing. */
function ablated(rule: Rule, dropped: string): Rule {
  const draws = (sources: readonly { role: string }[]): boolean => sources.some(({ role }) => role === dropped)
  return {
    ...rule,
    roles: Object.fromEntries(Object.entries(rule.roles).filter(([role]) => role !== dropped)),
    requires: rule.requires.filter((side) => !draws(side === 'actor' ? rule.actor : rule.recipient)),
  }
}

/** The fillers of a role that fit its condition; `[]` when it may be unsaid and is; `undefined` when the condition fails. */
export function fill(
  scene: Scene,
  rule: Rule,
  act: Act,
  tokens: readonly number[],
  role: string,
  condition: Condition,
): readonly Filler[] | undefined {
  const fillers = fillersOf(scene, act, role)
  // `content: none` forbids a clause; a noun that may be content is told by the role that holds it.
  if (condition.none) return fillers.some(({ how }) => role !== 'content' || how === 'clause') ? undefined : []
  const fit = fillers.filter((it) => fits(scene, rule, condition, it, role === 'agent'))
  // What only forbids holds for every word: `clause: !accident` is a clause without any.
  if (forbids(condition)) return fit.length === fillers.length ? (WIDE.has(role) ? [] : fit) : undefined
  if (fit.length > 0) return fit
  // Who is there and is just what the condition forbids ("**Doctors** in Madrid warn") is not passed over for somebody further off.
  if (fillers.some((it) => isForbidden(scene, rule, condition, it, role === 'agent'))) return undefined
  if (WIDE.has(role)) return condition.optional ? [] : undefined
  // What the parser offers as the doer may be a slip ("Statement condemning …"): somebody before the act who fits is taken, as for what must be said.
  if (fillers.length > 0 && condition.optional) return role === 'agent' ? byOrder(scene, rule, act, tokens, role, condition) : undefined
  if (condition.optional) return []
  const near = byOrder(scene, rule, act, tokens, role, condition)
  // A passive may leave out who did it ("Six were indicted"); then somebody must have befallen it, see `participants`.
  return near === undefined && role === 'agent' && act.voice === 'passive' && fillers.length === 0 && isAnybody(condition) ? [] : near
}

/** Whether any party will do. */
const isAnybody = ({ any }: Condition): boolean => any.some((tests) => tests.every(({ not, name }) => !not && name === 'actor'))

/** Whether a filler is all that a condition asks for but for what it forbids. */
function isForbidden(scene: Scene, rule: Rule, condition: Condition, it: Filler, agent: boolean): boolean {
  const asked = condition.any
    .map((tests) => tests.filter(({ not }) => !not))
    .filter((tests, i) => tests.length > 0 && tests.length < condition.any[i]!.length)
  return asked.length > 0 && fits(scene, rule, { ...condition, any: asked }, it, agent)
}

const forbids = ({ any }: Condition): boolean => any.every((tests) => tests.every(({ not }) => not))

/** Pseudo-roles of which any word may fit. */
const WIDE: ReadonlySet<string> = new Set(['clause', 'sentence', 'kind'])

export function fillersOf({ parties: { doc } }: Scene, act: Act, role: string): readonly Filler[] {
  if (role === 'act') return [one(act.head)]
  if (role !== 'clause' && role !== 'sentence') return act.roles[role] ?? []
  const { first, end } = doc.sentences[doc.tokens.sentence[act.head]!]!.tokens
  const [from, to] = role === 'sentence' ? [first, end] : clauseOf(doc, act.head, first, end)
  return Array.from({ length: to - from }, (_, i) => one(from + i))
}

/** The stretch around a word between the nearest marks that part clauses. */
function clauseOf(doc: Words, head: number, first: number, end: number): [number, number] {
  const parts = (i: number): boolean => /^[;:—–]$/.test(doc.text.slice(doc.tokens.start[i]!, doc.tokens.end[i]!))
  let from = head
  while (from > first && !parts(from - 1)) from--
  let to = head + 1
  while (to < end && !parts(to)) to++
  return [from, to]
}

const ORDERED: Readonly<Record<string, 'before' | 'after'>> = { agent: 'before', theme: 'after' }

/** Where the tree gives nothing that fits, the nearest word that does: before the act for the agent, after it for the theme. */
function byOrder(
  scene: Scene,
  rule: Rule,
  act: Act,
  tokens: readonly number[],
  role: string,
  condition: Condition,
): readonly Filler[] | undefined {
  if (act.voice === 'passive' && role === 'agent') return byPhrase(scene, rule, act, condition)
  const side = act.voice === 'passive' ? (role === 'theme' ? 'before' : undefined) : ORDERED[role]
  if (side === undefined || (act.form !== 'verb' && role !== 'agent')) return undefined
  const { doc } = scene.parties
  const { first, end } = doc.sentences[doc.tokens.sentence[act.head]!]!.tokens
  const step = side === 'before' ? -1 : 1
  for (let i = act.head + step, n = 0; i >= first && i < end && n < 9; i += step, n++) {
    if (uposAt(doc.tags, i) === 'VERB' && n > 0) return undefined
    // "called **his** mother": an owner is no object.
    const owner = uposAt(doc.tags, i) === 'PRON' && deprelAt(doc.tree, i) === 'nmod:poss'
    if (tokens.includes(i) || !NOUNY.has(uposAt(doc.tags, i)) || owner || isModifier(doc, i, tokens)) continue
    const it = { ...one(i), how: 'order' }
    if (fits(scene, rule, condition, it, role === 'agent')) return [it]
  }
  return undefined
}

/**
 * "border" in "fired on border guards": a noun that only says what kind of thing the next one is, which a preposition adds to the act. Before what the act is done
 * to it tells that thing's kind ("lifted the arms embargo"), and before a word that names the act it is none ("declared the envoy persona non grata").
 */
function isModifier(doc: Words, at: number, tokens: readonly number[]): boolean {
  const head = doc.tree.head[at]!
  if (head < at || deprelAt(doc.tree, at) !== 'compound' || uposAt(doc.tags, at) !== 'NOUN' || tokens.includes(head)) return false
  if (!/^(?:obl|nmod)/.test(deprelAt(doc.tree, head))) return false
  for (let i = at + 1; i < head; i++) if (!NOUNY.has(uposAt(doc.tags, i))) return false
  return true
}

/** The agent of a passive whose *by* hangs elsewhere: "accused of misusing funds **by officials**". */
function byPhrase(scene: Scene, rule: Rule, act: Act, condition: Condition): readonly Filler[] | undefined {
  const { doc } = scene.parties
  const { end } = doc.sentences[doc.tokens.sentence[act.head]!]!.tokens
  for (let i = act.head + 1; i < end - 1; i++) {
    if (doc.tags.lemma[i] !== 'by') continue
    for (let k = i + 1; k < Math.min(end, i + 6); k++) {
      if (!NOUNY.has(uposAt(doc.tags, k)) || (k + 1 < end && NOUNY.has(uposAt(doc.tags, k + 1)))) continue
      const it = { ...one(k), first: i + 1, how: 'order' }
      if (fits(scene, rule, condition, it, true)) return [it]
    }
  }
  return undefined
}
const NOUNY: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'ADJ'])
const one = (i: number): Filler => ({ head: i, first: i, end: i + 1, how: 'word' })
