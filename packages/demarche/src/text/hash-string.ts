/**
 * Hash of a string, 32 bits, the same on every machine. Features are nothing but such numbers: two that collide share a weight, which the trainer
 * learns around, so training and reading must use this one function; compiled tables are searched by it too.
 */
export function hashString(text: string, seed = 0x811c9dc5): number {
  let h = seed | 0
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 12
  return h | 0
}
