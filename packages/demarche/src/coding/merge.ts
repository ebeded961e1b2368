import { deprelAt, type Tree } from '../doc/index.js'
import type { ClaimRow } from '../spec/index.js'
import type { Draft } from './draft.js'
import { listed } from './grouped.js'

export interface Drafted {
  readonly draft: Draft
  readonly row: ClaimRow
  /** It stands in somebody's own words, within quotation marks. */
  readonly quoted: boolean
}

/**
 * Joins what tells the same act: same type, parties that agree, days that do not contradict. The first telling keeps the claim; the others are its evidence.
 * What somebody says in his own words stays beside what is said of him: they are two sources.
 */
export function merged(all: readonly Drafted[], tree: Tree): Drafted[] {
  const kept: Drafted[] = []
  const places = new Map<string, number[]>()
  const put = (at: number, it: Drafted): void => {
    kept[at] = it
    for (const key of keysOf(it)) if (places.get(key)?.includes(at) !== true) listed(places, key, at)
  }
  for (const it of all) {
    const near = new Set(keysOf(it).flatMap((key) => places.get(key) ?? []))
    const at = [...near]
      .toSorted((a, b) => a - b)
      .find((i) => isTollOf(it, kept[i]!, tree) || isTollOf(kept[i]!, it, tree) || sameAct(kept[i]!, it))
    if (at === undefined) put(kept.length, it)
    else
      put(
        at,
        isTollOf(it, kept[at]!, tree)
          ? withToll(kept[at]!, it)
          : isTollOf(kept[at]!, it, tree)
            ? withToll(it, kept[at]!)
            : join(kept[at]!, it),
      )
  }
  return kept
}

/** What two tellings of one act share: their sentence, or their codes and a party on either side. Only those that share one are laid beside each other. */
function keysOf({ row: { sentence, type, status, cameo, actors, recipients } }: Drafted): string[] {
  const [by, on] = [sideKeys(actors), sideKeys(recipients)]
  return [`in ${sentence.from}`, ...by.flatMap((actor) => on.map((recipient) => `${type} ${status} ${cameo} ${actor} ${recipient}`))]
}
const sideKeys = (side: Side): string[] =>
  side.flatMap(({ actor, country, span }) => [
    `at ${span.from}`,
    ...(actor !== undefined ? [`is ${actor}`] : country !== undefined ? [`of ${country}`] : []),
  ])

function sameAct({ row: a, quoted }: Drafted, { row: b, quoted: other }: Drafted): boolean {
  if (quoted !== other) return false
  if (a.type !== b.type || a.type === null || a.status !== b.status) return false
  if (a.mode !== undefined && b.mode !== undefined && a.mode !== b.mode) return false
  const near = a.sentence.from === b.sentence.from
  if (!agree(a.actors, b.actors, near) || !agree(a.recipients, b.recipients, near)) return false
  if (!near && a.cameo !== b.cameo) return false
  return near || a.when.basis !== 'stated' || b.when.basis !== 'stated' || a.when.from === b.when.from
}

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
  if (tree.head[act.head] === head) return deprelAt(tree, act.head) === 'advcl'
  return row.actors.length === 0 && CIRCUMSTANCES.some((role) => (act.roles[role] ?? []).some((it) => it.head === of.chosen.act.head))
}

type Side = ClaimRow['actors']
/** In one sentence silence agrees with anything; across sentences both sides must name the same. */
function agree(a: Side, b: Side, near: boolean): boolean {
  if (a.length === 0 || b.length === 0) return near
  return a.some((x) =>
    b.some(
      (y) =>
        (x.actor !== undefined && x.actor === y.actor) ||
        x.span.from === y.span.from ||
        (x.actor === undefined && y.actor === undefined && x.country !== undefined && x.country === y.country),
    ),
  )
}

/** The whole act with the figures of its toll, and those whom it befell as victims. */
function withToll(whole: Drafted, toll: Drafted): Drafted {
  const { figures, when, confidence } = join(whole, toll).row
  const named = new Set(whole.row.recipients.map(({ span }) => span.from))
  const victims = toll.row.recipients
    .filter(({ span }) => !named.has(span.from))
    .map(({ span, actor }) => ({ role: 'victim', span, ...(actor !== undefined && { actor }) }))
  const others = [...(whole.row.others ?? []), ...victims]
  const evidence = [toll.row.trigger, ...(whole.row.evidence ?? []), ...(toll.row.evidence ?? [])].toSorted((x, y) => x.from - y.from)
  return {
    ...whole,
    row: { ...whole.row, when, confidence, evidence, ...(figures && { figures }), ...(others.length > 0 && { others }) },
  }
}

function join(a: Drafted, b: Drafted): Drafted {
  const parties = ({ row }: Drafted): number => Number(row.actors.length > 0) + Number(row.recipients.length > 0)
  const [main, other] = parties(b) > parties(a) ? [b, a] : [a, b]
  const evidence = [...(main.row.evidence ?? []), other.row.trigger, ...(other.row.evidence ?? [])]
  const figures = [
    ...(main.row.figures ?? []),
    ...(other.row.figures ?? []).filter(({ kind }) => !main.row.figures?.some((it) => it.kind === kind)),
  ]
  const when = main.row.when.basis !== 'stated' && other.row.when.basis === 'stated' ? other.row.when : main.row.when
  return {
    ...main,
    row: {
      ...main.row,
      when,
      evidence: evidence.toSorted((x, y) => x.from - y.from),
      ...(figures.length > 0 && { figures }),
      ...(main.row.where === undefined && other.row.where && { where: other.row.where }),
      ...(main.row.mode === undefined && other.row.mode !== undefined && { mode: other.row.mode }),
      confidence: Math.min(0.98, Math.round((1 - (1 - main.row.confidence) * (1 - other.row.confidence * 0.5)) * 100) / 100),
    },
  }
}
