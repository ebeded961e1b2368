import type { Filler } from '../doc/index.js'
import type { FigureRow } from '../spec/index.js'
import { lengthAt } from './classes.js'
import type { Draft } from './draft.js'
import { countIn, figureRow, type Count } from './figures.js'
import type { Scene } from './test.js'

/** Counts in the phrases that the rule names: "killed **over 6500** people", "left **nine** dead and **thirty** wounded". */
export function figuresOf(scene: Scene, { chosen: { rule, act, bound } }: Draft): FigureRow[] {
  const { doc } = scene.parties
  return Object.entries(rule.figures).flatMap(([kind, roles]) => {
    for (const role of roles) {
      const counted = (bound[role] ?? act.roles[role] ?? []).map((it) => countsIn(scene, it))
      if (!counted.some((counts) => counts.length > 0)) continue
      const found: { readonly kind: string; readonly count: Count }[] = []
      // "84 fighters and 47 soldiers were killed": one count of each kind for each phrase that is joined.
      for (const counts of counted) {
        const seen = new Set<string>()
        for (const count of counts) {
          const of = kind === 'killed' ? tollOf(scene, act, rule.codes.type, count) : kind
          if (of === undefined || seen.has(of) || found.some((it) => it.count.first === count.first)) continue
          seen.add(of)
          found.push({ kind: of, count })
        }
      }
      return found.map((it) => figureRow(doc, it.kind, it.count))
    }
    return []
  })
}

function countsIn({ parties: { doc } }: Scene, { first, end }: Filler): Count[] {
  const found: Count[] = []
  for (let from = first; from < end;) {
    const count = countIn(doc, from, end)
    if (!count) break
    found.push(count)
    from = Math.max(count.end, from + 1)
  }
  return found
}

const AFTER = 4

/** Whether a count is of the dead or of the hurt, by the verb, else by the first word after it that says so; `undefined` where neither tells of people hurt ("attacked **nine** villages"). */
function tollOf(
  { coder, parties: { doc } }: Scene,
  act: Draft['chosen']['act'],
  type: string | null | undefined,
  count: Count,
): string | undefined {
  const fits = (name: string, i: number): boolean => {
    const words = coder.classes.get(name)
    return words !== undefined && lengthAt(doc, i, words) > 0
  }
  if (act.form === 'verb' && fits('wounding', act.head)) return 'wounded'
  const { end } = doc.sentences[doc.tokens.sentence[act.head]!]!.tokens
  if (!fits('killing', act.head))
    for (let i = count.end; i < Math.min(end, count.end + AFTER); i++) {
      if (fits('wounded', i)) return 'wounded'
      if (fits('dead', i)) return 'killed'
    }
  return type === 'ASSAULT' && act.form === 'verb' && !fits('killing', act.head) && !fits('leaving', act.head) ? undefined : 'killed'
}
