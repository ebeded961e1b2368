import { type Act, type Status } from '../doc/index.js'
import { fill, fillersOf } from './apply.js'
import type { Chosen } from './choose.js'
import { lengthAt, mayBeOf } from './classes.js'
import { contentByWords, framed, innerOf, isMeant, isRefused } from './frames.js'
import { participants } from './participants.js'
import type { Party } from './party.js'
import type { Codes, Condition, Frame, Variant } from './rule.js'
import type { Scene } from './test.js'

/** A claim before its day, place, figures and id are settled. */
export interface Draft {
  readonly chosen: Chosen
  /** The act that this one is about ("agreed **to send**"). */
  readonly inner?: Chosen
  readonly frame?: Frame
  /** The content of the frame where a word alone tells it, and that word. */
  readonly byWord?: { readonly content: string; readonly at: number }
  /** The variant of the rule whose conditions held. */
  readonly variant?: Variant
  readonly codes: Codes
  readonly status: Status
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly others: readonly { readonly role: string; readonly party: Party }[]
  /** Participants that only the order of words gave. */
  readonly loose: number
  /** The chooser's belief that a careful reader makes this claim, 0 to 1. */
  readonly belief?: number
  /** The belief, calibrated: how often claims of this belief are right. */
  readonly confidence?: number
}

/** Lays codes, variants, frame and participants over a chosen reading; `undefined` when a required participant is missing. */
export function draftOf(
  scene: Scene,
  chosen: Chosen,
  byHead: ReadonlyMap<number, Chosen>,
  actAt: ReadonlyMap<number, Act>,
): Draft | undefined {
  const { rule, act } = chosen
  const { doc } = scene.parties
  const holding = (it: Chosen, named: boolean): Variant | undefined =>
    rule.variants.find(
      ({ where, codes }) =>
        (!named || Object.keys(codes).length > 0) && Object.entries(where).every(([role, condition]) => holds(scene, it, role, condition)),
    )
  const inner = rule.frame === undefined ? undefined : innerOf(scene, chosen, byHead)
  const frame =
    rule.frame ?? (rule.content === undefined ? undefined : isMeant(doc, act) ? 'intend' : isRefused(doc, act) ? 'refuse' : undefined)
  const first = holding(chosen, false)
  const isBare = rule.frame !== undefined && Object.keys(first?.codes ?? {}).length === 0
  const innerContexts = inner ? (inner.rule.codes.contexts ?? []) : []
  const byAct = frame && framed(scene.coder, frame, inner?.rule.content ?? rule.content, [...(rule.codes.contexts ?? []), ...innerContexts])
  // Where no rule reads the act inside, a variant for the thing that is asked for; else its words.
  const variant = isBare && !byAct ? (holding(withoutClauses(chosen), true) ?? first) : first
  const plain: Codes = { ...rule.codes, ...variant?.codes, contexts: [...(rule.codes.contexts ?? []), ...(variant?.codes.contexts ?? [])] }
  const byWord = isBare && !byAct && variant === first ? contentByWords(scene, chosen, rule.frame) : undefined
  const codes =
    byAct ||
    (byWord && framed(scene.coder, rule.frame!, byWord.content, [...plain.contexts!, ...innerContexts])) ||
    turned(plain.type, isMeant(doc, act), isRefused(doc, act), plain.contexts)
  const status = variant?.status ?? rule.status ?? (codes && rule.frame === undefined ? 'actual' : act.status)
  const people = participants(scene, chosen, inner, inner?.act ?? contentAct(act, actAt))
  if (!people) return undefined
  return {
    chosen,
    codes: codes ? { ...withoutCodes(plain), ...codes } : plain,
    status,
    ...people,
    ...(inner && { inner }),
    ...(variant && { variant }),
    ...(frame && codes && { frame }),
    ...(byWord && { byWord }),
  }
}

/** A reading of which only things are the content, not clauses. */
const withoutClauses = (chosen: Chosen): Chosen => ({
  ...chosen,
  act: {
    ...chosen.act,
    roles: { ...chosen.act.roles, content: (chosen.act.roles['content'] ?? []).filter(({ how }) => how !== 'clause') },
  },
})

/** The clause that an act is about, coded or not. */
function contentAct({ roles }: Act, actAt: ReadonlyMap<number, Act>): Act | undefined {
  for (const { head } of roles['content'] ?? []) if (actAt.has(head)) return actAt.get(head)
  return undefined
}

const FRIENDLY: ReadonlySet<string> = new Set(['SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'CONSULT', 'RETREAT'])

const HOSTILE: ReadonlySet<string> = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST'])

/** Cooperation that is ruled out is a refusal, one that is only announced an agreement, and force that is only announced a threat, where no content says which. */
function turned(type: string | null | undefined, future: boolean, refused: boolean, contexts: readonly string[] = []): Codes | undefined {
  if (refused && (type === 'AGREE' || FRIENDLY.has(type ?? ''))) return { type: 'REJECT', cameo: '120', contexts }
  if (future && HOSTILE.has(type ?? '')) return { type: 'THREATEN', cameo: '130', contexts }
  return future && FRIENDLY.has(type ?? '') ? { type: 'AGREE', cameo: '030', contexts } : undefined
}

/** Mode and CAMEO code of the plain act do not outlive the frame. */
const withoutCodes = ({ contexts = [] }: Codes): Codes => ({ contexts })

function holds(scene: Scene, { rule, act, tokens }: Chosen, role: string, condition: Condition): boolean {
  if (role === 'status') return names(condition).includes(act.status)
  const { doc } = scene.parties
  const flag = {
    negated: act.status === 'negated',
    future: act.status === 'future',
    headline: doc.sentences[doc.tokens.sentence[act.head]!]!.kind === 'headline',
  }[role]
  if (flag !== undefined) return names(condition).includes(flag ? 'yes' : 'no')
  if (!condition.optional && fillersOf(scene, act, role).length === 0) return false
  return fill(scene, rule, act, tokens, role, condition) !== undefined
}

const names = ({ any }: Condition): string[] => any.flat().map(({ name }) => name)

/** Contexts whose words stand in the sentence of an act, after those that the codes name. */
export function contextsOf(scene: Scene, act: Act, codes: Codes): string[] {
  return [...new Set([...(codes.contexts ?? []), ...contextsIn(scene, scene.parties.doc.tokens.sentence[act.head]!)])]
}

/** The contexts of a sentence, which all its acts share. */
function contextsIn({ coder, contexts, parties: { doc } }: Scene, sentence: number): readonly string[] {
  const known = contexts.get(sentence)
  if (known) return known
  const { first, end } = doc.sentences[sentence]!.tokens
  const cues: number[] = []
  for (let i = first; i < end; i++) if (mayBeOf(doc, i, coder.contextKeys)) cues.push(i)
  const names = coder.contexts.filter(([, set]) => cues.some((i) => lengthAt(doc, i, set) > 0)).map(([name]) => name)
  contexts.set(sentence, names)
  return names
}
