import type { PageSample } from './blocks-pages.js'

/** What planted junk is made of, taken from pages: each list holds the number of the page beside the text, so that no page gets its own. */
export interface Pool {
  readonly titles: readonly Piece[]
  /** Lines that are links of four to twenty words: headlines and teasers of other articles. */
  readonly links: readonly Piece[]
  /** Sentences of articles. */
  readonly sentences: readonly Piece[]
  readonly authors: readonly Piece[]
  /** Lines in a row that are not the article. */
  readonly runs: readonly { readonly page: number; readonly lines: readonly string[] }[]
}
export interface Piece {
  readonly page: number
  readonly text: string
}

const count = (text: string): number => text.split(/\s+/).length
const NAME = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u

/** The pool of pages; `from` numbers the first of them. */
export function poolOf(pages: readonly PageSample[]): Pool {
  const pieces = (read: (page: PageSample) => readonly string[]): Piece[] =>
    pages.flatMap((page, i) => [...new Set(read(page))].map((text) => ({ page: i, text })))
  return {
    titles: pieces(({ title }) => (count(title) >= 4 ? [title] : [])),
    links: pieces(({ lines }) =>
      lines.filter(({ text, label, link }) => link && label === 0 && count(text) >= 4 && count(text) <= 20).map(({ text }) => text),
    ),
    sentences: pieces(({ clean }) =>
      clean
        .filter((text) => count(text) >= 15)
        .slice(0, 6)
        .map((text) => /^.{40,300}?[.!?](?= |$)/.exec(text)?.[0] ?? '')
        .filter((text) => text !== ''),
    ),
    authors: pieces(({ author }) => (NAME.test(author) ? [author] : [])),
    runs: pages.flatMap(({ lines }, page) => runsOf(lines).map((run) => ({ page, lines: run }))),
  }
}

/** All stretches of three lines and more that are not the article. */
function runsOf(lines: PageSample['lines']): string[][] {
  const runs: string[][] = []
  let run: string[] = []
  for (const { text, label } of [...lines, { text: '', label: 1 }]) {
    if (label === 0 && text.trim() !== '') run.push(text)
    else if (label !== 0) {
      if (run.length >= 3) runs.push(run)
      run = []
    }
  }
  return runs
}

/** Draws one that is not of the page; `undefined` where there is none. */
export function draw<T extends { readonly page: number }>(items: readonly T[], page: number, next: () => number): T | undefined {
  for (let tries = 0; tries < 8; tries++) {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined || item.page !== page) return item
  }
  return undefined
}

/** A part of a run of at most `most` lines from a random place. */
export function drawRun(pool: Pool, page: number, most: number, next: () => number): string[] {
  const lines = draw(pool.runs, page, next)?.lines ?? []
  const size = Math.min(lines.length, 3 + Math.floor(next() * (most - 2)))
  const from = Math.floor(next() * (lines.length - size + 1))
  return lines.slice(from, from + size)
}
