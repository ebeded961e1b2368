import type { Running } from './tokens.js'

/** What it costs to begin or end a stretch: where a sentence or line begins, where a capital, figure or quotation mark stands, and elsewhere. */
interface Costs {
  readonly sentence: number
  readonly word: number
  readonly inside: number
  /** How many thousandths of a word's score count; the words of a stretch say much the same. */
  readonly scale: number
  /** Added to each score before it counts: above 0 keeps more. */
  readonly keep: number
}
export const ARTICLE: Costs = { sentence: 4000, word: 6000, inside: 12_000, scale: 1000, keep: -500 }
/** Of a page that was scraped whole most that is foreign went line by line. */
export const WHOLE_PAGE: Costs = { ...ARTICLE, keep: 0 }
/** Of a short text, whose sentences have little to be measured by. */
export const SHORT: Costs = { ...ARTICLE, keep: 300 }
/** Of digests and mixtures, where nearly every part is foreign to the rest. */
export const MIXTURE: Costs = { ...ARTICLE, keep: 1000 }

/** The stretches of words that are not the article: the cheapest way through the text in two states. Word ranges, half-open. */
export function stretches(text: Running, scores: Int32Array, costs: Costs): (readonly [first: number, end: number])[] {
  const { count, sentences, shape } = text
  if (count === 0) return []
  const starts = new Uint8Array(count)
  for (const at of sentences) if (at < count) starts[at] = 1
  const back = new Uint8Array(count * 2)
  let [keep, drop] = [0, costs.sentence]
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      const cost = starts[i] ? costs.sentence : shape[i]! >= 2 ? costs.word : costs.inside
      const [k, d] = [keep, drop]
      back[i * 2] = d + cost < k ? 1 : 0
      back[i * 2 + 1] = k + cost < d ? 0 : 1
      keep = Math.min(k, d + cost)
      drop = Math.min(d, k + cost)
    }
    // Positive scores speak for the article.
    const score = ((scores[i]! + costs.keep) * costs.scale) / 1000
    if (score > 0) drop += score
    else keep -= score
  }
  const out: [number, number][] = []
  let state = drop + costs.sentence < keep ? 1 : 0
  let end = count
  for (let i = count - 1; i >= 0; i--) {
    const before = i === 0 ? 0 : back[i * 2 + state]!
    if (state === 1 && before === 0) out.push([i, end])
    else if (state === 0 && before === 1) end = i
    state = before
  }
  return out.toReversed()
}
