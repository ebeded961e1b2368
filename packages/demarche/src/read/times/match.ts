import type { Atoms } from './atoms.js'
import type { Pattern } from './patterns.js'

/** Atoms `first` up to, not including, `end`, read as `kind`; each part is a range of atoms. */
export interface Match {
  readonly kind: string
  readonly first: number
  readonly end: number
  readonly parts: Readonly<Record<string, readonly [number, number]>>
}

type Refusal = (match: Match) => boolean

/**
 * All expressions of a line that do not overlap. Each pattern runs once over the whole line and holds no unbounded repetition, so the time is linear.
 * Of two that overlap, the one that starts first wins, then the longer, then the earlier pattern. What `refuse` turns down frees its place.
 */
export function matchAll({ line }: Atoms, patterns: readonly Pattern[], refuse: Refusal): readonly Match[] {
  const found: { first: number; end: number; rank: number }[] = []
  for (const [rank, { regex }] of patterns.entries()) {
    regex.lastIndex = 0
    for (let match = regex.exec(line); match; match = regex.exec(line)) {
      const end = regex.lastIndex
      if (end > match.index) found.push({ first: match.index, end, rank })
      else regex.lastIndex++
    }
  }
  found.sort((a, b) => a.first - b.first || b.end - a.end || a.rank - b.rank)
  const chosen: Match[] = []
  let reached = 0
  for (const { first, end, rank } of found) {
    if (first < reached) continue
    const { kind, at, groups } = patterns[rank]!
    at.lastIndex = first
    const it = { kind, first, end, parts: partsOf(at.exec(line)!, groups) }
    if (refuse(it)) continue
    chosen.push(it)
    reached = end
  }
  return chosen
}

function partsOf(match: RegExpExecArray, groups: readonly string[]): Match['parts'] {
  const parts: Record<string, readonly [number, number]> = {}
  for (const [i, name] of groups.entries()) {
    const range = match.indices?.[i + 1]
    if (range && range[1] > range[0]) parts[name] = range
  }
  return parts
}
