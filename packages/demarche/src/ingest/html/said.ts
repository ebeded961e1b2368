import type { Analysis } from './analyse.js'
import { fold } from './fold.js'

// How what a page says of itself is read and compared.

export const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
/** Text without markup and white space folded to one line. */
export const plain = (text: string): string =>
  fold(
    text
      .replace(/<[^<>]{1,200}>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll('&#039;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&#8217;', '’')
      .replaceAll('&nbsp;', ' '),
  ).replaceAll('\n', ' ')

/** `metas` are tried in the order of `names`, not of the page. */
export const meta = ({ head }: Analysis, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const found = head.metas.find(([key, value]) => key === name && value.trim() !== '')
    if (found) return plain(found[1])
  }
  return undefined
}

/** Share of the words of `a` that stand in `b`. */
export function within(a: string, b: string): number {
  const own = words(a)
  const there = new Set(words(b))
  return own.length === 0 ? 0 : own.filter((word) => there.has(word)).length / own.length
}
