import type { Name } from '../../doc/index.js'
import type { World } from '../../world/index.js'
import type { NameWords } from './lexicon.js'
import type { Words } from './words.js'

/**
 * Agreement within the document: a single word that is part of a person's full name elsewhere is that person ("Jones", though a town bears it), unless a preposition
 * of place stands before it; a small place that no word around calls one is nobody's name.
 */
export function agree(names: readonly Name[], words: Words, lexicon: NameWords, world: World): Name[] {
  const surnames = new Set<string>()
  const places = new Set<string>()
  for (const { type, key, tokens } of names) {
    if (type === 'person' && tokens.end - tokens.first > 1) surnames.add(key.slice(key.lastIndexOf(' ') + 1))
    else if (type === 'place' && located(words, lexicon, tokens.first, tokens.end)) places.add(key)
  }
  return names.map((name) => {
    const { first, end } = name.tokens
    if (end - first > 1 || (name.type !== 'place' && name.type !== 'other')) return name
    if (surnames.has(name.key) && !(places.has(name.key) && located(words, lexicon, first, end)))
      return { ...name, type: 'person', why: 'a part of a full name in this text' }
    if (
      words.length > 4 &&
      name.type === 'place' &&
      name.candidates.length === 0 &&
      !places.has(name.key) &&
      !lexicon.isProvince(words.form[first]!) &&
      (world.placesNamed(name.key)[0]?.population ?? 0) < LARGE
    ) {
      return { ...name, type: 'other', why: 'bears the name of a small place, and nothing says that it is one' }
    }
    return name
  })
}

/** True where a province stands at token `i`; an abbreviation may have lost its full stop to a token of its own. */
function province(form: readonly string[], lexicon: NameWords, i: number): boolean {
  const [a = '', b = ''] = [form[i], form[i + 1]]
  return lexicon.isProvince(a) || lexicon.isProvince(`${a}.`) || lexicon.isProvince(`${a} ${b}`)
}

/** What follows the name of a place: "Gainesville residents". */
const LOCAL = new Set([
  'residents',
  'resident',
  'police',
  'council',
  'city',
  'mayor',
  'area',
  'man',
  'woman',
  'native',
  'school',
  'schools',
  'high',
  'county',
  'officials',
  'firefighters',
  'resident',
  'airport',
  'school',
  'downtown',
])

/** Inhabitants from which on a place is one without a word that says so. */
const LARGE = 60_000

/** "in Gainesville", "Gainesville, Ga." */
export function located({ folded, form }: Words, lexicon: NameWords, first: number, end: number): boolean {
  const before = first > 0 ? folded[first - 1]! : ''
  return (
    (lexicon.locative.has(before) && before !== 'to' && before !== 'from') ||
    (form[end] === ',' && province(form, lexicon, end + 1)) ||
    LOCAL.has(folded[end] ?? '')
  )
}
