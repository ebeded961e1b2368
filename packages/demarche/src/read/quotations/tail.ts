import { deprelAt, dependents, subtree, uposAt, wordAt, xposAt } from '../../doc/index.js'
import { isMark, isPunct, lower, type Read } from './syntax.js'

// Where what is said ends, when the tree cuts it short.

/** Prepositions that a noun takes more often than a verb of speech does; a phrase of theirs right after what is said belongs to it. */
const TAIL: ReadonlySet<string> = new Set(['of', 'to', 'for', 'from', 'with', 'against', 'between', 'into', 'over', 'about', 'in'])
const OCCASION =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|statement|interview|briefing|conference|tweet|email|post|speech|letter|remarks|\d+)$/i

/** No clause goes on longer than this without a mark; the bound keeps the time linear. */
const WIDTH = 150

/** A clause that the tree cuts short goes on to the next mark or conjunction of its sentence. */
export function breath(doc: Read, from: number): number {
  const end = Math.min(doc.sentences[doc.tokens.sentence[from - 1]!]!.tokens.end, from + WIDTH)
  let at = from
  while (at < end && (!isPunct(doc, at) || isMark(doc, at)) && uposAt(doc.tags, at) !== 'CCONJ') at++
  return at
}

/** A phrase goes on with the infinitive that follows it: "a call for the union | to step in". */
export function purpose(doc: Read, from: number): number {
  return from < doc.tokens.length && xposAt(doc.tags, from) === 'TO' && doc.tokens.sentence[from] === doc.tokens.sentence[from - 1]
    ? breath(doc, from)
    : from
}

/** The end of a content that goes on with phrases which the tree hangs on the verb. */
export function withTail(doc: Read, verb: number, from: number): number {
  let end = from
  for (const kid of dependents(doc.tree, verb)) {
    const range = subtree(doc.tree, kid)
    if (range.first < end) continue
    if (range.first !== end || deprelAt(doc.tree, kid) !== 'obl' || !TAIL.has(lower(doc, range.first)) || OCCASION.test(wordAt(doc, kid)))
      break
    end = range.end
  }
  // "referred to the war as a liberation", "dismissed the report as a lie".
  return end < doc.tokens.length && lower(doc, end) === 'as' && doc.tree.head[doc.tree.head[end]!] === verb ? breath(doc, end) : end
}
