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
