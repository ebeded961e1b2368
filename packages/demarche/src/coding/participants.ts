import type { Act } from '../doc/index.js'
import type { Chosen } from './choose.js'
import type { Draft } from './draft.js'
import { mediators } from './mediators.js'
import { byOrder, conditionOf, joinedRecipients, nearRecipients } from './near.js'
import { isMutual } from './pairs.js'
import { isPeople, type Party } from './party.js'
import { drawn, unique, without } from './sources.js'
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
  const isWeak = weakFor(scene, rule.codes.type)
  let recipients = drawn(parties, act, bound, rule.recipient, about, { taken: actors, isWeak })
  const others = Object.entries(rule.others).flatMap(([role, sources]) =>
    drawn(parties, act, bound, sources, about).map((party) => ({ role, party })),
  )
  if (actors.length === 0 && rule.actor.length > 0) {
    const sides = unique((act.roles['between'] ?? []).flatMap((it) => withInside(parties, it)))
    if (sides.length > 1) actors = sides
  }
  if (recipients.length === 0 && inner && rule.recipient.length > 0)
    recipients = drawn(parties, inner.act, inner.bound, inner.rule.recipient, undefined, { taken: actors, isWeak })
  // Those who agree with one another agree with nobody else, though what they agree on touches others.
  if (rule.reciprocal && countries(actors) > 1 && (act.roles['with'] ?? []).length === 0) recipients = []
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
  // Who is called up or put on alert is no recipient.
  if (rule.codes.type === 'MOBILIZE') recipients = recipients.filter((it) => !isWeak(it))
  if (recipients.every(isWeak) && CONDITIONED.has(rule.codes.type ?? '')) {
    const condition = without(conditionOf(scene, [act, ...(inner ? [inner.act] : []), ...(about ? [about] : [])]), actors)
    if (condition.length > 0) recipients = condition
  }
  // "Togo and Benin accused each other": each is upon the other, and nobody else is meant.
  const mutual = actors.length > 1 && (act.roles['theme'] ?? []).some((it) => isMutual(parties.doc, it))
  if (mutual) return { actors, recipients: [], others, loose }
  if (
    recipients.length === 0 &&
    rule.recipient.length > 0 &&
    rule.codes.type !== null &&
    !(actors.length > 1 && (MUTUAL.has(rule.codes.type ?? '') || (rule.reciprocal && countries(actors) > 1)))
  ) {
    const taken = [...actors, ...brokers]
    if (rule.codes.type === 'SANCTION') recipients = joinedRecipients(scene, act, taken)
    if (recipients.length === 0)
      recipients = nearRecipients(scene, act, about, taken).filter((it) => rule.codes.type !== 'MOBILIZE' || !isWeak(it))
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

const countries = (parties: readonly Party[]): number => new Set(parties.map(({ country }) => country).filter(Boolean)).size

/** Types whose several actors deal with each other. */
const MUTUAL: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT', 'RETREAT'])

/** Types whose recipient may be told by their condition alone: "threatened to strike unless **Lima** raised their pay". */
const CONDITIONED: ReadonlySet<string> = new Set(['THREATEN', 'AGREE', 'SANCTION', 'COERCE', 'PROTEST', 'ASSAULT'])

/** Types whose soldiers and police are the actor's own means ("offered to send **troops** to Somalia"), not those who suffer the act. */
const OWN_FORCES: ReadonlySet<string> = new Set(['AGREE', 'REJECT', 'THREATEN', 'MOBILIZE', 'RETREAT', 'AID', 'COOPERATE', 'CONCEDE'])

/** Whether a party says little of who it is: of no country, no name and no people; or troops without a flag before them where they are the actor's own. */
function weakFor({ parties }: Scene, type: string | null | undefined): (party: Party) => boolean {
  const hasFlag = ({ first, head }: Party): boolean => {
    for (let i = first; i < head; i++) {
      const m = parties.mentionAt[i]!
      if (m >= 0 && m !== parties.mentionAt[head] && parties.doc.mentions[m]!.kind !== 'pronoun') return true
    }
    return parties.standing.mentionsIn({ first, end: head }).some((m) => parties.doc.mentions[m]!.kind === 'nationality')
  }
  return (party) => {
    const { country, sector, head, kind } = party
    if (kind !== 'noun' && kind !== 'group') return false
    if ((sector === 'MIL' || sector === 'COP') && OWN_FORCES.has(type ?? '')) return !hasFlag(party)
    return country === undefined && sector === undefined && !isPeople(parties, head)
  }
}
