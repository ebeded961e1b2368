/** The words of `lexicon/names.yml` and `lexicon/given-names.txt`, compiled. All folded. */
export interface NamesLexicon {
  readonly titles: readonly string[]
  /** Sector → last words of names of organisations; `OTHER` has none, `of` stands before "of". */
  readonly organisations: Readonly<Record<string, readonly string[]>>
  readonly places: Readonly<Record<'last' | 'first' | 'streets' | 'of', readonly string[]>>
  readonly things: readonly string[]
  readonly locative: readonly string[]
  readonly speech: readonly string[]
  readonly acts: readonly string[]
  readonly reigns: readonly string[]
  readonly ladies: readonly string[]
  readonly kin: readonly string[]
  readonly calendar: readonly string[]
  readonly plain: readonly string[]
  readonly particles: readonly string[]
  readonly persons: readonly string[]
  readonly given: readonly string[]
  readonly feminine: readonly string[]
  /** Provinces and regions with their abbreviations, as they are written. */
  readonly toponyms: readonly string[]
}

/** The lexicon as sets, made once a process. */
export class NameWords {
  readonly titles: ReadonlySet<string>
  /** Last word of an organisation → sector, '' where it says none. */
  readonly organisations: ReadonlyMap<string, string>
  readonly organisationOf: ReadonlySet<string>
  readonly placeLast: ReadonlySet<string>
  readonly placeFirst: ReadonlySet<string>
  readonly placeOf: ReadonlySet<string>
  readonly streets: ReadonlySet<string>
  readonly things: ReadonlySet<string>
  readonly locative: ReadonlySet<string>
  readonly speech: ReadonlySet<string>
  /** Verbs of what a person does and a town does not. */
  readonly acts: ReadonlySet<string>
  /** What is called after whoever leads it. */
  readonly reigns: ReadonlySet<string>
  /** Titles of women before a name. */
  readonly ladies: ReadonlySet<string>
  readonly kin: ReadonlySet<string>
  readonly calendar: ReadonlySet<string>
  readonly plain: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
  readonly given: ReadonlySet<string>
  /** Given names that women bear and hardly any man. */
  readonly feminine: ReadonlySet<string>
  readonly #toponyms: ReadonlySet<string>
  readonly #toponymWords: ReadonlyMap<string, number>

  constructor(it: NamesLexicon) {
    this.titles = new Set(it.titles)
    const organisations = new Map<string, string>()
    for (const [sector, words] of Object.entries(it.organisations)) {
      if (sector !== 'of') for (const word of words) if (!organisations.has(word)) organisations.set(word, sector === 'OTHER' ? '' : sector)
    }
    this.organisations = organisations
    this.organisationOf = new Set(it.organisations['of'] ?? [])
    this.placeLast = new Set(it.places.last)
    this.placeFirst = new Set(it.places.first)
    this.placeOf = new Set(it.places.of)
    this.streets = new Set(it.places.streets)
    this.things = new Set(it.things)
    this.locative = new Set(it.locative)
    this.speech = new Set(it.speech)
    this.acts = new Set(it.acts)
    this.reigns = new Set(it.reigns)
    this.ladies = new Set(it.ladies)
    this.kin = new Set(it.kin)
    this.calendar = new Set(it.calendar)
    this.plain = new Set(it.plain)
    this.particles = new Set(it.particles)
    this.persons = new Set(it.persons)
    this.given = new Set(it.given)
    this.feminine = new Set(it.feminine)
    this.#toponyms = new Set(it.toponyms.flatMap((name) => [name, name.toUpperCase()]))
    this.#toponymWords = new Map(
      it.toponyms.flatMap((name) => [[name.split(/[ .'’]/)[0]!, 4] as const, [name.toUpperCase().split(/[ .'’]/)[0]!, 4] as const]),
    )
  }

  /** How many tokens a province may have that begins so; 0: none does. */
  province = (first: string): number => this.#toponymWords.get(first.split('.')[0]!) ?? 0
  isProvince = (written: string): boolean => this.#toponyms.has(written)
}
