import { cohesionOf, COHESION_FEATURES } from '../lines/cohesion.js'
import { RARE, type Common } from '../lines/common.js'
import type { Vocabulary } from '../lines/lexicon.js'
import { NO_THEME, themeSums } from '../lines/themes.js'
import { sums } from './sums.js'
import type { Running } from './tokens.js'

// What a stretch of running text speaks of, against the rest of the text. Sentences are cut into pieces, for lists whose stops are lost make long ones.

const PIECE = 24
/** Words so near do not count as elsewhere: as far as a run of junk mostly goes. */
const NEAR = 70
const WINDOWS = [12, 30, 60]
const FAR = 150
const WHICH = ['own', 'earlier', 'later'] as const
/** Stretches whose matter is held against the rest of the text, and against each other. */
const SPREADS = [30, 80]
export const COHESION_COLUMNS: readonly string[] = [
  ...WINDOWS.flatMap((size) => [`rare topic in ${size} back`, `rare topic in ${size} on`, `keys in ${size} back`, `keys in ${size} on`]),
  'since key',
  'till key',
  ...WHICH.flatMap((which) => COHESION_FEATURES.map((what) => `${what} of ${which} piece`)),
  ...SPREADS.flatMap((size) => [`theme in ${size} back`, `theme in ${size} on`, `theme across ${size}`]),
  ...WHICH.map((which) => `theme of ${which} piece`),
  'text theme',
  'text coherence',
  'text foreign',
]
/** A piece with less of its topic elsewhere, in percent, is foreign to the text as far as its words tell. */
const FOREIGN_TOPIC = 12

/** First word of each piece, and the number of words as the last. */
function piecesOf({ sentences, count }: Running): Int32Array {
  const out: number[] = []
  for (let s = 0; s + 1 < sentences.length; s++) {
    const [from, to] = [sentences[s]!, sentences[s + 1]!]
    const parts = Math.ceil((to - from) / PIECE)
    for (let p = 0; p < parts; p++) out.push(from + Math.floor(((to - from) * p) / parts))
  }
  out.push(count)
  return Int32Array.from(out)
}

/** Weight of each word's stem, below 0 where it does not stand elsewhere; 0 for words without one. */
function weights({ stems }: Running, common: Common): Int8Array {
  const where = new Map<string, [number, number]>()
  for (const [i, stem] of stems.entries()) {
    if (stem === undefined) continue
    const at = where.get(stem)
    if (at) at[1] = i
    else where.set(stem, [i, i])
  }
  return Int8Array.from(stems, (stem, i) => {
    if (stem === undefined) return 0
    const [first, last] = where.get(stem)!
    const weight = common.get(stem) ?? RARE
    return first < i - NEAR || last > i + NEAR ? weight : -weight
  })
}

/** How much of what a text speaks of it speaks of in more than one place, in percent: low for digests, lists and mixtures, whose parts are all alike foreign. */
export const coherenceOf = (text: Running, common: Common): number => coherent(weights(text, common))

function coherent(weight: Int8Array): number {
  let [known, all] = [0, 0]
  for (const w of weight) {
    known += Math.max(0, w)
    all += Math.abs(w)
  }
  return all === 0 ? 0 : Math.round((100 * known) / all)
}

/** Writes the columns for all words into rows of `width` numbers, from column `column` on. Linear. */
export function cohesionColumns(
  text: Running,
  { common, themes }: Pick<Vocabulary, 'common' | 'themes'>,
  values: Int32Array,
  width: number,
  column: number,
): void {
  const { count, stems } = text
  const pieces = piecesOf(text)
  const units = Array.from({ length: pieces.length - 1 }, (_, p) =>
    stems.slice(pieces[p], pieces[p + 1]).filter((stem) => stem !== undefined),
  )
  const { values: table, keys } = cohesionOf(units, common)
  const weight = weights(text, common)
  const isKey = Uint8Array.from(stems, (stem) => (stem !== undefined && keys.has(stem) ? 1 : 0))
  const known = sums(count, (i) => Math.max(0, weight[i]!))
  const all = sums(count, (i) => Math.abs(weight[i]!))
  const turning = sums(count, (i) => isKey[i]!)
  const till = new Int32Array(count)
  for (let i = count - 1, far = FAR; i >= 0; i--) till[i] = far = isKey[i] ? 0 : Math.min(FAR, far + 1)
  const n = COHESION_FEATURES.length
  const theme = themeSums(
    stems.map((stem) => [stem]),
    themes,
  )
  const ofPiece = units.map((_, p) => theme.rest(pieces[p]!, pieces[p + 1]!, pieces[p]! - NEAR, pieces[p + 1]! + NEAR))
  const whole = [theme.whole, coherent(weight), foreignShare(units, table)]
  for (let i = 0, p = 0, since = FAR; i < count; i++) {
    while (pieces[p + 1]! <= i) p++
    since = isKey[i] ? 0 : Math.min(FAR, since + 1)
    let at = i * width + column
    for (const size of WINDOWS) {
      const [low, high] = [Math.max(0, i - size), Math.min(count, i + size)]
      const [back, on] = [all[i]! - all[low]!, all[high]! - all[i]!]
      values[at++] = back === 0 ? -1 : Math.round((100 * (known[i]! - known[low]!)) / back)
      values[at++] = on === 0 ? -1 : Math.round((100 * (known[high]! - known[i]!)) / on)
      values[at++] = turning[i]! - turning[low]!
      values[at++] = turning[high]! - turning[i]!
    }
    values[at++] = since
    values[at++] = till[i]!
    for (const piece of [p, p - 1, p + 1])
      for (let k = 0; k < n; k++) values[at++] = piece < 0 || piece >= units.length ? -2 : table[piece * n + k]!
    for (const size of SPREADS) {
      values[at++] = theme.rest(i - size, i, i - size - NEAR, i + NEAR)
      values[at++] = theme.rest(i, i + size, i - NEAR, i + size + NEAR)
      values[at++] = theme.between(i - size, i, i, i + size)
    }
    for (const piece of [p, p - 1, p + 1]) values[at++] = ofPiece[piece] ?? NO_THEME - 1
    for (const value of whole) values[at++] = value
  }
}

/** The share of words, in percent, in pieces that share next to nothing with the rest. */
function foreignShare(units: readonly (readonly unknown[])[], table: Int32Array): number {
  let [foreign, all] = [0, 0]
  for (const [i, { length }] of units.entries()) {
    const share = table[i * COHESION_FEATURES.length]!
    if (share < 0) continue
    all += length
    if (share < FOREIGN_TOPIC) foreign += length
  }
  return all === 0 ? 0 : Math.round((100 * foreign) / all)
}
