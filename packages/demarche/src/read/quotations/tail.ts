import { deprelAt, dependents, subtree, uposAt, wordAt, xposAt } from '../../doc/index.js'
import { isPunct, lower, type Read } from './syntax.js'

// Where what is said ends, when the tree cuts it short.

/** Prepositions that a noun takes more often than a verb of speech does; a phrase of theirs right after what is said belongs to it. */
const TAIL: ReadonlySet<string> = new Set(['of', 'to', 'for', 'from', 'with', 'against', 'between', 'into', 'over', 'about', 'in'])
const OCCASION =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|statement|interview|briefing|conference|tweet|email|post|speech|letter|remarks|\d+)$/i

/** A clause that the tree cuts short goes on to the next mark or conjunction of its sentence. */
export function breath(doc: Read, from: number): number {
  const { end } = doc.sentences[doc.tokens.sentence[from - 1]!]!.tokens
  let at = from
  while (at < end && !isPunct(doc, at) && uposAt(doc.tags, at) !== 'CCONJ') at++
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
  return end
}
