// Whole numbers as text: base64 of seven bits a byte, the sign in the lowest bit, so that small numbers take one byte.

export function packInts(numbers: readonly number[]): string {
  const bytes: number[] = []
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
    bytes.push(rest)
  }
  return Buffer.from(bytes).toString('base64')
}

export function unpackInts(packed: string): number[] {
  const numbers: number[] = []
  let [value, unit] = [0, 1]
  for (const byte of Buffer.from(packed, 'base64')) {
    value += (byte & 127) * unit
    unit *= 128
    if (byte > 127) continue
    numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2)
    ;[value, unit] = [0, 1]
  }
  return numbers
}
