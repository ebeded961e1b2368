import type { Name } from '../../doc/index.js'
import type { Binding } from './binding.js'

/** Nouns by which a text calls again a body that it has named in full. */
export const BODIES: ReadonlySet<string> = new Set([
  'republic',
  'kingdom',
  'emirate',
  'federation',
  'union',
  'organisation',
  'organization',
  'alliance',
  'league',
  'ministry',
  'department',
  'agency',
  'commission',
  'committee',
  'council',
  'court',
  'tribunal',
  'party',
  'front',
  'brigade',
  'movement',
  'army',
  'company',
  'corporation',
  'bank',
  'university',
  'institute',
  'foundation',
  'association',
  'assembly',
  'parliament',
  'senate',
  'congress',
  'authority',
  'bureau',
  'fund',
  'forum',
  'community',
  'office',
  'coalition',
])

/** How many names back a body may have been named: an article calls its army by name once, at the top. */
const BACK = 150

/** "the republic" after "the Nagorno-Karabakh Republic": the last body before it whose own name holds the noun. Only of what has no owner of its own. */
export function recalled(at: Binding, i: number, name: Name): string | undefined {
  const { tags, tokens, text } = at.doc
  const noun = tags.lemma[name.head]!.toLowerCase()
  if (!BODIES.has(noun) || name.of !== undefined) return undefined
  // "the de facto republic": the article may stand a few words before the name that was found.
  const start = Math.max(name.tokens.first - 4, 0)
  const words = text.slice(tokens.start[start]!, tokens.end[name.head]!).toLowerCase()
  if (!/(?:^|[^\p{L}])(?:the|this|that)\s+(?:[\p{L}-]+\s+){0,3}[\p{L}-]+$/u.test(words)) return undefined
  return lastWith(at, i, noun)
}

/** "The union" where no name was found at the noun: the last body before token `i` whose own name holds it. */
export function recalledAt(at: Binding, i: number): string | undefined {
  const { tags, tokens, text, names } = at.doc
  const noun = tags.lemma[i]!.toLowerCase()
  if (!BODIES.has(noun) || i === 0 || !/^(?:the|this|that)$/i.test(text.slice(tokens.start[i - 1], tokens.end[i - 1]))) return undefined
  if (names.some(({ tokens: it }) => it.first <= i && i < it.end)) return undefined
  const next = names.findIndex(({ tokens: it }) => it.first > i)
  return lastWith(at, next < 0 ? names.length : next, noun)
}

/** The body of the last names before the `i`th whose own name holds the noun as a word. */
function lastWith(at: Binding, i: number, noun: string): string | undefined {
  for (let j = i - 1; j >= 0 && j > i - BACK; j--) {
    const other = at.doc.names[j]!
    if (at.bound[j] === undefined || other.type === 'place' || other.type === 'person') continue
    const written = at.text(other)
    if (/\p{Lu}/u.test(written) && holdsWord(written.toLowerCase(), noun)) return at.bound[j]
  }
  return undefined
}

/** True where `word` stands in `text` with no letter before or after it. */
function holdsWord(text: string, word: string): boolean {
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1))
    if (!LETTER.test(text[from - 1] ?? '') && !LETTER.test(text[from + word.length] ?? '')) return true
  return false
}
const LETTER = /\p{L}/u
