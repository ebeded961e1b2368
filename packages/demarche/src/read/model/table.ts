/** Weights of a hashed linear model. Sums of them are exact integers at run time; the trainer works on floats. */
export type Weights = Int16Array | Float32Array

/** Weights at most this far from zero are dropped on packing: they change nothing that was measured. */
const LEAST = 0.2

/**
 * Packs weights into signed bytes by the square root of their share of the largest: a linear scale would lose the many small weights
 * (about a point of accuracy), this one loses nothing.
 */
export function packWeights(weights: Float32Array, least = LEAST): Int8Array {
  let largest = 0
  for (const it of weights) largest = Math.max(largest, Math.abs(it))
  const packed = new Int8Array(weights.length)
  if (largest === 0) return packed
  for (let i = 0; i < weights.length; i++) {
    const it = weights[i]!
    const size = Math.abs(it)
    if (size > least) packed[i] = Math.sign(it) * Math.round(Math.sqrt(size / largest) * 127)
  }
  return packed
}

/** The weights of packed bytes: their signed squares, −16,129 to 16,129, so that scores are sums of small integers, equal on every machine. */
export function unpackWeights(packed: Int8Array): Int16Array {
  const weights = new Int16Array(packed.length)
  for (let i = 0; i < packed.length; i++) {
    const it = packed[i]!
    if (it !== 0) weights[i] = it < 0 ? -it * it : it * it
  }
  return weights
}
