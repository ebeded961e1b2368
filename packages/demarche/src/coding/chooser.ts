import type { ChooserWeights } from './book.js'

/** The chooser's belief that a claim is one that a careful reader makes, from 0 to 1. Sums of whole numbers, so equal on every machine. */
export function belief({ bias, scale, weights }: ChooserWeights, features: readonly string[]): number {
  let sum = bias
  for (const feature of features) if (Object.hasOwn(weights, feature)) sum += weights[feature]!
  return 1 / (1 + Math.exp(-sum / scale))
}
