import type { PageSample } from './blocks-pages.js'

// Texts that are whole as they are though their parts share nothing, and short articles: what a classifier must not take for junk.

const PARTS = { least: 4, most: 14 }
/** A part has at most so many words. */
const PART_WORDS = 90
/** An excerpt has between so many words. */
const EXCERPT = { least: 50, most: 230 }

const count = (text: string): number => text.split(/\s+/).length
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[A-Z0-9])/)

/** A digest: some lines or sentences in a row from each of several articles. */
export function mixtureOf(pages: readonly PageSample[], next: () => number): string[] {
  const parts = PARTS.least + Math.floor(next() * (PARTS.most - PARTS.least + 1))
  const bySentence = next() < 0.5
  const most = 1 + Math.floor(next() * 5)
  return Array.from({ length: parts }, () => {
    const { clean } = pages[Math.floor(next() * pages.length)]!
    const from = Math.floor(next() * clean.length)
    const lines = clean.slice(from, from + most).flatMap((line) => (bySentence ? sentencesOf(line) : [line]))
    const kept: string[] = []
    let words = 0
    for (const line of lines.slice(0, most)) {
      words += count(line)
      if (words > PART_WORDS && kept.length > 0) break
      kept.push(line)
    }
    return kept
  }).flat()
}

/** The beginning of an article, to the end of a line, as long as a short item. */
export function excerptOf(clean: readonly string[], next: () => number): string[] {
  const most = EXCERPT.least + Math.floor(next() * (EXCERPT.most - EXCERPT.least))
  const out: string[] = []
  let words = 0
  for (const line of clean) {
    out.push(line)
    words += count(line)
    if (words >= most) break
  }
  return out
}
