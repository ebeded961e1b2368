/** Bins of a sketch: 42 bands of three, as candidates are found in an index of sketches; an estimate is within about six hundredths. */
export const SKETCH_LENGTH = 126
const BINS = SKETCH_LENGTH
const DIGIT_0 = 0x30
/** Shingles below which chance decides. */
const FEWEST = 20
/** Least share of three-word runs that two articles have in common for one to be a copy of the other, cut or with an agency's head and tail. */
export const COPY = 0.35

/**
 * A sketch of a text for finding near-duplicates: MinHash over runs of three words, one permutation in 126 bins, two bits a bin, as digits from 0 to 3. Empty for a text that is too
 * short to be judged. Case, punctuation and spacing do not count.
 */
export function sketchOf(text: string): string {
  const least = new Uint32Array(BINS).fill(0xffff_ffff)
  let shingles = 0
  let [older, old] = [0, 0]
  let words = 0
  const word = (hash: number): void => {
    if (++words > 2) {
      const run = mix(Math.imul(older, 0x9e3779b1) ^ Math.imul(old, 0x85ebca6b) ^ hash)
      const bin = run % BINS
      const value = mix(run + 0x6d2b79f5)
      if (value < least[bin]!) least[bin] = value
      shingles++
    }
    older = old
    old = hash
  }
  let hash = 0
  for (let i = 0; i <= text.length; i++) {
    const unit = folded(text.charCodeAt(i))
    if (unit > 0) hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ unit, 0x01000193)
    else if (hash !== 0) {
      word(hash)
      hash = 0
    }
  }
  if (shingles < FEWEST) return ''
  const digits: number[] = Array(BINS)
  for (let bin = 0; bin < BINS; bin++) digits[bin] = DIGIT_0 + (least[filled(least, bin)]! & 3)
  return String.fromCharCode(...digits)
}

/** The bin itself, or for an empty one the same other bin in every text. */
function filled(least: Uint32Array, bin: number): number {
  let at = bin
  for (let i = 1; least[at] === 0xffff_ffff; i++) at = mix(bin * 131 + i) % BINS
  return at
}

/** Letters and digits in lower case, 0 for what stands between words; not a charCode at the text's end. */
function folded(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32
  if (unit >= 0x30 && unit <= 0x39) return unit
  // Beyond ASCII all but the general punctuation and spaces belong to words.
  return unit >= 0xc0 && !(unit >= 0x2000 && unit <= 0x206f) && unit !== 0x3000 ? unit : 0
}

function mix(value: number): number {
  let it = value >>> 0
  it = Math.imul(it ^ (it >>> 16), 0x21f0aaad)
  it = Math.imul(it ^ (it >>> 15), 0x735a2d97)
  return (it ^ (it >>> 15)) >>> 0
}

/** Estimated share of three-word runs that two texts have in common, from their sketches; 0 where one has none. */
export function resemblance(a: string, b: string): number {
  if (a.length !== BINS || b.length !== BINS) return 0
  let same = 0
  for (let i = 0; i < BINS; i++) if (a.charCodeAt(i) === b.charCodeAt(i)) same++
  // A quarter of the digits agree by chance.
  return Math.max(0, (same / BINS - 1 / 4) / (3 / 4))
}
