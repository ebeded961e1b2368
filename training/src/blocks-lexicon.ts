import { wordsOf } from 'demarche/ingest'
import type { PageSample } from './blocks-pages.js'

/** A word is listed when so many pages have it outside their articles, and it stands there so many times more. */
const PAGES = 14
const RATIO = 2
const MOST = 1500

/** Words and pairs of words that stand around articles more than in them, each with ten times the logarithm of how much more. A page counts once for each side. */
export function lexiconOf(pages: readonly PageSample[]): Record<string, number> {
  const sides = [new Map<string, number>(), new Map<string, number>()]
  for (const { lines } of pages) {
    const seen = [new Set<string>(), new Set<string>()]
    for (const { text, label } of lines) {
      const { bare } = wordsOf(text)
      for (const [i, word] of bare.entries()) {
        if (word === '' || /\d/.test(word)) continue
        seen[label]!.add(word)
        if (bare[i + 1] && !/\d/.test(bare[i + 1]!)) seen[label]!.add(`${word} ${bare[i + 1]}`)
      }
    }
    for (const side of [0, 1]) for (const word of seen[side]!) sides[side]!.set(word, (sides[side]!.get(word) ?? 0) + 1)
  }
  const [out, inside] = [sides[0]!, sides[1]!]
  const listed = [...out].flatMap(([word, count]) => {
    const ratio = (count + 1) / ((inside.get(word) ?? 0) + 1)
    return count >= PAGES && ratio >= RATIO && word.length <= 30 ? [{ word, count, weight: Math.round(10 * Math.log(ratio)) }] : []
  })
  listed.sort((a, b) => b.count * b.weight - a.count * a.weight || (a.word < b.word ? -1 : 1))
  return Object.fromEntries(listed.slice(0, MOST).map(({ word, weight }) => [word, weight]))
}
