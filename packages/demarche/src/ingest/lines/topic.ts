import { stemOf, type Words } from './words.js'

// How much of what a line speaks of is spoken of elsewhere in the text: a headline of another story shares few words with the article around it.

/** Lines so near do not count as elsewhere: the items of one list are alike. */
const NEAR = 2
export const TOPIC_FEATURES = ['topic', 'topic names', 'topic words', 'topic over mean', 'topic around'] as const

const isName = (shown: string): boolean => {
  const c = shown.charCodeAt(/^["'“‘(]/.test(shown) ? 1 : 0)
  return c >= 65 && c <= 90
}

/** First and last line of prose that each stem stands in. */
function places(lines: readonly Words[], isProse: (i: number) => boolean): Map<string, [first: number, last: number]> {
  const out = new Map<string, [number, number]>()
  for (const [i, { bare }] of lines.entries()) {
    if (!isProse(i)) continue
    for (const word of bare) {
      const stem = stemOf(word)
      if (stem === undefined) continue
      const known = out.get(stem)
      if (known) known[1] = i
      else out.set(stem, [i, i])
    }
  }
  return out
}

const percent = (part: number, of: number): number => (of === 0 ? -1 : Math.round((100 * part) / of))

/** Five whole numbers a line, in the order of `TOPIC_FEATURES`. Linear. */
export function topics(lines: readonly Words[], isProse: (i: number) => boolean): Int32Array {
  const where = places(lines, isProse)
  const out = new Int32Array(lines.length * TOPIC_FEATURES.length)
  const shares: number[] = []
  let [sum, count] = [0, 0]
  for (const [i, { shown, bare }] of lines.entries()) {
    let [words, known, names, knownNames] = [0, 0, 0, 0]
    for (const [k, word] of bare.entries()) {
      const stem = stemOf(word)
      if (stem === undefined) continue
      const at = where.get(stem)
      const elsewhere = at !== undefined && (at[0] < i - NEAR || at[1] > i + NEAR) ? 1 : 0
      words++
      known += elsewhere
      if (k === 0 || !isName(shown[k]!)) continue
      names++
      knownNames += elsewhere
    }
    const share = percent(known, words)
    shares.push(share)
    out.set([share, percent(knownNames, names), Math.min(words, 200)], i * 5)
    if (!isProse(i)) continue
    sum += known
    count += words
  }
  const mean = Math.max(0, percent(sum, count))
  for (let i = 0; i < shares.length; i++) {
    const around = [-2, -1, 0, 1, 2].map((step) => shares[i + step] ?? -1).filter((share) => share >= 0)
    out[i * 5 + 3] = shares[i]! < 0 ? -101 : shares[i]! - mean
    out[i * 5 + 4] = around.length === 0 ? -1 : Math.round(around.reduce((a, b) => a + b, 0) / around.length)
  }
  return out
}
