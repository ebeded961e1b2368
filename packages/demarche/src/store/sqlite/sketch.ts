import { SKETCH_LENGTH } from '../../story/index.js'

/** A sketch is a text of the digits 0 to 3; four of them are a byte. */
export function packSketch(sketch: string): Uint8Array {
  const bytes = Buffer.alloc(Math.ceil(sketch.length / 4))
  for (let i = 0; i < sketch.length; i++) bytes[i >> 2] = bytes[i >> 2]! | ((sketch.charCodeAt(i) & 3) << ((i & 3) * 2))
  return bytes
}

/** The four digits of each byte. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => [0, 2, 4, 6].map((shift) => (byte >> shift) & 3).join(''))

export function unpackSketch(bytes: Uint8Array): string {
  let sketch = ''
  for (const byte of bytes) sketch += DIGITS[byte]
  return sketch.slice(0, SKETCH_LENGTH)
}
