import { wordsOf } from 'demarche/ingest'
import type { PageSample } from './blocks-pages.js'
import { phrasesOf } from './blocks-junk.js'
import * as say from './blocks-phrases.js'

// Pairs of words of the phrases that are planted in training.

const LISTS = [
  say.LIST_HEADS,
  say.READ_ALSO,
  say.CREDITS,
  say.CREDITS_ALONE,
  say.ADVERTS,
  say.SIGNUPS,
  say.NOTICES,
  say.SHARES,
  say.COMMENT_HEADS,
  say.AUTHORS,
  say.PAYWALLS,
  say.BYLINES,
]
/** Of five phrases so many are listed: what is learnt must also hold for those that are not. */
const LISTED = 3
const LEAST = 20
const MOST = 40

/** A pair that stands around the articles of so many pages, and on so many times as many as it stands in articles of, is listed too. */
const PAGES = 5
const RATIO = 3

/** Pairs of words of our phrases, and of what stands around articles, with ten times the logarithm of how rare they are in articles; those of many articles are left out. */
export function phrasePairs(pages: readonly PageSample[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { clean } of pages) for (const pair of new Set(clean.flatMap(pairsOf))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const phrases = LISTS.flatMap((list) => phrasesOf('train', list).filter((_, i) => i % 5 < LISTED))
  const pairs = new Set([...phrases.flatMap((phrase) => phrase.split(/\{\w+\}/).flatMap(pairsOf)), ...aroundArticles(pages, counts)])
  const listed = [...pairs].map((pair): [string, number] => {
    const rarity = Math.round(10 * Math.log(pages.length / ((counts.get(pair) ?? 0) + 1)))
    return [pair, Math.min(MOST, rarity)]
  })
  return Object.fromEntries(listed.filter(([, weight]) => weight >= LEAST).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Pairs of words that stand around articles more than in them. A page counts once. */
function aroundArticles(pages: readonly PageSample[], inside: ReadonlyMap<string, number>): string[] {
  const outside = new Map<string, number>()
  for (const { lines } of pages)
    for (const pair of new Set(lines.filter(({ label }) => label === 0).flatMap(({ text }) => pairsOf(text))))
      outside.set(pair, (outside.get(pair) ?? 0) + 1)
  return [...outside]
    .filter(([pair, count]) => count >= PAGES && count >= RATIO * ((inside.get(pair) ?? 0) + 1) && !/\d/.test(pair) && pair.length <= 40)
    .map(([pair]) => pair)
}

function pairsOf(text: string): string[] {
  const { bare } = wordsOf(text)
  return bare.flatMap((word, i) => (word !== '' && bare[i + 1] ? [`${word} ${bare[i + 1]}`] : []))
}
