import { stage, uposAt, type Doc, type Name, type NameType, type Stage } from '../../doc/index.js'
import { fold, type World } from '../../world/index.js'
import { meaningOf } from './choose.js'
import { agree, located } from './agree.js'
import { matchAt, provinceAt, type Match } from './dictionary.js'
import { NameWords, type NamesLexicon } from './lexicon.js'
import { rolesOf } from './roles.js'
import { runEnd } from './runs.js'
import { typeOf } from './typing.js'
import { Shape, wordsOf, type Words } from './words.js'

type Input = Doc<'tokens' | 'sentences' | 'tags'>

/** Finds names, offices, nationalities and groups, each with what it may mean on the document's day; nothing is bound yet. */
export function createNames(world: World, lexicon: NamesLexicon): Stage {
  const known = new NameWords(lexicon)
  return stage({
    name: 'names',
    needs: ['tokens', 'sentences', 'tags'],
    gives: ['names'],
    run: (doc: Input) => ({ names: new Finder(doc, world, known).run() }),
  })
}

/** What a title alone says of its bearer. */
const TITLES: Readonly<Record<string, string | undefined>> = {
  sen: 'LEG',
  senator: 'LEG',
  rep: 'LEG',
  representative: 'LEG',
  congressman: 'LEG',
  congresswoman: 'LEG',
  gen: 'MIL',
  general: 'MIL',
  col: 'MIL',
  colonel: 'MIL',
  maj: 'MIL',
  major: 'MIL',
  lt: 'MIL',
  lieutenant: 'MIL',
  capt: 'MIL',
  captain: 'MIL',
  sgt: 'MIL',
  sergeant: 'MIL',
  adm: 'MIL',
  admiral: 'MIL',
  brig: 'MIL',
  brigadier: 'MIL',
  marshal: 'MIL',
  judge: 'JUD',
  justice: 'JUD',
  prosecutor: 'JUD',
  rev: 'REL',
  reverend: 'REL',
  bishop: 'REL',
  archbishop: 'REL',
  imam: 'REL',
  cardinal: 'REL',
  rabbi: 'REL',
  pastor: 'REL',
  ayatollah: 'REL',
  mullah: 'REL',
  patriarch: 'REL',
  prof: 'EDU',
  professor: 'EDU',
  sheriff: 'COP',
  detective: 'COP',
  constable: 'COP',
  inspector: 'COP',
  gov: 'GOV',
  governor: 'GOV',
  mayor: 'GOV',
  minister: 'GOV',
  ambassador: 'GOV',
  secretary: 'GOV',
}

/** A surname alone, which many bear. */
const bare = ({ entries }: Match): boolean => entries.every((entry) => entry.kind === 'surname')

class Finder {
  readonly #words: Words
  readonly #day: string
  readonly #found: Name[] = []
  /** The sector of the title last read. */
  #title: string | undefined
  constructor(
    readonly doc: Input,
    readonly world: World,
    readonly lexicon: NameWords,
  ) {
    this.#words = wordsOf(doc, lexicon)
    this.#day = doc.article.published?.day ?? world.until
  }

  run(): Name[] {
    const { namey, length, shape } = this.#words
    for (let i = 0; i < length;) {
      const province = shape[i] === Shape.Lower || shape[i] === Shape.Other ? 0 : this.#province(i)
      if (province > 0) {
        this.#add(i, province, fold(this.#slice(i, province)), 'place', [], 'a province of the lexicon')
        i = province
      } else if (namey[i] === 1) {
        const far = this.#match(i, length)
        const run = runEnd(this.#words, this.doc.tokens, this.lexicon, i)
        if (far && far.end > run) this.#take(far)
        else this.#run(i, run)
        i = Math.max(run, far?.end ?? 0)
      } else if (shape[i] === Shape.Title || shape[i] === Shape.Capitals) {
        const match = this.#match(i, length)
        if (!match && this.#isCity(i)) this.#add(i, i + 1, this.#words.folded[i]!, 'place', [], 'a large city of the gazetteer')
        else if (match && !bare(match) && !this.lexicon.plain.has(match.key)) this.#take(match)
        i = match?.end ?? i + 1
      } else i++
    }
    const found = agree(this.#found, this.#words, this.lexicon, this.world)
    const nameAt = new Int32Array(length).fill(-1)
    for (const [number, { tokens }] of found.entries()) nameAt.fill(number, tokens.first, tokens.end)
    const roles = rolesOf({ doc: this.doc, words: this.#words, world: this.world, nameAt, names: found })
    return [...found, ...roles]
  }

  /** A capitalised word that the tagger takes for none of a name, yet a large city bears it: "Shanghai police" at the head of a sentence. */
  #isCity(i: number): boolean {
    const { folded, form } = this.#words
    const tag = uposAt(this.doc.tags, i)
    if (
      form[i]!.length < 4 ||
      (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'X' && tag !== 'VERB') ||
      this.world.role(folded[i]!) ||
      this.lexicon.given.has(folded[i]!)
    )
      return false
    return (
      (this.world.placesNamed(folded[i]!)[0]?.population ?? 0) > 200_000 ||
      (this.#words.length < 5 && this.world.placesNamed(folded[i]!).length > 0)
    )
  }

  #slice = (first: number, end: number): string => this.doc.text.slice(this.doc.tokens.start[first], this.doc.tokens.end[end - 1])

  /** A province, unless the run that it begins is a longer name of the tables or of an organisation: "Texas Rangers". */
  #province(i: number): number {
    const end = provinceAt(this.doc.text, this.doc.tokens, this.#words, this.lexicon, i)
    if (end === 0) return 0
    const match = this.#match(i, this.#words.length)
    if (match && match.end >= end) return 0
    const run = this.#words.namey[i] === 1 ? runEnd(this.#words, this.doc.tokens, this.lexicon, i) : end
    const { folded } = this.#words
    if (
      run > end &&
      (this.lexicon.organisations.has(folded[end]!) ||
        this.lexicon.organisationOf.has(folded[end]!) ||
        this.lexicon.organisations.has(folded[run - 1]!))
    )
      return 0
    if (run > end && this.#words.namey[end] === 1 && this.#words.large[i] === 0 && !this.lexicon.titles.has(this.#words.folded[end]!))
      return 0
    return end
  }

  /** Cuts a run of capitalised words into names: those of the tables where they end, the unknown between them. */
  #run(first: number, end: number): void {
    const { folded } = this.#words
    let at = first
    let titled = false
    while (at < end) {
      const match = this.#match(at, end)
      const long = match && match.end - match.first > 1
      if (!long && this.lexicon.titles.has(folded[at]!) && at + 1 < end && folded[at + 1] !== 'of') {
        titled = true
        this.#title = TITLES[folded[at]!]
        at += folded[at + 1] === '.' || this.#words.form[at + 1] === '.' ? 2 : 1
        continue
      }
      const office = !long && !titled ? this.#officeEnd(at, end) : 0
      if (office > 0) {
        titled = true
        at = office
        continue
      }
      if (!match) {
        const stop = this.#unknownEnd(at, end)
        this.#unknown(at, stop, titled)
        at = stop
      } else if (this.#wider(match, end, titled)) {
        this.#unknown(at, end, titled)
        return
      } else {
        this.#take(match, titled)
        at = match.end
      }
      titled = false
      this.#title = undefined
    }
  }

  /** Where an office ends that stands before a name in the same run: "Foreign Minister Ararat Mirzoyan". 0: none does. */
  #officeEnd(at: number, end: number): number {
    for (let size = Math.min(3, end - at - 1); size > 0; size--) {
      if (
        this.#words.folded[at + size] !== 'of' &&
        this.#words.namey[at + size] === 1 &&
        this.world.office(fold(this.#slice(at, at + size)))
      )
        return at + size
    }
    return 0
  }

  /** True when the match is only the beginning of a longer unknown name: "Chicago Tribune", "Jordan Smith". */
  #wider({ first, end, entries }: Match, limit: number, titled: boolean): boolean {
    const { folded } = this.#words
    if (end >= limit) return false
    if (this.lexicon.titles.has(folded[end]!) && end + 1 <= limit && !this.lexicon.organisations.has(folded[limit - 1]!)) return false
    if (this.world.office(folded[end]!) || this.world.role(folded[end]!)) if (end + 1 === limit) return false
    const meaning = meaningOf(entries, this.world, this.#day)
    if (meaning.type === 'person' && this.#words.namey[end] === 1 && !this.lexicon.organisations.has(folded[limit - 1]!)) return true
    const next = this.#match(end, limit)
    if (next && !bare(next)) return false
    const last = folded[limit - 1]!
    const headed = this.lexicon.organisations.has(last) || this.lexicon.placeLast.has(last) || this.lexicon.things.has(last)
    if (headed || folded[end] === 'of') return true
    if (meaning.type === 'nationality') return false
    return (
      titled ||
      (end - first === 1 && this.lexicon.given.has(folded[first]!)) ||
      (meaning.type === 'place' && !this.lexicon.given.has(folded[end]!))
    )
  }

  /** Where an unknown name ends inside a run: before a name of several words that the tables know. */
  #unknownEnd(at: number, end: number): number {
    for (let i = at + 1; i < end; i++) {
      if (this.#words.namey[i] === 0) continue
      const match = this.#match(i, end)
      if (
        match &&
        match.end - match.first > 1 &&
        match.end === end &&
        this.#isNamed(match) &&
        !this.lexicon.given.has(this.#words.folded[at]!) &&
        this.#words.folded[i - 1] !== 'of'
      )
        return i
    }
    return end
  }

  /** A person or state: what follows an unknown name as a name of its own. A body is rather the end of a longer name: "Madras High Court". */
  #isNamed({ entries }: Match): boolean {
    const { type } = meaningOf(entries, this.world, this.#day)
    return type === 'person' || type === 'state'
  }

  #match(i: number, limit: number): Match | undefined {
    return matchAt(this.doc.text, this.doc.tokens, this.#words, this.world, i, limit)
  }

  #take(match: Match, titled = false): void {
    const { type, candidates, why } = meaningOf(match.entries, this.world, this.#day)
    if (
      bare(match) &&
      !titled &&
      located(this.#words, this.lexicon, match.first, match.end) &&
      this.world.placesNamed(match.key).length > 0
    )
      return this.#unknown(match.first, match.end, false)
    if (titled && match.end - match.first === 1 && type !== 'person') return this.#unknown(match.first, match.end, true)
    const first = this.#words.folded[match.first] === 'the' && match.end - match.first > 1 ? match.first + 1 : match.first
    this.#add(first, match.end, match.key, type, candidates, why)
  }

  #unknown(first: number, end: number, titled: boolean): void {
    const { tokens, text } = this.doc
    const { folded, form, namey, large } = this.#words
    while (end > first && namey[end - 1] === 0 && !/^[\d.]+$/.test(form[end - 1]!)) end--
    while (first < end && folded[first] === 'the') first++
    if (end <= first) return
    const key = fold(text.slice(tokens.start[first], tokens.end[end - 1]))
    if (
      key === '' ||
      (end - first === 1 &&
        (this.lexicon.plain.has(key) ||
          this.lexicon.calendar.has(key) ||
          this.lexicon.titles.has(key) ||
          this.lexicon.organisations.has(key) ||
          this.lexicon.placeLast.has(key) ||
          this.lexicon.things.has(key) ||
          this.world.role(key) ||
          this.world.office(key)))
    )
      return
    const typed = typeOf(this.#words, this.lexicon, this.world, first, end, key, titled)
    const { type, why } = typed
    const sector = typed.sector ?? (titled && type === 'person' ? this.#title : undefined)
    if (large[first] === 1 && type === 'other' && !titled) return
    this.#add(first, end, key, type, [], why, sector)
  }

  #add(first: number, end: number, key: string, type: NameType, candidates: readonly string[], why: string, sector?: string): void {
    const { start, end: ends } = this.doc.tokens
    this.#found.push({
      span: { from: start[first]!, to: ends[end - 1]! },
      kind: type === 'nationality' ? 'nationality' : 'name',
      type,
      tokens: { first, end },
      head: end - 1,
      key,
      candidates,
      why,
      ...(sector !== undefined && { sector }),
    })
  }
}
