import type { State } from './state.js'

/**
 * How often an arc with a lead is right, measured on development text: [lead, share of right arcs]. Between two rows it is taken as a line. The lead is in
 * units of the weights.
 */
const MEASURED: readonly (readonly [lead: number, right: number])[] = [
  [0, 0.58],
  [6_000, 0.61],
  [10_000, 0.66],
  [15_000, 0.75],
  [22_000, 0.84],
  [32_000, 0.9],
  [80_000, 0.93],
  [400_000, 0.97],
]

/**
 * How sure the arc of word `i` is, 0 to 255 for a probability of 0 to 1. Its lead is how far its move was ahead when it was made, or how far the best
 * parse is ahead of the best one in the beam that has another head for the word, whichever is less.
 */
export function confidenceOf(best: State, rivals: readonly State[], i: number): number {
  let lead = best.margin[i]!
  for (const rival of rivals) if (rival !== best && rival.head[i] !== best.head[i]) lead = Math.min(lead, best.score - rival.score)
  return Math.round(255 * shareOf(lead))
}

function shareOf(lead: number): number {
  if (lead <= 0) return MEASURED[0]![1]
  for (let k = 1; k < MEASURED.length; k++) {
    const [to, right] = MEASURED[k]!
    const [from, before] = MEASURED[k - 1]!
    if (lead < to) return before + ((right - before) * (lead - from)) / (to - from)
  }
  return MEASURED.at(-1)![1]
}
