// Which lines or blocks of a page are its article, from the article's text as people wrote it down.

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const gramsOf = (words: readonly string[], n = 4): string[] =>
  Array.from({ length: Math.max(0, words.length - n + 1) }, (_, i) => words.slice(i, i + n).join(' '))

/** How many words a text has, as labels and weights count them. */
export const countWords = (text: string): number => wordsIn(text).length

/** Which texts belong to the article: long ones by half of their 4-grams, short ones when they stand there as a line, or in a row beside kept long ones. */
export function labelsOf(texts: readonly string[], body: string): Uint8Array {
  const grams = new Set(gramsOf(wordsIn(body)))
  const lines = new Set(body.split('\n').map((line) => wordsIn(line).join(' ')))
  const all = ` ${wordsIn(body).join(' ')} `
  const words = texts.map(wordsIn)
  const long = words.map((own) =>
    own.length < 4 ? -1 : gramsOf(own).filter((gram) => grams.has(gram)).length * 2 >= own.length - 3 ? 1 : 0,
  )
  const near = (i: number, step: number): number => {
    for (let k = i + step, left = 8; k >= 0 && k < long.length && left > 0; k += step, left--) if (long[k]! >= 0) return long[k]!
    return 0
  }
  return Uint8Array.from(texts, (_, i) => {
    if (long[i]! >= 0) return long[i]!
    const own = words[i]!.join(' ')
    if (own === '') return near(i, -1) && near(i, 1) ? 1 : 0
    if (lines.has(own)) return near(i, -1) || near(i, 1) ? 1 : 0
    return all.includes(` ${own} `) && near(i, -1) && near(i, 1) ? 1 : 0
  })
}

/** How much each line counts in training: by its words, and less on long pages, so that pages count about alike. */
export function weightsOf(texts: readonly string[], labels: Uint8Array): Float64Array {
  const raw = texts.map((text) => Math.min(countWords(text), 80) ** 0.8 + 0.5)
  const kept = Math.max(
    50,
    raw.filter((_, i) => labels[i]).reduce((a, b) => a + b, 0),
  )
  return Float64Array.from(raw, (w) => (w * 10) / Math.sqrt(kept))
}
