import { deprelAt, stage, uposId, type Doc, type Name, type Stage } from '../../doc/index.js'
import type { ActorRow, MentionRow, PlaceRow } from '../../spec/index.js'
import { contentId } from '../../text/index.js'
import { codeOf, fold, type World } from '../../world/index.js'

type Input = Doc<'tokens' | 'sentences' | 'tags' | 'tree' | 'names' | 'speech' | 'places'>
const PRON = uposId.get('PRON')!
const GENDERED = /^(?:he|him|his|himself|she|her|hers|herself)$/
const PLURAL = /^(?:they|them|their|theirs|themselves)$/
const THING = /^(?:it|its|itself)$/
const FIRST = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/

/** Binds every mention to an actor of the document's day: short names to full ones, offices to their holders, pronouns to what they stand for. */
export function createReferences(world: World): Stage {
  return stage({
    name: 'references',
    needs: ['tokens', 'sentences', 'tags', 'tree', 'names', 'speech', 'places'],
    gives: ['mentions', 'actors'],
    run: (doc: Input) => new Binder(doc, world).run(),
  })
}

/** Why each mention of a document was bound to its actor, in the order of `mentions`. */
export const explainReferences = (doc: Input, world: World): readonly string[] => {
  const binder = new Binder(doc, world)
  binder.run()
  return binder.why
}

/** Nouns by which a text calls again a body that it has named in full. */
const BODIES: ReadonlySet<string> = new Set([
  'republic',
  'kingdom',
  'emirate',
  'federation',
  'union',
  'organisation',
  'organization',
  'alliance',
  'league',
  'ministry',
  'department',
  'agency',
  'commission',
  'committee',
  'council',
  'court',
  'tribunal',
  'party',
  'front',
  'brigade',
  'movement',
  'army',
  'company',
  'corporation',
  'bank',
  'university',
  'institute',
  'foundation',
  'association',
  'assembly',
  'parliament',
  'senate',
  'congress',
  'authority',
  'bureau',
  'fund',
  'forum',
  'community',
  'office',
  'coalition',
])

/** Words after which a capital is the city. */
const SITE =
  /^(?:in|at|near|outside|across|around|inside|through|throughout|central|downtown|northern|southern|eastern|western|leaving|left|reached|visited|over)$/

/** Which names are mentions: a title before a person is none ("Colonel", "Dr"), nor a word of no meaning that an office holds. */
function shown(names: readonly Name[], length: number): boolean[] {
  const held = new Uint8Array(length)
  for (const { type, tokens } of names) if (type === 'office' || type === 'group') held.fill(1, tokens.first, tokens.end)
  return names.map((name) => {
    if (name.type === 'other') return held[name.head] === 0
    return !(
      name.type === 'office' &&
      name.person !== undefined &&
      name.of === undefined &&
      name.sector !== 'GOV' &&
      name.tokens.end - name.tokens.first < 3
    )
  })
}

/** Groups that are no bodies: who is of them acts for himself. */
const PEOPLE: ReadonlySet<string> = new Set(['people', 'faith', 'region'])

class Binder {
  readonly why: string[] = []
  readonly #actors = new Map<string, ActorRow>()
  readonly #persons: { readonly parts: readonly string[]; readonly id: string }[] = []
  readonly #bound: (string | undefined)[] = []
  readonly #day: string
  readonly #places: ReadonlyMap<number, PlaceRow>
  constructor(
    readonly doc: Input,
    readonly world: World,
  ) {
    this.#day = doc.article.published?.day ?? world.until
    this.#places = new Map(doc.places.map((it) => [it.span.from, it]))
  }

  run(): { mentions: readonly MentionRow[]; actors: readonly ActorRow[] } {
    const { names } = this.doc
    // Full names first, so that a short form in the headline finds the full one below.
    for (const name of names)
      if (name.type === 'person' && (name.tokens.end - name.tokens.first > 1 || name.candidates.length > 0)) this.#person(name)
    for (const [i, name] of names.entries()) this.#bound[i] = this.#bind(name)
    for (const [i, name] of names.entries())
      if (name.type === 'office' || name.type === 'group') this.#bound[i] = this.#recalled(i, name) ?? this.#role(name)
    const kept = shown(names, this.doc.tokens.length)
    const rows: { row: MentionRow; why: string; name?: Name }[] = names.flatMap((name, i) =>
      kept[i] !== true
        ? []
        : [
            {
              row: { span: name.span, kind: name.kind, ...(this.#bound[i] !== undefined && { actor: this.#bound[i]! }) },
              why: name.why,
              name,
            },
          ],
    )
    for (const row of this.#pronouns()) rows.push(row)
    rows.sort((a, b) => a.row.span.from - b.row.span.from || b.row.span.to - a.row.span.to)
    for (const { why } of rows) this.why.push(why)
    const used = new Set(rows.map(({ row }) => row.actor))
    return { mentions: rows.map(({ row }) => row), actors: [...this.#actors.values()].filter(({ id }) => used.has(id)) }
  }

  #known(id: string): string {
    const it = this.world.actor(id)
    if (!it) return id
    if (!this.#actors.has(id)) {
      const { sector, country, tenure } = this.world.standing(id, this.doc.article.published?.day)
      this.#actors.set(id, {
        id,
        name: it.name,
        kind: it.kind,
        ...(country !== undefined && { country }),
        ...(sector !== undefined && { sector }),
        ...(tenure && { office: tenure.title ?? tenure.office }),
        ...(it.wikidata !== undefined && { wikidata: it.wikidata }),
      })
    }
    return id
  }

  #own(row: Omit<ActorRow, 'id'>): string {
    const id = contentId(row.kind, fold(row.name), row.country, row.kind === 'group' || row.kind === 'office' ? row.sector : undefined)
    const known = this.#actors.get(id)
    this.#actors.set(id, { ...row, ...known, id })
    return id
  }

  /** A person by full name, or by a part of one that was met; a surname of the tables only when no full name of the text has it. */
  #person(name: Name): string {
    const parts = name.key.split(' ')
    const surname = parts.at(-1)!
    const earlier = this.#persons.find(
      (it) => parts.every((part) => it.parts.includes(part)) || (parts.length > 1 && it.parts.length === 1 && it.parts[0] === surname),
    )
    if (earlier && parts.length <= earlier.parts.length) return earlier.id
    const id =
      name.candidates[0] !== undefined
        ? this.#known(name.candidates[0])
        : this.#own({ name: this.#text(name), kind: 'person', sector: name.sector ?? 'CVL' })
    this.#persons.push({ parts, id })
    return id
  }

  /** "the republic" after "the Nagorno-Karabakh Republic": the last body before it whose own name holds the noun. Only of what has no owner of its own. */
  #recalled(i: number, name: Name): string | undefined {
    const { tags, tokens, text } = this.doc
    const noun = tags.lemma[name.head]!.toLowerCase()
    if (!BODIES.has(noun) || name.of !== undefined) return undefined
    // "the de facto republic": the article may stand a few words before the name that was found.
    const start = Math.max(name.tokens.first - 4, 0)
    const words = text.slice(tokens.start[start]!, tokens.end[name.head]!).toLowerCase()
    if (!/(?:^|[^\p{L}])(?:the|this|that)\s+(?:[\p{L}-]+\s+){0,3}[\p{L}-]+$/u.test(words)) return undefined
    for (let j = i - 1; j >= 0 && j > i - 40; j--) {
      const other = this.doc.names[j]!
      if (this.#bound[j] === undefined || other.type === 'place' || other.type === 'person') continue
      if (new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, 'iu').test(this.#text(other)) && /\p{Lu}/u.test(this.#text(other)))
        return this.#bound[j]
    }
    return undefined
  }

  #text = ({ span }: Name): string => this.doc.text.slice(span.from, span.to)

  #bind(name: Name): string | undefined {
    if (name.type === 'person') return this.#person(name)
    if (name.type === 'office' || name.type === 'group') return undefined
    if (name.type === 'organisation' || name.type === 'nationality' || name.type === 'state') {
      const owner = name.type === 'organisation' ? this.#ownerOf(name) : undefined
      const known = name.candidates.find((id) => owner === undefined || (this.world.actor(id)?.country ?? owner) === owner)
      if (known !== undefined) return this.#known(known)
      if (owner !== undefined) {
        const sector = name.sector ?? this.world.actor(name.candidates[0] ?? '')?.sector
        return this.#own({
          name: this.#text(name),
          kind: 'organisation',
          country: owner,
          ...(sector !== undefined && { sector: /ministry|department/.test(name.key) ? 'GOV' : sector }),
        })
      }
    }
    if (name.type === 'place' && name.candidates[0] !== undefined && !this.#isSite(name)) return this.#known(name.candidates[0])
    const short = this.#persons.find((it) => it.parts.length > 1 && it.parts.at(-1) === name.key)
    if (short && name.type !== 'organisation') return short.id
    if (name.type === 'organisation')
      return this.#own({
        name: this.#text(name),
        kind: 'organisation',
        ...(name.sector !== undefined && { sector: name.sector }),
        ...this.#countryIn(name),
      })
    if (name.type === 'place') {
      const place = this.#places.get(name.span.from)
      return this.#own({
        name: place?.name ?? this.#text(name),
        kind: 'place',
        sector: 'CVL',
        ...(place?.country !== undefined && { country: place.country }),
      })
    }
    return undefined
  }

  /** The country whose the organisation is: "Chile's Defense Ministry", "the Saudi National Guard". */
  #ownerOf({ tokens }: Name): string | undefined {
    const { names, text } = this.doc
    const from = this.doc.tokens.start[tokens.first]!
    const before = names.find((it) => (it.type === 'nationality' || it.type === 'state') && it.span.to <= from && it.span.to >= from - 4)
    if (!before || !/^(?:['’]s?)? ?$/.test(text.slice(before.span.to, from))) return undefined
    return codeOf(this.world.actor(before.candidates[0] ?? ''))
  }

  /** True where a capital is the city, not its government: after a preposition of place, before its province or country, in a dateline. */
  #isSite({ tokens: { first, end }, span, candidates }: Name): boolean {
    const { text, tokens } = this.doc
    const before =
      first > 0 && tokens.sentence[first - 1] === tokens.sentence[first]
        ? text.slice(tokens.start[first - 1], tokens.end[first - 1]).toLowerCase()
        : ''
    if (SITE.test(before)) return true
    const place = this.#places.get(span.from)
    if (place?.country !== undefined && place.country !== this.world.actor(candidates[0] ?? '')?.country) return true
    const rest = text.slice(span.to, span.to + 16)
    return (
      /^,\s+\p{Lu}/u.test(rest) ||
      (tokens.sentence[first] === 0 && /^ ?(?:\(|[-–—] )/.test(rest)) ||
      (end < tokens.length && /^ (?:airport|residents?|street|suburb|neighbou?rhood|hospital|hotel)/.test(rest))
    )
  }

  /** The country that an organisation's own name holds: "Chilean Football Federation", "Bank of Ghana". */
  #countryIn(name: Name): { country?: string } {
    const place = this.#places.get(name.span.from)
    if (place?.country !== undefined && place.kind !== 'nationality') return { country: place.country }
    const parts = name.key.split(' ')
    for (let i = 0; i < parts.length; i++) {
      for (let end = Math.min(parts.length, i + 3); end > i; end--) {
        const key = parts.slice(i, end).join(' ')
        const state = this.world.byName(key).find((it) => this.world.actor(it.actor)?.kind === 'state' && it.kind !== 'acronym')
        if (state) return { country: codeOf(this.world.actor(state.actor))! }
        const city = parts.length > 1 ? this.world.placesNamed(key)[0] : undefined
        if (city && city.population > 100_000 && city.country !== undefined) return { country: city.country }
      }
    }
    return {}
  }

  #role(name: Name): string | undefined {
    const country = this.#countryOf(name)
    const person = name.person === undefined ? undefined : this.#bound[name.person]
    if (person !== undefined) {
      this.#teach(person, name, country.code)
      return person
    }
    if (name.type === 'office' && name.former !== true && !name.office?.startsWith('deputy ')) {
      const of = country.org ?? country.code
      const holder = of === undefined ? undefined : this.world.holder(of, name.office === 'leader' ? 'leader' : name.key, this.#day)
      if (holder) return this.#known(holder.person)
    }
    const org = country.org === undefined ? undefined : this.#actors.get(country.org)
    const sector = name.former === true ? 'ELI' : org?.sector !== undefined && name.sector !== 'LEG' ? org.sector : name.sector
    return this.#own({
      name: this.#text(name),
      kind: name.type === 'office' ? 'office' : 'group',
      ...(country.code !== undefined && { country: country.code }),
      ...(sector !== undefined && { sector }),
      ...(name.type === 'office' && name.office !== undefined && { office: name.office }),
    })
  }

  #countryOf({ of }: Name): { code?: string; org?: string } {
    if (of === undefined) return {}
    const id = of.startsWith('name:') ? this.#bound[Number(of.slice(5))] : of
    if (id === undefined) return {}
    const state = this.world.country(id)
    if (state && !id.includes(':')) return { code: id }
    if (this.world.actor(id)) this.#known(id)
    const row = this.#actors.get(id)
    const code = codeOf(row)
    return {
      ...(code !== undefined && { code }),
      ...((row?.kind === 'organisation' || (row?.kind === 'group' && !PEOPLE.has(this.world.actor(id)?.sort ?? ''))) && { org: id }),
    }
  }

  /** What an apposition says of a person whom the tables do not know. */
  #teach(id: string, name: Name, country: string | undefined): void {
    const row = this.#actors.get(id)
    if (!row) return
    if (this.world.actor(id)) return this.#stated(row, name)
    const sector = name.former === true ? 'ELI' : name.sector
    this.#actors.set(id, {
      ...row,
      ...(country !== undefined && { country }),
      ...(sector !== undefined && { sector }),
      ...(name.type === 'office' && name.office !== undefined && { office: name.office }),
    })
  }

  /** A text knows its own time: whom it calls by an office holds it, though the tables end the tenure or lack it. A head of state is called by it for life, so there the day decides. */
  #stated(row: ActorRow, { type, sector, former, office, rank }: Name): void {
    if (type !== 'office' || sector === undefined || office === undefined || office.startsWith('deputy ')) return
    if (former === true) this.#actors.set(row.id, { ...row, sector: 'ELI' })
    else if ((row.sector ?? 'ELI') === 'ELI' && (rank !== 'head' || this.doc.article.published === undefined))
      this.#actors.set(row.id, { ...row, sector, office })
  }

  #isSubject({ tokens: { first, end } }: Name): boolean {
    for (let i = first; i < end; i++) if (deprelAt(this.doc.tree, i).startsWith('nsubj')) return true
    return false
  }

  #pronouns(): { row: MentionRow; why: string }[] {
    const { tokens, tags, text, names, speech } = this.doc
    const found: { row: MentionRow; why: string }[] = []
    const order = names
      .map((name, i) => ({ name, id: this.#bound[i] }))
      .filter((it) => it.id !== undefined)
      .toSorted((a, b) => a.name.span.from - b.name.span.from)
    let seen = 0
    let person: string | undefined
    let held = -1
    let body: string | undefined
    let group: string | undefined
    let state: string | undefined
    for (let i = 0; i < tokens.length; i++) {
      for (; seen < order.length && order[seen]!.name.span.to <= tokens.start[i]!; seen++) {
        const { name, id } = order[seen]!
        const kind = this.#actors.get(id!)?.kind
        if (kind === 'person') {
          // The subject of a sentence stays who "he" is until another subject or two sentences pass.
          const sentence = tokens.sentence[name.head]!
          if (this.#isSubject(name)) [person, held] = [id, sentence]
          else if (person === undefined || sentence > held + 1) person = id
        }
        if (kind === 'group') group = id
        if (kind === 'state') state = id
        else if (kind === 'state' || kind === 'organisation') if (name.kind !== 'nationality') body = id
      }
      if (
        state !== undefined &&
        text.startsWith('country', tokens.start[i]) &&
        i > 0 &&
        /^the$/i.test(text.slice(tokens.start[i - 1], tokens.end[i - 1])) &&
        text.slice(tokens.start[i], tokens.end[i]).length === 7
      ) {
        found.push({
          row: { span: { from: tokens.start[i - 1]!, to: tokens.end[i]! }, kind: 'pronoun', actor: state },
          why: 'the state last named',
        })
        continue
      }
      if (tags.upos[i] !== PRON) continue
      const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase()
      const span = { from: tokens.start[i]!, to: tokens.end[i]! }
      let actor: string | undefined
      if (GENDERED.test(word)) actor = person
      else if (PLURAL.test(word)) actor = group
      else if (THING.test(word)) actor = body
      else if (FIRST.test(word)) {
        const quotation = speech.find(({ content }) => content.some((it) => it.from <= span.from && span.to <= it.to))
        const source = quotation?.source
        actor = source && order.find(({ name }) => name.span.from < source.to && name.span.to > source.from)?.id
        if (actor === undefined) continue
      } else continue
      found.push({
        row: { span, kind: 'pronoun', ...(actor !== undefined && { actor }) },
        why: actor === undefined ? 'nobody stands before it' : 'the nearest that fits before it',
      })
    }
    return found
  }
}
