import type { Common } from './common.js'

// What matter a text is about, beyond its very words: each common stem has a vector that training found from the articles it stands in, so that sentences on
// one matter point the same way though they share no stem.

/** Dimensions of a vector. */
export const THEMES = 16
/** Each number of a vector is one of 64, written as a character of this alphabet; its middle is 0. */
export const THEME_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const MIDDLE = 32

/** Vectors of stems: small whole numbers. */
export type Themes = ReadonlyMap<string, Int8Array>
export const NO_THEMES: Themes = new Map()

/** Reads the vectors of all stems of `common`, in its order, as the model's file holds them: `THEMES` characters each. Throws a `RangeError` for another length. */
export function themesOf(common: Common, packed: string): Themes {
  if (packed.length !== common.size * THEMES)
    throw new RangeError(`themes: ${packed.length} characters for ${common.size} stems of ${THEMES} each`)
  const values = new Map([...THEME_ALPHABET].map((c, i) => [c.charCodeAt(0), i - MIDDLE]))
  const out = new Map<string, Int8Array>()
  let at = 0
  for (const stem of common.keys()) {
    out.set(
      stem,
      Int8Array.from({ length: THEMES }, (_, d) => values.get(packed.charCodeAt(at + d))!),
    )
    at += THEMES
  }
  return out
}

/** What the features say where a side has no direction. */
export const NO_THEME = -101

/** Sums of vectors over the units of a text, so that any stretch of them, and all but a stretch, can be compared. */
export interface ThemeSums {
  /** How alike in percent, -100 to 100, units `from..to` and those outside `apart..until` are; `NO_THEME` where one of the two has no direction. */
  readonly rest: (from: number, to: number, apart: number, until: number) => number
  /** How alike two stretches are. */
  readonly between: (from: number, to: number, other: number, end: number) => number
  /** How far all point one way, in percent: low for mixtures. */
  readonly whole: number
}

/** Reads the units of a text, each a list of stems. Linear in time and room. */
export function themeSums(units: readonly (readonly (string | undefined)[])[], themes: Themes): ThemeSums {
  const count = units.length
  const sums = new Float64Array((count + 1) * THEMES)
  let lengths = 0
  for (const [i, stems] of units.entries()) {
    const at = (i + 1) * THEMES
    for (let d = 0; d < THEMES; d++) sums[at + d] = sums[at - THEMES + d]!
    for (const stem of stems) {
      const vector = stem === undefined ? undefined : themes.get(stem)
      if (vector === undefined) continue
      let square = 0
      for (let d = 0; d < THEMES; d++) {
        sums[at + d]! += vector[d]!
        square += vector[d]! * vector[d]!
      }
      lengths += Math.sqrt(square)
    }
  }
  const clamp = (i: number): number => Math.max(0, Math.min(count, i)) * THEMES
  const total = count * THEMES
  const alike = (from: number, to: number, other: number, end: number, inverse: boolean): number => {
    let [dot, one, two] = [0, 0, 0]
    for (let d = 0; d < THEMES; d++) {
      const a = sums[to + d]! - sums[from + d]!
      const stretch = sums[end + d]! - sums[other + d]!
      const b = inverse ? sums[total + d]! - stretch : stretch
      dot += a * b
      one += a * a
      two += b * b
    }
    return one === 0 || two === 0 ? NO_THEME : Math.round((100 * dot) / Math.sqrt(one * two))
  }
  let square = 0
  for (let d = 0; d < THEMES; d++) square += sums[total + d]! * sums[total + d]!
  return {
    rest: (from, to, apart, until) => alike(clamp(from), clamp(to), clamp(apart), clamp(until), true),
    between: (from, to, other, end) => alike(clamp(from), clamp(to), clamp(other), clamp(end), false),
    whole: lengths === 0 ? 0 : Math.round((100 * Math.sqrt(square)) / lengths),
  }
}
