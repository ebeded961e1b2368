import type { Span } from '../../text/index.js'

// Lists of other headlines whose line breaks were lost: "Trending stories - 1 First Headline Here - 2 Second Headline There He said …".

const LEAD =
  /(?<![\p{L}\p{N}])(?:(?:Trending|Top|Popular|Latest|Related|Recommended|Most (?:Read|Popular|Viewed)|Other|More) (?:[Ss]tories|[Nn]ews|[Hh]eadlines|[Aa]rticles|[Pp]osts)|(?:TRENDING|LATEST|RELATED|TOP|MOST READ) ?(?:NEWS|STORIES|ARTICLES|HEADLINES)?|Trending(?: now)?|(?:Read|See) (?:also|more))\s{0,3}:?\s{0,3}(?=[-–—•*#]?\s{0,3}1[.):]?\s)/gu
const SMALL = new Set(
  'a an the of in on at to for from by with and or but nor as is are be was were vs via into over after before amid than that not no its his her their it he she they'.split(
    ' ',
  ),
)
const MAX_ITEMS = 30
const MAX_HEADLINE = 220

/** Spans of numbered lists inside running text, each from its heading to the end of its last headline. At least two items are needed. Linear. */
export function inlineLists(text: string): Span[] {
  const spans: Span[] = []
  LEAD.lastIndex = 0
  for (let match = LEAD.exec(text); match; match = LEAD.exec(text)) {
    const to = endOfList(text, match.index + match[0].length)
    if (to === undefined) continue
    spans.push({ from: match.index, to })
    LEAD.lastIndex = to
  }
  return spans
}

/** Reads "1 … 2 … 3 …", the numbers rising by one, each with the mark of the first before it. */
function endOfList(text: string, from: number): number | undefined {
  const mark = /^[-–—•*#]/.exec(text.slice(from, from + 1))?.[0] ?? ''
  let at = from
  let number = 1
  for (; number <= MAX_ITEMS; number++) {
    const next = nextItem(text, at + 2, mark, number + 1)
    if (next === undefined) break
    at = next
  }
  return number < 2 ? undefined : endOfHeadline(text, at)
}

function nextItem(text: string, from: number, mark: string, number: number): number | undefined {
  const window = text.slice(from, from + MAX_HEADLINE)
  const key = mark ? `${mark} ?${number}` : `${number}`
  const found = new RegExp(`\\s${key.replace('*', '\\*')}[.):]?\\s`).exec(window)
  const breaks = /[.!?]["”]?\s+\p{Lu}\p{Ll}+ \p{Ll}/u.exec(window)
  return found && (!breaks || breaks.index > found.index) ? from + found.index + 1 : undefined
}

/** The end of the last headline: a line break, an opening quotation mark, or the capital before the first small word that no headline would write small. */
function endOfHeadline(text: string, from: number): number {
  const window = text.slice(from, from + MAX_HEADLINE)
  const words = /\S+/g
  let capital = 0
  let count = 0
  for (let word = words.exec(window); word; word = words.exec(window)) {
    const broken = window.lastIndexOf('\n', word.index)
    if (count > 1 && broken > 0) return from + window.slice(0, broken + 1).trimEnd().length
    const bare = word[0].replace(/^[("'‘]+/, '')
    if (count > 2 && /^["“]/.test(word[0])) return from + window.slice(0, word.index).trimEnd().length
    if (/^\p{Lu}/u.test(bare)) capital = word.index
    else if (/^\p{Ll}/u.test(bare) && !SMALL.has(bare.replace(/[^\p{L}]+$/u, '')) && count > 2)
      return from + window.slice(0, capital).trimEnd().length
    count++
  }
  return from + window.trimEnd().length
}
