import { type Act, deprelAt, type Filler, type Status } from '../doc/index.js'
import { fill, fillersOf } from './apply.js'
import type { Chosen } from './choose.js'
import { framed, innerOf, isRefused } from './frames.js'
import { overlaps } from '../text/index.js'
import { lengthAt } from './classes.js'
import { sharePhrase } from './pairs.js'
import { partiesIn, type Party } from './party.js'
import type { Codes, Condition, Frame } from './rule.js'
import { drawn, unique } from './sources.js'
import { withInside, type Scene } from './test.js'

/** A claim before its day, place, figures and id are settled. */
export interface Draft {
  readonly chosen: Chosen
  /** The act that this one is about ("agreed **to send**"). */
  readonly inner?: Chosen
  readonly frame?: Frame
  readonly codes: Codes
  readonly status: Status
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly others: readonly { readonly role: string; readonly party: Party }[]
  /** Participants that only the order of words gave. */
  readonly loose: number
  /** The chooser's belief that a careful reader makes this claim, 0 to 1. */
  readonly belief?: number
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
  const variant = rule.variants.find(({ where }) =>
    Object.entries(where).every(([role, condition]) => holds(scene, chosen, role, condition)),
  )
  const plain: Codes = { ...rule.codes, ...variant?.codes, contexts: [...(rule.codes.contexts ?? []), ...(variant?.codes.contexts ?? [])] }
  const inner = rule.frame === undefined ? undefined : innerOf(doc, chosen, byHead)
  const frame =
    rule.frame ?? (rule.content === undefined ? undefined : act.status === 'future' ? 'intend' : isRefused(doc, act) ? 'refuse' : undefined)
  const codes =
    (frame &&
      framed(scene.coder, frame, inner?.rule.content ?? rule.content, [
        ...(plain.contexts ?? []),
        ...(inner ? (inner.rule.codes.contexts ?? []) : []),
      ])) ||
    turned(plain.type, act.status === 'future', isRefused(doc, act), plain.contexts)
  const status = variant?.status ?? rule.status ?? (codes && rule.frame === undefined ? 'actual' : act.status)
  const people = participants(scene, chosen, inner, inner?.act ?? contentAct(act, actAt))
  if (!people) return undefined
  return {
    chosen,
    codes: codes ? { ...withoutCodes(plain), ...codes } : plain,
    status,
    ...people,
    ...(inner && { inner }),
    ...(frame && codes && { frame }),
  }
}

/** The clause that an act is about, coded or not. */
function contentAct({ roles }: Act, actAt: ReadonlyMap<number, Act>): Act | undefined {
  for (const { head } of roles['content'] ?? []) if (actAt.has(head)) return actAt.get(head)
  return undefined
}

const FRIENDLY: ReadonlySet<string> = new Set(['SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'CONSULT', 'RETREAT'])

/** Cooperation that is ruled out is a refusal, and one that is only announced an agreement, where no content says which. */
function turned(type: string | null | undefined, future: boolean, refused: boolean, contexts: readonly string[] = []): Codes | undefined {
  if (refused && (type === 'AGREE' || FRIENDLY.has(type ?? ''))) return { type: 'REJECT', cameo: '120', contexts }
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

function participants(
  scene: Scene,
  chosen: Chosen,
  inner: Chosen | undefined,
  about: Act | undefined,
): Pick<Draft, 'actors' | 'recipients' | 'others' | 'loose'> | undefined {
  const { rule, act, bound } = chosen
  const { parties } = scene
  let loose = chosen.loose
  let actors = drawn(parties, act, bound, rule.actor, about)
  let recipients = drawn(parties, act, bound, rule.recipient, about)
  const others = Object.entries(rule.others).flatMap(([role, sources]) =>
    drawn(parties, act, bound, sources, about).map((party) => ({ role, party })),
  )
  if (actors.length === 0 && rule.actor.length > 0) {
    const sides = unique((act.roles['between'] ?? []).flatMap((it) => withInside(parties, it)))
    if (sides.length > 1) actors = sides
  }
  if (recipients.length === 0 && inner && rule.recipient.length > 0)
    recipients = drawn(parties, inner.act, inner.bound, inner.rule.recipient)
  const brokers = mediators(scene, act)
  if (brokers.length > 0) others.push(...brokers.map((party) => ({ role: 'mediator', party })))
  actors = without(actors, brokers)
  recipients = without(without(recipients, brokers), actors)
  if (actors.length === 0 && rule.requires.includes('actor')) {
    const before = byOrder(scene, act, -1, recipients)
    const headline = parties.doc.sentences[parties.doc.tokens.sentence[act.head]!]!.kind === 'headline'
    // A passive or a headline may leave out who did it.
    if (!before && !headline && !(act.voice === 'passive' && recipients.length > 0)) return undefined
    if (before) {
      actors = [before]
      recipients = without(recipients, actors)
    }
    loose++
  }
  if (
    recipients.length === 0 &&
    rule.recipient.length > 0 &&
    rule.codes.type !== null &&
    !(actors.length > 1 && MUTUAL.has(rule.codes.type ?? ''))
  ) {
    recipients = nearRecipients(scene, act, about, [...actors, ...brokers])
    if (recipients.length > 0) loose++
  }
  if (recipients.length === 0 && rule.requires.includes('recipient') && !(rule.reciprocal && actors.length > 1)) {
    const next = byOrder(scene, act, 1, actors)
    if (!next) return undefined
    recipients = [next]
    loose++
  }
  return { actors, recipients, others, loose }
}

const without = (all: readonly Party[], some: readonly Party[]): Party[] =>
  all.filter(
    (party) =>
      !some.some(
        (other) =>
          (overlaps(other.span, party.span) && !sharePhrase(other, party)) || (party.actor !== undefined && party.actor === other.actor),
      ),
  )

/** The nearest party before (or after) an act in its sentence, where the tree names none. */
function byOrder({ parties }: Scene, { head, carrier, voice, form }: Act, step: 1 | -1, taken: readonly Party[]): Party | undefined {
  if (step < 0 && voice === 'passive') return undefined
  const { doc, mentionAt } = parties
  const { first, end } = doc.sentences[doc.tokens.sentence[head]!]!.tokens
  const from = step < 0 ? Math.min(head, carrier?.head ?? head) : head
  for (let i = from + step; i >= first && i < end; i += step) {
    if (mentionAt[i]! < 0 && form === 'noun') continue
    const found = withInside(parties, { head: i, first: i, end: i + 1, how: 'order' } satisfies Filler)
    const free = without(found, taken)
    if (free.length > 0 && free[0]!.kind !== 'pronoun') return { ...free[0]!, how: 'order' }
  }
  return undefined
}

/** Types whose several actors deal with each other. */
const MUTUAL: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT', 'RETREAT'])
const NEAR: readonly string[] = [
  'theme',
  'recipient',
  'to',
  'with',
  'against',
  'on',
  'from',
  'for',
  'of',
  'over',
  'into',
  'at',
  'about',
  'in',
]
const AFTER = 25

/** Whom an act touches where no role of its rule says so: a party in any of its phrases, in the act it is about, else the next name after it in the sentence. */
function nearRecipients(scene: Scene, act: Act, about: Act | undefined, taken: readonly Party[]): Party[] {
  for (const roles of [act.roles, ...(about ? [about.roles] : [])]) {
    for (const role of NEAR) {
      const found = without(
        (roles[role] ?? []).flatMap((it) => withInside(scene.parties, it)),
        taken,
      ).filter(({ kind }) => kind !== 'pronoun')
      if (found.length > 0) return unique(found).map((party) => ({ ...party, how: 'near' }))
    }
  }
  const { doc, mentionAt } = scene.parties
  const { end } = doc.sentences[doc.tokens.sentence[act.head]!]!.tokens
  for (let i = act.head + 1; i < Math.min(end, act.head + AFTER); i++) {
    const m = mentionAt[i]!
    if (
      m < 0 ||
      doc.mentions[m]!.actor === undefined ||
      doc.mentions[m]!.kind === 'pronoun' ||
      isTeller(doc, i) ||
      doc.text[doc.mentions[m]!.span.from - 1] === '('
    )
      continue
    const free = without(partiesIn(scene.parties, { head: i, first: i, end: i + 1, how: 'order' }), taken).filter(
      ({ country }) => country === undefined || !taken.some((it) => it.country === country),
    )
    if (free.length > 0) return free.slice(0, 1)
  }
  const before = byOrder(scene, act, -1, taken)
  return before && before.kind !== 'noun' && act.form === 'noun' ? [before] : []
}

/** Part of who tells it: the subject of a verb of saying after the act ("…, a Jordanian official confirmed"). */
function isTeller({ tree }: Scene['parties']['doc'], i: number): boolean {
  let at = i
  for (let n = 0; n < 4 && at >= 0; n++) {
    const relation = deprelAt(tree, at)
    if (relation === 'nsubj' && tree.head[at]! > at) return true
    if (!/^(amod|compound|nmod|flat|appos)/.test(relation)) return false
    at = tree.head[at]!
  }
  return false
}

const BROKERED: readonly string[] = ['broker', 'mediate', 'facilitate', 'negotiate']
const BROKERED_FORMS: ReadonlySet<string> = new Set(['brokered', 'mediated', 'facilitated', 'negotiated', 'sponsored'])

/** "brokered by Russia", "Russian-brokered": who brought an act about without being a party of it. */
function mediators({ parties }: Scene, { head, roles, carrier }: Act): Party[] {
  const { doc } = parties
  const { first, end } = doc.sentences[doc.tokens.sentence[head]!]!.tokens
  for (let i = first; i < end; i++) {
    const form = doc.text.slice(doc.tokens.start[i]!, doc.tokens.end[i]!).toLowerCase()
    const dashed = /^(.+)-(brokered|mediated|sponsored|facilitated)$/.exec(form)
    if (!dashed && !(BROKERED_FORMS.has(form) && (BROKERED.includes(doc.tags.lemma[i]!) || form === 'sponsored'))) continue
    const governor = doc.tree.head[i]!
    const near = [
      head,
      carrier?.head ?? -1,
      ...Object.values(roles)
        .flat()
        .map((it) => it.head),
    ]
    if (i === head || !(near.includes(governor) || Math.abs(i - head) <= 2)) continue
    const at = dashed ? i : i >= 2 && /^[-‐‑]$/.test(doc.text.slice(doc.tokens.start[i - 1]!, doc.tokens.end[i - 1]!)) ? i - 2 : undefined
    if (at !== undefined) return withInside(parties, { head: at, first: at, end: at + 1, how: 'broker' })
    if (doc.tags.lemma[i + 1] !== 'by') continue
    for (let k = i + 2; k < Math.min(end, i + 7); k++) {
      const found = withInside(parties, { head: k, first: k, end: k + 1, how: 'broker' })
      if (found.length > 0) return found
    }
  }
  return []
}

/** Contexts whose words stand in the sentence of an act, after those that the codes name. */
export function contextsOf({ coder, parties: { doc } }: Scene, act: Act, codes: Codes): string[] {
  const { first, end } = doc.sentences[doc.tokens.sentence[act.head]!]!.tokens
  const found = coder.contexts.filter(([, set]) => {
    for (let i = first; i < end; i++) if (lengthAt(doc, i, set) > 0) return true
    return false
  })
  return [...new Set([...(codes.contexts ?? []), ...found.map(([name]) => name)])]
}
