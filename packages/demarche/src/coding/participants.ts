import type { Act } from '../doc/index.js'
import type { Chosen } from './choose.js'
import type { Draft } from './draft.js'
import { mediators } from './mediators.js'
import { byOrder, nearRecipients, without } from './near.js'
import { drawn, unique } from './sources.js'
import { withInside, type Scene } from './test.js'

/** Who takes part in a chosen reading, and in which role; `undefined` when a required participant is missing. */
export function participants(
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

/** Types whose several actors deal with each other. */
const MUTUAL: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT', 'RETREAT'])
