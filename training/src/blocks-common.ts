import { stemOf, wordsOf } from 'demarche/ingest'
import type { PageSample } from './blocks-pages.js'

/** Least share of articles that hold a stem, for each of the levels, the commonest first. */
const LEVELS = [0.25, 0.08, 0.025]

/** Stems of many articles in lists, the commonest first, each in the order of the alphabet and parted by spaces. All other stems are rare. */
export function commonStems(pages: readonly PageSample[]): string[] {
  const counts = new Map<string, number>()
  for (const { clean } of pages) {
    const seen = new Set(clean.flatMap((line) => wordsOf(line).bare.flatMap((word) => stemOf(word) ?? [])))
    for (const stem of seen) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return LEVELS.map((least, level) =>
    [...counts]
      .filter(([, count]) => count >= least * pages.length && count < (LEVELS[level - 1] ?? 2) * pages.length)
      .map(([stem]) => stem)
      .sort()
      .join(' '),
  )
}
