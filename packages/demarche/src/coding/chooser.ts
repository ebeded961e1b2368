import type { ChooserWeights } from './book.js'

/** The chooser's belief that a claim is one that a careful reader makes, from 0 to 1. Sums of whole numbers, so equal on every machine. */
export function belief({ bias, scale, weights }: ChooserWeights, features: readonly string[]): number {
  let sum = bias
  for (const feature of features) if (Object.hasOwn(weights, feature)) sum += weights[feature]!
  return 1 / (1 + Math.exp(-sum / scale))
}

/** How often claims of this belief are right, from 0 to 1: Platt (1999), fitted on sentences that taught the weights nothing. */
export function calibratedBelief({ confidence }: ChooserWeights, of: number): number {
  if (confidence === undefined || of <= 0 || of >= 1) return of
  return 1 / (1 + Math.exp(-confidence.slope * Math.log(of / (1 - of)) - confidence.shift))
}
