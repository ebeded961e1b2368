import { deprelAt, type Tree } from '../doc/index.js'
import type { ClaimRow } from '../spec/index.js'
import { type Drafted, join } from './drafted.js'
import { listed } from './grouped.js'
import { isNamedIn, withName } from './named.js'
import { isTollOf, withToll } from './toll.js'

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
      .find(
        (i) =>
          isTollOf(it, kept[i]!, tree) ||
          isTollOf(kept[i]!, it, tree) ||
          isNamedIn(it, kept[i]!) ||
          isNamedIn(kept[i]!, it) ||
          isDetailOf(it, kept[i]!, tree) ||
          sameAct(kept[i]!, it),
      )
    if (at === undefined) put(kept.length, it)
    else put(at, together(kept[at]!, it, tree))
  }
  return kept
}

/** Two tellings of one act as one claim. */
function together(a: Drafted, b: Drafted, tree: Tree): Drafted {
  if (isTollOf(b, a, tree)) return withToll(a, b)
  if (isTollOf(a, b, tree)) return withToll(b, a)
  if (isNamedIn(b, a)) return withName(a, b)
  return isNamedIn(a, b) ? withName(b, a) : join(a, b)
}

/** "imposed sanctions on the general, **freezing** his assets": a participle of the same type and doer that names nobody else says how. */
function isDetailOf({ draft: detail, row: a }: Drafted, { draft: whole, row: b }: Drafted, tree: Tree): boolean {
  const [at, head] = [detail.chosen.act.head, whole.chosen.act.carrier?.head ?? whole.chosen.act.head]
  return (
    a.type === b.type &&
    a.type !== null &&
    a.status === b.status &&
    tree.head[at] === head &&
    deprelAt(tree, at) === 'advcl' &&
    a.recipients.length === 0 &&
    agree(a.actors, b.actors, true)
  )
}

/** What two tellings of one act share: their sentence, or their codes and a party on either side. Only those that share one are laid beside each other. */
function keysOf({ row: { sentence, type, status, cameo, actors, recipients } }: Drafted): string[] {
  const [by, on] = [sideKeys(actors), sideKeys(recipients)]
  return [`in ${sentence.from}`, ...by.flatMap((actor) => on.map((recipient) => `${type} ${status} ${cameo} ${actor} ${recipient}`))]
}
const sideKeys = (side: Side): string[] =>
  side.flatMap((it) => [
    `at ${it.span.from}`,
    ...(it.actor !== undefined ? [`is ${it.actor}`] : it.country !== undefined ? [`of ${it.country}`] : []),
    ...(speaksFor(it) === undefined ? [] : [`for ${speaksFor(it)}`]),
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

type Side = ClaimRow['actors']
/** In one sentence silence agrees with anything; across sentences both sides must name the same. */
function agree(a: Side, b: Side, near: boolean): boolean {
  if (a.length === 0 || b.length === 0) return near
  return a.some((x) =>
    b.some(
      (y) =>
        (x.actor !== undefined && x.actor === y.actor) ||
        x.span.from === y.span.from ||
        (x.actor === undefined && y.actor === undefined && x.country !== undefined && x.country === y.country) ||
        (!near && speaksFor(x) !== undefined && speaksFor(x) === speaksFor(y)),
    ),
  )
}

/** The branch of a country that somebody without a name of his own stands for: "the Chadian ambassador" and "the ambassador of Chad" are the same government. */
function speaksFor({ actor, country, sector }: Side[number]): string | undefined {
  if (country === undefined || sector === undefined || sector === 'CVL') return undefined
  const named = actor !== undefined && !['state:', 'office-', 'group-'].some((kind) => actor.startsWith(kind))
  return named ? undefined : `${country} ${sector}`
}
