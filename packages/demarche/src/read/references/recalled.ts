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

/** "the republic" after "the Nagorno-Karabakh Republic": the last body before it whose own name holds the noun. Only of what has no owner of its own. */
export function recalled(at: Binding, i: number, name: Name): string | undefined {
  const { tags, tokens, text } = at.doc
  const noun = tags.lemma[name.head]!.toLowerCase()
  if (!BODIES.has(noun) || name.of !== undefined) return undefined
  // "the de facto republic": the article may stand a few words before the name that was found.
  const start = Math.max(name.tokens.first - 4, 0)
  const words = text.slice(tokens.start[start]!, tokens.end[name.head]!).toLowerCase()
  if (!/(?:^|[^\p{L}])(?:the|this|that)\s+(?:[\p{L}-]+\s+){0,3}[\p{L}-]+$/u.test(words)) return undefined
  for (let j = i - 1; j >= 0 && j > i - 40; j--) {
    const other = at.doc.names[j]!
    if (at.bound[j] === undefined || other.type === 'place' || other.type === 'person') continue
    if (new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, 'iu').test(at.text(other)) && /\p{Lu}/u.test(at.text(other))) return at.bound[j]
  }
  return undefined
}
