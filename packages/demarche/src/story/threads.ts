import { byCodeUnit } from '../text/index.js'

/** A word that names what happened, coded or not: a verb, or a noun of an act. */
export interface Telling {
  readonly from: number
  readonly to: number
  /** The family of the word: "arrests", "arrested" and "arrest" are one. */
  readonly family: string
}

/** An article as it is compared with others. */
export interface Article {
  readonly id: string
  /** Its content words, folded; how often each stands there matters. */
  readonly words: readonly string[]
  readonly tellings: readonly Telling[]
}

/** Least mean likeness of two groups of articles of one story. */
const ONE_STORY = 0.17

/**
 * What several articles tell of the same happening, whether or not a rule codes it: articles are grouped into stories by their words (TF-IDF, average link), and within a story
 * what is told by words of one family is one. The order of articles is nothing. Compares every article with every other: for collections of some thousands.
 */
export function threads(
  articles: readonly Article[],
  least = ONE_STORY,
): Map<string, { readonly from: number; readonly to: number; readonly event: string }[]> {
  const ordered = articles.toSorted((a, b) => byCodeUnit(a.id, b.id))
  const stories = storiesOf(ordered, least)
  return new Map(
    ordered.map(({ id, tellings }, i) => [id, tellings.map(({ from, to, family }) => ({ from, to, event: `${stories[i]} ${family}` }))]),
  )
}

type Vector = ReadonlyMap<string, number>

function vectors(articles: readonly Article[]): Vector[] {
  const holds = new Map<string, number>()
  for (const { words } of articles) for (const word of new Set(words)) holds.set(word, (holds.get(word) ?? 0) + 1)
  return articles.map(({ words }) => {
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, n] of counts) counts.set(word, (1 + Math.log(n)) * Math.log(articles.length / holds.get(word)!))
    const length = Math.sqrt([...counts.values()].reduce((sum, it) => sum + it * it, 0)) || 1
    for (const [word, weight] of counts) counts.set(word, weight / length)
    return counts
  })
}

/** The story of each article, named by its first one. */
function storiesOf(articles: readonly Article[], least: number): string[] {
  const all = vectors(articles)
  const like = all.map((a, i) => all.map((b, j) => (i === j ? 0 : cosine(a, b))))
  const size = all.map(() => 1)
  const story = all.map((_, i) => i)
  for (;;) {
    let best = { at: -1, with: -1, like: least }
    for (let i = 0; i < all.length; i++)
      if (size[i]! > 0)
        for (let j = i + 1; j < all.length; j++) if (size[j]! > 0 && like[i]![j]! > best.like) best = { at: i, with: j, like: like[i]![j]! }
    if (best.at < 0) return story.map((it) => articles[it]!.id)
    const [a, b] = [best.at, best.with]
    for (let k = 0; k < all.length; k++) {
      if (k === a || k === b || size[k] === 0) continue
      const mean = (like[a]![k]! * size[a]! + like[b]![k]! * size[b]!) / (size[a]! + size[b]!)
      like[a]![k] = mean
      like[k]![a] = mean
    }
    size[a]! += size[b]!
    size[b] = 0
    for (let k = 0; k < story.length; k++) if (story[k] === b) story[k] = a
  }
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0)
  return sum
}
