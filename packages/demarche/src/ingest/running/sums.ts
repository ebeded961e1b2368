/** Running sums of a column: the sum over words `a` to `b` is the difference of two of them. */
export const sums = (count: number, value: (i: number) => number): Float64Array => {
  const out = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) out[i + 1] = out[i]! + value(i)
  return out
}
