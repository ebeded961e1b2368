/** A list in an order drawn with a seed, each order as likely as any other; the same on every machine. */
export function shuffled(list, seed) {
  // Mulberry32: small, and whole numbers alone.
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let it = Math.imul(state ^ (state >>> 15), state | 1)
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61)
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32
  }
  const out = [...list]
  for (let i = 0; i < out.length - 1; i++) {
    const j = i + Math.floor(random() * (out.length - i))
    ;[out[i], out[j]] = [out[j], out[i]]
  }
  return out
}
