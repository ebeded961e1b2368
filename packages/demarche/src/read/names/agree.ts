import { uposAt, type Name } from '../../doc/index.js'
import type { WorldPlace } from '../../world/index.js'
import type { NameWords } from './lexicon.js'
import type { Reader } from './reader.js'
import { Shape, type Words } from './words.js'

/**
 * Agreement within the document: a single word that is the last of a person's full name elsewhere is that person ("Jones", though a town bears it; "Jordan" after "Vernon
 * Jordan"), unless a preposition of place stands before it; a small place that no word around calls one is nobody's name.
 */
export function agree(names: readonly Name[], reader: Reader): Name[] {
  const { words, lexicon, world } = reader
  const surnames = new Map<string, number>()
  const places = new Set<string>()
  const abroad = foreign(names, world)
  for (const { type, key, tokens } of names) {
    if (type === 'person' && tokens.end - tokens.first > 1) {
      const surname = key.slice(key.lastIndexOf(' ') + 1)
      if (!surnames.has(surname)) surnames.set(surname, / of /.test(key) ? Infinity : tokens.first)
    } else if ((type === 'place' || type === 'state') && located(words, lexicon, tokens.first, tokens.end)) places.add(key)
  }
  const agreed = names.map((name): Name => {
    const { first, end } = name.tokens
    if (end - first > 1) return name
    if (name.type === 'state' && (surnames.get(name.key) ?? Infinity) < first && !places.has(name.key))
      return { ...name, type: 'person', candidates: [], why: PART }
    if (name.type !== 'place' && name.type !== 'other') return name
    if (surnames.has(name.key) && !(places.has(name.key) && located(words, lexicon, first, end)))
      return { ...name, type: 'person', why: PART }
    if (
      words.length > 4 &&
      name.type === 'place' &&
      name.candidates.length === 0 &&
      !places.has(name.key) &&
      !lexicon.isProvince(words.form[first]!) &&
      isSmall(world.placesNamed(name.key)[0]) &&
      !world.placesNamed(name.key).some(({ country, population }) => population >= TOWN && abroad.has(country ?? ''))
    ) {
      return { ...name, type: 'other', why: 'bears the name of a small place, and nothing says that it is one' }
    }
    return name
  })
  return surnames.size === 0 ? agreed : [...agreed, ...alone(agreed, surnames, reader)].sort((a, b) => a.tokens.first - b.tokens.first)
}

/** Countries that the text names and whose towns bear no English names: Gori beside Georgia is one of them, Carlisle beside Britain may be anybody. */
function foreign(names: readonly Name[], world: Reader['world']): ReadonlySet<string> {
  const named = names.flatMap(({ type, candidates }) =>
    (type === 'state' || type === 'nationality') && candidates[0] !== undefined ? [world.actor(candidates[0])?.country ?? ''] : [],
  )
  return new Set(named.filter((it) => !ENGLISH.has(it)))
}
const ENGLISH: ReadonlySet<string> = new Set(['', 'USA', 'GBR', 'CAN', 'AUS', 'NZL', 'IRL', 'ZAF', 'JAM', 'BHS'])
/** Inhabitants from which on a place of a country that the text names is one without another word for it. */
const TOWN = 10_000

const PART = 'a part of a full name in this text'

/** Surnames of the text that the tagger took for common words at the head of a sentence: "Haniyeh then flew", "May said". */
function alone(names: readonly Name[], surnames: ReadonlyMap<string, number>, { words, lexicon, doc, world }: Reader): Name[] {
  const taken = new Uint8Array(words.length)
  for (const { tokens } of names) taken.fill(1, tokens.first, tokens.end)
  const found: Name[] = []
  for (let i = 1; i < words.length; i++) {
    const key = words.folded[i]!
    if (taken[i] === 1 || words.shape[i] !== Shape.Title || words.large[i] === 1 || words.timed[i] === 1) continue
    if ((surnames.get(key) ?? Infinity) >= i || lexicon.plain.has(key)) continue
    const said = lexicon.speech.has(words.folded[i + 1] ?? '')
    if (!said && (lexicon.calendar.has(key) || world.role(key) || CLOSED.has(uposAt(doc.tags, i)))) continue
    const span = { from: doc.tokens.start[i]!, to: doc.tokens.end[i]! }
    found.push({ span, kind: 'name', type: 'person', tokens: { first: i, end: i + 1 }, head: i, key, candidates: [], why: PART })
  }
  return found
}

export const CLOSED: ReadonlySet<string> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'NUM', 'PART', 'PRON', 'SCONJ'])

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

/** No place that news name without a word for it: neither large nor in the tables of towns of the news. */
export const isSmall = (place: WorldPlace | undefined): boolean =>
  place === undefined || (place.population < LARGE && !place.id.startsWith('place:'))

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
