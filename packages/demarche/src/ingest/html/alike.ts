// How alike a text is to the title of its page, and to the article's text as the page states it.

const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * part) / of))
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
export const wordSet = (text: string): ReadonlySet<string> => new Set(wordsOf(text.slice(0, 400)))

/** Share of the title's words in a short text, and of its words in the title; the smaller, in percent. */
export function likeness(title: ReadonlySet<string>, text: string): number {
  if (title.size === 0 || text.length > 300) return 0
  const words = new Set(wordsOf(text))
  let shared = 0
  for (const word of words) if (title.has(word)) shared++
  return percent(shared, Math.max(words.size, title.size))
}

/** Tells how much of a text stands in the article's text of the page's data for machines, in percent of its 4-grams; -1 where there is none. */
export function inText(body: string): (text: string) => number {
  const words = wordsOf(body.slice(0, 200_000))
  if (words.length < 60) return () => -1
  const grams = new Set<string>()
  for (let i = 0; i + 3 < words.length; i++) grams.add(`${words[i]} ${words[i + 1]} ${words[i + 2]} ${words[i + 3]}`)
  return (text) => {
    const own = wordsOf(text.slice(0, 2000))
    if (own.length < 4) return -1
    let shared = 0
    for (let i = 0; i + 3 < own.length; i++) if (grams.has(`${own[i]} ${own[i + 1]} ${own[i + 2]} ${own[i + 3]}`)) shared++
    return percent(shared, own.length - 3)
  }
}
