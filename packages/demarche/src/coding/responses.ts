import type { ClaimRow } from '../spec/index.js'
import type { Drafted } from './drafted.js'
import type { Scene } from './test.js'

/** Words that say that an act answers another. */
const ANSWERS =
  /\bin (?:response|reaction|reply|retaliation|answer|protest|revenge|reprisal)\b|\bretaliat|\bin tit-for-tat|\bto (?:avenge|protest|retaliate)\b|\bover\b|\bafter\b|\bfollowing\b/gi
/** Those that say so even when the answered act is only pointed at ("Armenia's decision", "the move"). */
const STRONG = /^(?:in |retaliat|to )/i

/** Links claims that the text says answer others: the act told in the phrase, else the last one before by whom the phrase names against whom answers. */
export function linkResponses({ parties: { doc } }: Scene, all: readonly Drafted[]): ClaimRow[] {
  return all.map(({ row }) => {
    const text = doc.text.slice(row.sentence.from, row.sentence.to)
    for (const match of text.matchAll(ANSWERS)) {
      const at = row.sentence.from + match.index
      const answered = answeredBy(all, row, at, STRONG.test(match[0]))
      if (answered) return { ...row, respondsTo: answered.id }
    }
    return row
  })
}

function answeredBy(all: readonly Drafted[], row: ClaimRow, at: number, strong: boolean): ClaimRow | undefined {
  const inside = all.find(
    ({ row: other }) =>
      other !== row &&
      other.trigger.from > at &&
      other.sentence.from === row.sentence.from &&
      other.trigger.from < row.sentence.to &&
      (row.trigger.from < at || other.trigger.from < row.trigger.from),
  )
  if (inside && (strong || against(inside.row, row))) return inside.row
  if (!strong) return undefined
  const before = all.filter(({ row: other }) => other.trigger.from < row.sentence.from && against(other, row))
  // Like is answered with like: a recall answers a recall sooner than the words that came between.
  return (
    before.findLast(({ row: other }) => other.rule === row.rule) ??
    before.findLast(({ row: other }) => other.type === row.type) ??
    before.at(-1)
  )?.row
}

const hostile = ({ quad }: ClaimRow): boolean => quad === 3 || quad === 4
/** The other acts upon who answers: its recipient, or the same pair the other way round. Where one of them names nobody on that side, the side that is named must agree. */
function against(other: ClaimRow, row: ClaimRow): boolean {
  if (!hostile(other)) return false
  const [did, felt] = [keysOf(other.actors), notOwn(other)]
  const [by, upon] = [keysOf(row.actors), notOwn(row)]
  const struck = felt.length === 0 || by.length === 0 ? undefined : felt.some((key) => by.includes(key))
  const meant = did.length === 0 || upon.length === 0 ? undefined : upon.some((key) => did.includes(key))
  return struck !== false && meant !== false && (struck === true || meant === true)
}

const keysOf = (side: ClaimRow['actors']): string[] =>
  side.flatMap(({ country, actor }) => [country, actor]).filter((key) => key !== undefined)

/** Whom an act befalls, without the actor's own people ("recalled its ambassador"), of whom nothing is answered. */
function notOwn({ actors, recipients }: ClaimRow): string[] {
  const own = keysOf(actors)
  return keysOf(recipients).filter((key) => !own.includes(key))
}
