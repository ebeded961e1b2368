import type { State } from './state.js'

/** Parses that end within this of the best count as rivals: an arc that they have otherwise is doubtful. */
const HALF = 6000

/**
 * How sure the arc of word `i` is, 0 to 255: how far its move was ahead when it was made, and how far the best parse is ahead of the best one in the
 * beam that has another head for the word.
 */
export function confidenceOf(best: State, rivals: readonly State[], i: number): number {
  let lead = best.margin[i]!
  for (const rival of rivals) if (rival !== best && rival.head[i] !== best.head[i]) lead = Math.min(lead, best.score - rival.score)
  return lead === Infinity ? 255 : Math.round((255 * Math.max(0, lead)) / (Math.max(0, lead) + HALF))
}
