import type { NameType } from '../../doc/index.js'
import type { World } from '../../world/index.js'
import type { NameWords } from './lexicon.js'
import { Shape, type Words } from './words.js'

/** The type of an unknown name, its sector where its words give one, and why. */
export interface Typed {
  readonly type: NameType
  readonly sector?: string
  readonly why: string
}

const JUNIOR = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** Tells from its own words and its neighbours what the name of the tokens `first` to `end` is. */
export function typeOf(words: Words, lexicon: NameWords, world: World, first: number, end: number, key: string, titled: boolean): Typed {
  const { folded, form, shape } = words
  const last = JUNIOR.has(folded[end - 1]!) && end - first > 1 ? folded[end - 2]! : folded[end - 1]!
  const own = ownWords(words, lexicon, first, end, last)
  if (own) return own
  if (titled) return { type: 'person', why: 'a title stands before it' }
  const size = end - first
  const before = first > 0 ? folded[first - 1]! : ''
  const after = end < words.length ? folded[end]! : ''
  const given = lexicon.given.has(folded[first]!)
  const places = world.placesNamed(key)
  const located = lexicon.locative.has(before) || (before === 'the' && first > 1 && lexicon.locative.has(folded[first - 2]!))
  if (size > 1 && (given || (folded[first]!.length === 1 && shape[first] !== Shape.Lower) || /^\p{Lu}\.$/u.test(form[first + 1]!))) {
    if (!(places.length > 0 && (located || places[0]!.population > 50_000))) return { type: 'person', why: 'begins with a given name' }
  }
  if (!located && officeFollows(words, world, end)) return { type: 'person', why: 'an office in apposition follows' }
  if (places.length > 0) {
    if (size === 1 && given && !located && lexicon.speech.has(after)) return { type: 'person', why: 'a given name that speaks' }
    if (size === 1 && (lexicon.speech.has(after) || lexicon.acts.has(after)) && !located && places[0]!.population < 300_000)
      return { type: 'person', why: 'the subject of a verb of speech, or of what only persons do' }
    return { type: 'place', why: 'a place of the gazetteer' }
  }
  if (lexicon.speech.has(after) || (lexicon.speech.has(before) && size > 1))
    return { type: 'person', why: 'the subject of a verb of speech' }
  if (size === 1 && shape[first] === Shape.Capitals && form[first]!.length <= 7) return { type: 'organisation', why: 'an acronym' }
  if (after === ',' && /^\d\d$/.test(form[end + 1] ?? '') && size > 1) return { type: 'person', why: 'an age follows' }
  if (lexicon.persons.has(before) || lexicon.kin.has(before)) return { type: 'person', why: 'a noun for a person stands before it' }
  if (located && before !== 'from' && before !== 'to') return { type: 'place', why: 'a preposition of place stands before it' }
  if (
    size === 2 &&
    shape[first] === Shape.Title &&
    shape[first + 1] === Shape.Title &&
    world.placesNamed(folded[first]!).length > 0 &&
    !lexicon.placeLast.has(last)
  )
    return { type: 'person', why: 'a place name used as a given name' }
  if (size === 1 && given) return { type: 'person', why: 'a given name' }
  return { type: 'other', why: 'nothing tells' }
}

/** What the words of the name itself say: "Ministry", "County", "War". */
function ownWords({ folded }: Words, lexicon: NameWords, first: number, end: number, last: string): Typed | undefined {
  const size = end - first
  for (let i = first; i + 1 < end; i++) {
    if (folded[i + 1] !== 'of') continue
    const head = folded[i]!
    if (lexicon.things.has(head)) return { type: 'other', why: `“${head}” names a thing` }
    if (lexicon.placeOf.has(head) && !lexicon.organisations.has(head)) return { type: 'place', why: `“${head} of” names a place` }
    if (lexicon.organisationOf.has(head) || lexicon.organisations.has(head)) return organisation(lexicon, head)
  }
  if (size > 1 && lexicon.things.has(last)) return { type: 'other', why: `“${last}” names a thing` }
  if (size > 1 && lexicon.placeLast.has(last)) return { type: 'place', why: `“${last}” names a place` }
  if (size > 1 && lexicon.organisations.has(last)) return organisation(lexicon, last)
  if (size > 1 && (folded[first] === 'mount' || folded[first] === 'lake' || folded[first] === 'fort' || folded[first] === 'camp'))
    return { type: 'place', why: `“${folded[first]}” names a place` }
  for (let i = first; i < end - 1; i++)
    if (folded[i] === 'for' || folded[i] === '&' || (lexicon.organisations.has(folded[i]!) && size > 2 && i > first))
      return organisation(lexicon, folded[i]!)
  return undefined
}

function organisation(lexicon: NameWords, word: string): Typed {
  const sector = lexicon.organisations.get(word)
  return { type: 'organisation', why: `“${word}” names an organisation`, ...(sector !== undefined && sector !== '' && { sector }) }
}

/** Most words between the commas of an apposition. */
const APPOSITION = 6

/** ", the former Colombian president,": an office between commas right after the name. */
function officeFollows({ folded, form, length }: Words, world: World, end: number): boolean {
  if (form[end] !== ',') return false
  for (let i = end + 1; i < length && i <= end + APPOSITION + 1; i++)
    if (form[i] === ',') return i > end + 2 && world.office(folded[i - 1]!) !== undefined && ARTICLES.has(folded[end + 1]!)
  return false
}
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'former'])
