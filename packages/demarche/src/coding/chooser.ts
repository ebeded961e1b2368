import type { ChooserWeights } from './book.js'

/** The log-odds of a claim's being one that a careful reader makes. A sum of whole numbers, so equal on every machine. */
export function logOdds({ bias, scale, weights }: ChooserWeights, features: readonly string[]): number {
  let sum = bias
  for (const feature of features) if (Object.hasOwn(weights, feature)) sum += weights[feature]!
  return sum / scale
}

/** From log-odds to the belief, from 0 to 1. */
export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** How often claims of these log-odds are right, from 0 to 1: Platt (1999), fitted on sentences that taught the weights nothing. */
export const confidenceAt = ({ confidence }: ChooserWeights, odds: number): number =>
  sigmoid(confidence === undefined ? odds : confidence.slope * odds + confidence.shift)
