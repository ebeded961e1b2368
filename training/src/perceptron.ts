/** Weights under training and the sums that give their average over all steps. */
export class Averaged {
  readonly weights: Float32Array
  readonly #sums: Float64Array
  step = 1

  constructor(size: number) {
    this.weights = new Float32Array(size)
    this.#sums = new Float64Array(size)
  }

  add(at: number, by: number): void {
    this.weights[at]! += by
    this.#sums[at]! += by * this.step
  }

  /** The average of the weights over all steps so far. */
  average(): Float32Array {
    const { weights, step } = this
    return weights.map((it, i) => it - this.#sums[i]! / step)
  }
}

/** The mean of several tables of weights of one size. */
export function meanOf(tables: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(tables[0]!.length)
  for (const table of tables) for (let i = 0; i < mean.length; i++) mean[i]! += table[i]! / tables.length
  return mean
}
