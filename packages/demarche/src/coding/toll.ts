import { deprelAt, type Tree } from '../doc/index.js'
import type { ClaimRow } from '../spec/index.js'
import { type Drafted, join } from './drafted.js'

const CIRCUMSTANCES: readonly string[] = ['during', 'in', 'at', 'after', 'when']

/** Whether the first tells whom the second killed or hurt: "shelled the port, **killing** nine", "nine were **killed** during Syria's raid". */
export function isTollOf({ draft: toll, row }: Drafted, { draft: of, row: whole }: Drafted, tree: Tree): boolean {
  if (
    row.type !== 'ASSAULT' ||
    whole.type !== 'ASSAULT' ||
    row.status !== whole.status ||
    !row.figures?.some(({ kind }) => kind === 'killed' || kind === 'wounded') ||
    row.sentence.from !== whole.sentence.from
  )
    return false
  const { act } = toll.chosen
  const head = of.chosen.act.carrier?.head ?? of.chosen.act.head
  if (tree.head[act.head] === head)
    return deprelAt(tree, act.head) === 'advcl' || (deprelAt(tree, act.head) === 'conj' && sameDoers(row.actors, whole.actors))
  // A noun that says nothing of who did it only names the verb's act: "killed in an ambush".
  const doer = of.actors.some(({ how, country }) => how !== 'order' || country !== undefined)
  return (
    row.actors.length === 0 && doer && CIRCUMSTANCES.some((role) => (act.roles[role] ?? []).some((it) => it.head === of.chosen.act.head))
  )
}

/** "shelled the port **and killed** nine": a second verb of the same subject. */
function sameDoers(a: ClaimRow['actors'], b: ClaimRow['actors']): boolean {
  return a.length === 0 || (b.length === a.length && a.every(({ span }) => b.some((it) => it.span.from === span.from)))
}

/** Whether an act has no other recipient than the place where it was, or a guess: "in an ambush **in Borno**". */
function isAtPlaceOnly({ recipients, chosen: { act } }: Drafted['draft']): boolean {
  return recipients.every(
    ({ head, how }) => how === 'near' || how === 'order' || SITES.some((role) => (act.roles[role] ?? []).some((it) => it.head === head)),
  )
}
/** Whether more is said of somebody than that they are people. */
const isTold = ({ country, sector }: ClaimRow['recipients'][number]): boolean =>
  country !== undefined || (sector !== undefined && sector !== 'CVL')
const SITES: readonly string[] = ['in', 'at', 'into', 'near']

/** The whole act with the figures of its toll, and those whom it befell as victims. */
export function withToll(whole: Drafted, toll: Drafted): Drafted {
  const tolls = [...(whole.tolls ?? []), toll.draft, ...(toll.tolls ?? [])]
  if (toll.row.recipients.some(isTold) && isAtPlaceOnly(whole.draft)) {
    const country = whole.row.recipients.find((it) => it.country !== undefined)?.country
    const hurt = toll.row.recipients.map((it) => (it.country === undefined && country !== undefined ? { ...it, country } : it))
    const row = tolled(whole, toll, hurt)
    // Whom it befell did not do it, though the order of words made them its doers.
    return { ...whole, tolls, row: { ...row, actors: row.actors.filter(({ span }) => !hurt.some((it) => it.span.from === span.from)) } }
  }
  const named = new Set(whole.row.recipients.map(({ span }) => span.from))
  const victims = toll.row.recipients
    .filter(({ span }) => !named.has(span.from))
    .map(({ span, actor }) => ({ role: 'victim', span, ...(actor !== undefined && { actor }) }))
  const others = [...(whole.row.others ?? []), ...victims]
  return { ...whole, tolls, row: { ...tolled(whole, toll, whole.row.recipients), ...(others.length > 0 && { others }) } }
}

function tolled(whole: Drafted, toll: Drafted, recipients: ClaimRow['recipients']): ClaimRow {
  const { figures, when, confidence } = join(whole, toll).row
  const evidence = [toll.row.trigger, ...(whole.row.evidence ?? []), ...(toll.row.evidence ?? [])].toSorted((x, y) => x.from - y.from)
  return { ...whole.row, recipients, when, confidence, evidence, ...(figures && { figures }) }
}
