import { uposAt, type Doc } from '../../doc/index.js'
import type { Day } from '../../time/index.js'
import { fold, type World } from '../../world/index.js'
import { meaningOf } from './choose.js'
import { matchAt, provinceAt, type Match } from './dictionary.js'
import type { NameWords } from './lexicon.js'
import { runEnd } from './runs.js'
import { wordsOf, type Words } from './words.js'

export type Input = Doc<'tokens' | 'sentences' | 'tags' | 'times'>

/** A surname alone, which many bear. */
export const bare = ({ entries }: Match): boolean => entries.every((entry) => entry.kind === 'surname')

/** Says of the words of one document what the tables and the lexicon know of them, and where the names end that begin at a token. */
export class Reader {
  readonly words: Words
  /** The document's day, else the last of the tables. */
  readonly day: Day
  constructor(
    readonly doc: Input,
    readonly world: World,
    readonly lexicon: NameWords,
  ) {
    this.words = wordsOf(doc, lexicon)
    this.day = doc.article.published?.day ?? world.until
  }

  match(i: number, limit: number): Match | undefined {
    return matchAt(this.doc.text, this.doc.tokens, this.words, this.world, i, limit)
  }

  slice = (first: number, end: number): string => this.doc.text.slice(this.doc.tokens.start[first], this.doc.tokens.end[end - 1])

  /** A capitalised word that the tagger takes for none of a name, yet a large city bears it: "Shanghai police" at the head of a sentence. */
  isCity(i: number): boolean {
    const { folded, form } = this.words
    const tag = uposAt(this.doc.tags, i)
    if (
      form[i]!.length < 4 ||
      (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'X' && tag !== 'VERB' && tag !== 'AUX') ||
      this.world.role(folded[i]!) ||
      this.lexicon.given.has(folded[i]!)
    )
      return false
    return (
      (this.world.placesNamed(folded[i]!)[0]?.population ?? 0) > 200_000 ||
      (this.words.length < 5 && this.world.placesNamed(folded[i]!).length > 0)
    )
  }

  /** A province, unless the run that it begins is a longer name of the tables or of an organisation: "Texas Rangers". */
  province(i: number): number {
    const end = provinceAt(this.doc.text, this.doc.tokens, this.words, this.lexicon, i)
    if (end === 0) return 0
    const match = this.match(i, this.words.length)
    if (match && match.end >= end) return 0
    const run = this.words.namey[i] === 1 ? runEnd(this.words, this.doc.tokens, this.lexicon, i) : end
    const { folded } = this.words
    if (
      run > end &&
      (this.lexicon.organisations.has(folded[end]!) ||
        this.lexicon.organisationOf.has(folded[end]!) ||
        this.lexicon.organisations.has(folded[run - 1]!))
    )
      return 0
    if (run > end && this.words.namey[end] === 1 && this.words.large[i] === 0 && !this.lexicon.titles.has(this.words.folded[end]!)) return 0
    return end
  }

  /** Where an office ends that stands before a name in the same run: "Foreign Minister Ararat Mirzoyan". 0: none does. */
  officeEnd(at: number, end: number): number {
    for (let size = Math.min(3, end - at - 1); size > 0; size--) {
      if (this.words.folded[at + size] !== 'of' && this.words.namey[at + size] === 1 && this.world.office(fold(this.slice(at, at + size))))
        return at + size
    }
    return 0
  }

  /** True when the match is only the beginning of a longer unknown name: "Chicago Tribune", "Jordan Smith". */
  wider({ first, end, entries }: Match, limit: number, titled: boolean): boolean {
    const { folded } = this.words
    if (end >= limit) return false
    if (this.lexicon.titles.has(folded[end]!) && end + 1 <= limit && !this.lexicon.organisations.has(folded[limit - 1]!)) return false
    if (this.world.office(folded[end]!) || this.world.role(folded[end]!)) if (end + 1 === limit) return false
    const meaning = meaningOf(entries, this.world, this.day)
    if (meaning.type === 'person' && this.words.namey[end] === 1 && !this.lexicon.organisations.has(folded[limit - 1]!)) return true
    const next = this.match(end, limit)
    if (next && !bare(next)) return false
    const last = folded[limit - 1]!
    const headed = this.lexicon.organisations.has(last) || this.lexicon.placeLast.has(last) || this.lexicon.things.has(last)
    if (headed || folded[end] === 'of') return true
    if (meaning.type === 'nationality') return false
    return (
      titled ||
      (end - first === 1 && this.lexicon.given.has(folded[first]!)) ||
      (meaning.type === 'place' && (!this.lexicon.given.has(folded[end]!) || this.#asGivenName(first, end, limit)))
    )
  }

  /** "Paris Hilton visited": no preposition stands before the place, and a verb after the one name that follows it. */
  #asGivenName(first: number, end: number, limit: number): boolean {
    const { folded } = this.words
    const before = first > 0 ? folded[first - 1]! : ''
    return end - first === 1 && limit === end + 1 && !this.lexicon.locative.has(before) && uposAt(this.doc.tags, limit) === 'VERB'
  }

  /** Where an unknown name ends inside a run: before a name of several words that the tables know. */
  unknownEnd(at: number, end: number): number {
    for (let i = at + 1; i < end; i++) {
      if (this.words.namey[i] === 0) continue
      const match = this.match(i, end)
      if (
        match &&
        match.end - match.first > 1 &&
        match.end === end &&
        this.#isNamed(match) &&
        !this.lexicon.given.has(this.words.folded[at]!) &&
        this.words.folded[i - 1] !== 'of'
      )
        return i
    }
    return end
  }

  /** A person or state: what follows an unknown name as a name of its own. A body is rather the end of a longer name: "Madras High Court". */
  #isNamed({ entries }: Match): boolean {
    const { type } = meaningOf(entries, this.world, this.day)
    return type === 'person' || type === 'state'
  }
}
