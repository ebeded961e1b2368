import { uposAt, xposAt, type Name } from '../../doc/index.js'
import { fold } from '../../world/index.js'
import { CLOSED, isSmall, located } from './agree.js'
import { isHead } from './choose.js'
import type { Match } from './dictionary.js'
import type { Reader } from './reader.js'

/** "in Brussels": a town by whose name a body is called is the town after a preposition of place. */
export function isTown({ words, lexicon, world }: Reader, { first, end, key, entries }: Match): boolean {
  return entries.some(({ kind }) => kind === 'seat') && located(words, lexicon, first, end) && world.placesNamed(key).length > 0
}

/**
 * "Goma", a surname in the tables that a town bears too: the town after a preposition of place, and where it is well known and no leader of the day is called so.
 * `candidates` are the persons of that surname, the likeliest first.
 */
export function isPlace({ words, lexicon, world, day }: Reader, { first, end, key }: Match, candidates: readonly string[]): boolean {
  const place = world.placesNamed(key)[0]
  if (place === undefined) return false
  // "the Bush administration": Būsh in Egypt has none.
  if (lexicon.reigns.has(words.folded[end] ?? '') && candidates.some((it) => isHead(it, world))) return false
  return located(words, lexicon, first, end) || (!isSmall(place) && !isHead(candidates[0] ?? '', world, day))
}

/** "Moon crossed the line": a leader's surname that the tagger takes for a common word. It heads the sentence without an article, and a verb in the past follows. */
export function leads({ doc, words, world, day }: Reader, { first, end, entries }: Match): boolean {
  const sentence = doc.tokens.sentence[first]!
  return (
    end - first === 1 &&
    words.large[first] === 0 &&
    doc.tokens.sentence[first - 1] !== sentence &&
    doc.tokens.sentence[end] === sentence &&
    /^VB[DN]$/.test(xposAt(doc.tags, end)) &&
    !CLOSED.has(uposAt(doc.tags, first)) &&
    entries.some(({ actor }) => isHead(actor, world, day))
  )
}

/** True where the given name in the text or in the tables is a woman's, or a woman's title stands before the name. */
export function isWoman({ words, lexicon, world }: Reader, { type, key, candidates, tokens }: Name): boolean {
  if (type !== 'person') return false
  const at = tokens.first - (words.form[tokens.first - 1] === '.' ? 2 : 1)
  if (lexicon.ladies.has(words.folded[at] ?? '')) return true
  const full = key.includes(' ') ? key : candidates[0] === undefined ? '' : fold(world.actor(candidates[0])?.name ?? '')
  return full.includes(' ') && lexicon.feminine.has(full.slice(0, full.indexOf(' ')))
}
