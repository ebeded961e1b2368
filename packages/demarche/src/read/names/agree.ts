import type { Name } from '../../doc/index.js'
import type { NameWords } from './lexicon.js'
import type { Words } from './words.js'

/**
 * Agreement within the document: a single word that is part of a person's full name elsewhere is that person ("Jones", though a town bears it), unless a preposition
 * of place stands before it; a small place that no word around calls one is nobody's name.
 */
export function agree(names: readonly Name[], words: Words, lexicon: NameWords): Name[] {
  const surnames = new Set<string>()
  const places = new Set<string>()
  for (const { type, key, tokens } of names) {
    if (type === 'person' && tokens.end - tokens.first > 1) surnames.add(key.slice(key.lastIndexOf(' ') + 1))
    else if (type === 'place' && located(words, lexicon, tokens.first, tokens.end)) places.add(key)
  }
  return names.map((name) => {
    const { first, end } = name.tokens
    if (end - first > 1 || (name.type !== 'place' && name.type !== 'other')) return name
    if (surnames.has(name.key) && !(places.has(name.key) && located(words, lexicon, first, end))) return { ...name, type: 'person', why: 'a part of a full name in this text' }
    return name
  })
}

/** "in Gainesville", "Gainesville, Ga." */
export function located({ folded, form }: Words, lexicon: NameWords, first: number, end: number): boolean {
  const before = first > 0 ? folded[first - 1]! : ''
  return (lexicon.locative.has(before) && before !== 'to' && before !== 'from') || (form[end] === ',' && lexicon.isProvince(form[end + 1] ?? ''))
}
