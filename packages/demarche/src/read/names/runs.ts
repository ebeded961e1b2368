import type { Tokens } from '../../doc/index.js'
import type { NameWords } from './lexicon.js'
import { Shape, type Words } from './words.js'

/** Where the run of name tokens that begins at `first` ends: capitalised words, particles between them, and "of", "for", "and" where a head before them takes one. */
export function runEnd(words: Words, tokens: Tokens, lexicon: NameWords, first: number): number {
  const { folded, form, namey, shape } = words
  const sentence = tokens.sentence[first]!
  const same = (i: number): boolean => i < words.length && tokens.sentence[i] === sentence
  let end = first + 1
  let head = first
  while (same(end)) {
    if (namey[end] === 1) {
      head = end++
      continue
    }
    const word = folded[end]!
    const next = same(end + 1) && namey[end + 1] === 1
    const joined = tokens.end[end - 1] === tokens.start[end]
    if (/^[-–’'.]$/.test(form[end]!) && joined && next && tokens.end[end] === tokens.start[end + 1]) end += 2
    else if (
      form[end] === '-' &&
      joined &&
      same(end + 1) &&
      shape[end + 1] === Shape.Lower &&
      form[end + 1]!.length <= 5 &&
      tokens.end[end] === tokens.start[end + 1] &&
      namey[end + 2] === 1 &&
      !JOINED.has(folded[end + 1]!)
    )
      end += 2
    else if (form[end] === '.' && joined && form[end - 1]!.length <= 2) end += 1
    else if (lexicon.particles.has(word) && shape[end] === Shape.Lower && next) end += 2
    else if (word === 'of' && takesOf(lexicon, folded[head]!)) {
      const step = next ? 1 : folded[end + 1] === 'the' && same(end + 2) && namey[end + 2] === 1 ? 2 : 0
      if (step === 0) return end
      end += step + 1
    } else if (form[end] === '&' && next) end += 2
    else if (
      (word === 'and' || word === 'for') &&
      next &&
      (word === 'for' ? lexicon.organisations.has(folded[head]!) : ofBefore(folded, first, end))
    )
      end += 2
    else if (
      /^\d+$/.test(form[end]!) &&
      joined === false &&
      form[end]!.length <= 3 &&
      next === false &&
      lexicon.organisations.has(folded[head]!)
    )
      return end
    else return end
    head = end - 1
  }
  return end
}

/** Words that a hyphen joins to a name and that are no part of it; others are syllables: "Ing-wen". */
const JOINED = new Set([
  'led',
  'based',
  'born',
  'held',
  'run',
  'wide',
  'era',
  'made',
  'like',
  'style',
  'area',
  'day',
  'year',
  'old',
  'long',
  'class',
  'type',
  'built',
  'owned',
  'rule',
  'bound',
  'only',
  'born',
])

const takesOf = (lexicon: NameWords, head: string): boolean =>
  lexicon.organisationOf.has(head) || lexicon.placeOf.has(head) || lexicon.things.has(head) || lexicon.organisations.has(head)

/** "Ministry of Trade and Industry": "and" belongs to the name after "of" and a short stretch. */
function ofBefore(folded: readonly string[], first: number, end: number): boolean {
  for (let i = Math.max(first, end - 4); i < end; i++)
    if (
      folded[i] === 'of' &&
      (folded[i - 1] === 'ministry' || folded[i - 1] === 'department' || folded[i - 1] === 'minister' || folded[i - 1] === 'secretary')
    )
      return true
  return false
}
