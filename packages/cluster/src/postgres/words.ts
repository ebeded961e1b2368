import type { Words } from './binary.js'

// Words are compared without case and without marks, as the embedded store's index does.
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A text as a tsvector: its words with their places. Built here, so that no dictionary of the server has a say. A sentence counts up to its 40,000th letter, a word to its 500th: the server takes no more. */
export function vectorOf(text: string): Words {
  const places = new Map<string, number[]>()
  for (const [i, word] of wordsIn(text.slice(0, 40_000)).slice(0, 16_000).entries()) {
    const cut = word.slice(0, 500)
    const list = places.get(cut)
    if (!list) places.set(cut, [i + 1])
    else if (list.length < 255) list.push(i + 1)
  }
  return places
}

/** What a user asks for: words, each alone, and phrases in double quotes. */
export const phrasesIn = (text: string): string[][] =>
  [...text.matchAll(/"([^"]+)"|(\S+)/g)]
    .map((match) => wordsIn(match[1] ?? match[2] ?? '').map((word) => word.slice(0, 500)))
    .filter((words) => words.length > 0)

/** What a user asks for as a tsquery: all words, phrases as they follow each other; undefined when it holds no word. */
export function queryFor(text: string): string | undefined {
  const said = phrasesIn(text)
  return said.length === 0 ? undefined : said.map((words) => words.map((word) => `'${word}'`).join(' <-> ')).join(' & ')
}

/** The words of a tsvector in their order, with single spaces between. */
export function orderOf(vector: string): string {
  const words: string[] = []
  for (const [, word = '', places = ''] of vector.matchAll(/'([^']*)':([\d,]+)/g))
    for (const place of places.split(',')) words[Number(place) - 1] = word
  return words.filter((it) => it !== undefined).join(' ')
}
