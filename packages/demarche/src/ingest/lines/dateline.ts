/** Longer text is more than a dateline. */
const MOST_WORDS = 9
const DASHES: ReadonlySet<string> = new Set(['-', '--', '–', '—', '_'])

/** Whether a text is a dateline: it begins with a place in capitals and ends with a dash, as in "PORT ELLIS, March 12 (Reuters) --". */
export function isDateline(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const place = words[0]!.replaceAll(/[^\p{L}]/gu, '')
  return words.length > 1 && words.length <= MOST_WORDS && place.length > 1 && place === place.toUpperCase() && DASHES.has(words.at(-1)!)
}
