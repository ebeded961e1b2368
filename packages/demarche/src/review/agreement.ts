/** The 95 % interval of Wilson for `right` of `all`; undefined of nothing. */
export function wilson(right: number, all: number): readonly [low: number, high: number] | undefined {
  if (all === 0) return undefined
  const z = 1.959964
  const share = right / all
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/**
 * Krippendorff's alpha for values without order. `units` holds what each coder said of each unit; who said nothing is undefined. Units of fewer than two values do not
 * count. Undefined when there is nothing to compare, or all said one and the same.
 */
export function alpha(units: readonly (readonly (string | undefined)[])[]): number | undefined {
  const pairs = new Map<string, number>()
  let agreed = 0
  let all = 0
  for (const unit of units) {
    const values = unit.filter((it) => it !== undefined)
    if (values.length < 2) continue
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    for (const [value, n] of counts) {
      pairs.set(value, (pairs.get(value) ?? 0) + n)
      agreed += (n * (n - 1)) / (values.length - 1)
    }
    all += values.length
  }
  if (all < 2) return undefined
  const observed = 1 - agreed / all
  const expected = 1 - [...pairs.values()].reduce((sum, n) => sum + n * (n - 1), 0) / (all * (all - 1))
  return expected === 0 ? undefined : 1 - observed / expected
}
