import { CUES, cueOf } from './cues.js'

const BULLET = /^\s*(?:[-*•–—▪►●]\s*|#?\d{1,2}[.):]?\s)/
const STOPPED = /[.!?:;,]["'”’)]*$/
const LISTS = new Set(['headline-list', 'read-also'])

/**
 * Lines of lists of other headlines: a heading ("Trending stories", "Read also") and, after it, two or more items that are marked or read like headlines.
 * A line alone is never one: what follows a heading decides. Gives the indices of lines.
 */
export function headlineLists(lines: readonly string[]): Set<number> {
  const out = new Set<number>()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim()
    const cue = CUES[cueOf(line)]?.[0]
    if (cue === undefined || !LISTS.has(cue) || line.length > 60) continue
    const items = itemsAfter(lines, i + 1)
    if (items.length < 2) continue
    out.add(i)
    for (const item of items) out.add(item)
    if (i > 0 && /^(?:news|world|politics|more)$/i.test(lines[i - 1]!.trim())) out.add(i - 1)
    i = items.at(-1)!
  }
  return out
}

/** Marked lines as long as they are marked; else lines of 4 to 22 words without an end of sentence. Empty lines are passed over. */
function itemsAfter(lines: readonly string[], from: number): number[] {
  const items: number[] = []
  let marked: boolean | undefined
  for (let i = from; i < lines.length && i < from + 60; i++) {
    const line = lines[i]!.trim()
    if (line === '') continue
    const words = line.split(/\s+/).length
    const isMarked = BULLET.test(line)
    marked ??= isMarked
    if (marked !== isMarked || words > 30 || (!marked && (words < 4 || words > 22 || STOPPED.test(line) || /["“]/.test(line[0]!)))) break
    items.push(i)
  }
  return items
}
