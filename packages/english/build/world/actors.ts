import type { WorldActor } from 'demarche/world'
import { isAcronym, NameBook, slug, surnames } from './names.js'
import { sectorOf, type Tables } from './read.js'
import { interval, type Row } from './table.js'

/** The actors of all tables, with their names; ids are checked to be single. */
export class Actors {
  readonly list: WorldActor[] = []
  readonly names = new NameBook()
  readonly #index = new Map<string, number>()
  readonly #byPersonName = new Map<string, string>()

  constructor(tables: Tables) {
    for (const row of tables.states) this.#state(row)
    for (const row of tables.actors) this.#body(row)
    for (const row of tables.peoples) this.#people(row)
    for (const row of tables.persons) this.#person(row)
    for (const row of tables.careers) this.#career(row)
    for (const file of tables.tenures)
      for (const { person, of, at } of file.entries) this.#holder(person, of, (fault, cure) => at.problem(fault, cure))
    for (const row of tables.seats) this.#seat(row)
  }

  has(id: string): boolean {
    return this.#index.has(id)
  }
  person(name: string): string {
    return this.#byPersonName.get(name) ?? `person:${slug(name)}`
  }

  #add(actor: WorldActor, fail: (fault: string, cure: string) => Error): number {
    if (this.#index.has(actor.id)) throw fail(`“${actor.id}” stands twice`, 'take one row away, or give the second an id of its own')
    this.#index.set(actor.id, this.list.length)
    return this.list.push(actor) - 1
  }
  #state(row: Row): void {
    const code = row.need('code')
    const { from, to } = row.when()
    const actor = {
      id: `state:${code}`,
      name: row.need('name'),
      kind: 'state',
      country: row.text('part of') || code,
      sector: 'GOV',
      sort: row.need('sort'),
      ...bound(from, to),
    } as WorldActor
    const at = this.#add(actor, (fault, cure) => row.problem(fault, cure))
    this.names.add(at, 'name', actor.name)
    for (const name of row.list('names')) this.names.add(at, isAcronym(name) ? 'acronym' : 'variant', name)
    const adjective = row.text('adjective')
    if (adjective !== '') this.names.add(at, 'adjective', adjective)
    for (const people of peoples(adjective, row.list('people'))) this.names.add(at, 'demonym', people)
    if (row.text('capital') !== '') this.names.add(at, 'capital', row.text('capital'), from, to)
  }
  #body(row: Row): void {
    const name = row.need('name')
    const sort = row.need('sort')
    const country = row.text('country')
    if (country !== '' && country !== UNION && !this.has(`state:${country}`))
      throw row.problem(`“${country}” is no country`, 'use a code of states.tsv')
    const { from, to } = row.when()
    const id = row.text('id') || `${/armed group|criminal/.test(sort) ? 'group' : 'org'}:${slug(name)}`
    const kind = id.startsWith('group:') ? 'group' : 'organisation'
    const at = this.#add(
      { id, name, kind, ...(country !== '' && { country }), sector: sectorOf(row), sort, ...bound(from, to) },
      (fault, cure) => row.problem(fault, cure),
    )
    this.names.add(at, isAcronym(name) ? 'acronym' : 'name', name)
    for (const other of row.list('names')) this.names.add(at, isAcronym(other) ? 'acronym' : 'variant', other)
  }
  /** A people, a faith or the people of a region: `Kurds`, `Kurdish`. */
  #people(row: Row): void {
    const name = row.need('name')
    const country = row.text('country')
    if (country !== '' && !this.has(`state:${country}`)) throw row.problem(`“${country}” is no country`, 'use a code of states.tsv')
    const sort = row.oneOf('sort', ['people', 'faith', 'region'])
    const at = this.#add(
      {
        id: `group:${slug(name)}`,
        name,
        kind: 'group',
        ...(country !== '' && { country }),
        sector: sort === 'faith' ? 'REL' : 'CVL',
        sort,
      },
      (fault, cure) => row.problem(fault, cure),
    )
    this.names.add(at, 'demonym', name)
    for (const it of row.list('people')) this.names.add(at, 'demonym', it)
    for (const it of row.list('adjectives')) this.names.add(at, 'adjective', it)
  }
  #career(row: Row): void {
    const name = row.need('name')
    const country = row.need('country')
    if (!this.has(`state:${country}`)) throw row.problem(`“${country}” is no country`, 'use a code of states.tsv')
    const died = row.text('died') === '' ? '' : interval('', row.text('died'), row).to
    const known = this.#index.get(this.person(name))
    if (known === undefined) {
      // `Michael Müller of Berlin`: one of two namesakes; texts call him by the bare name.
      const [id, bare] = [`person:${slug(name)}`, name.replace(/ of .*$/, '')]
      const namesake = this.#byPersonName.get(bare)
      this.#addPerson({ id, name: bare, kind: 'person', country, ...bound('', died) }, row.list('names'), (fault, cure) =>
        row.problem(fault, cure),
      )
      if (bare !== name && namesake === undefined) this.#byPersonName.delete(bare)
      else if (bare !== name) this.#byPersonName.set(bare, namesake!)
      this.#byPersonName.set(name, id)
      return
    }
    this.list[known] = { ...this.list[known]!, ...bound('', died) }
    for (const other of row.list('names')) {
      this.#byPersonName.set(other, this.list[known].id)
      this.names.add(known, 'variant', other)
    }
  }
  #person(row: Row): void {
    const name = row.need('name')
    const country = row.text('country')
    if (country !== '' && !this.has(`state:${country}`)) throw row.problem(`“${country}” is no country`, 'use a code of states.tsv')
    const id = `person:${slug(name)}`
    const sector = row.text('sector') === '' ? undefined : sectorOf(row)
    const [sort, wikidata] = [row.text('what'), row.text('wikidata')]
    this.#addPerson(
      {
        id,
        name,
        kind: 'person',
        ...(country !== '' && { country }),
        ...(sector && { sector }),
        ...(sort !== '' && { sort }),
        ...(wikidata !== '' && { wikidata }),
      },
      row.list('names'),
      (fault, cure) => row.problem(fault, cure),
    )
  }
  #holder(name: string, of: string, fail: (fault: string, cure: string) => Error): void {
    const country = this.has(`state:${of}`) ? of : undefined
    if (country === undefined && !this.has(of))
      throw fail(`“${of}” is neither a country nor an organisation`, 'use a code of states.tsv or an id of actors/')
    const known = this.#index.get(this.person(name))
    // `Spencer of Antigua and Barbuda`: a person of whom the table knows the family name only.
    const bare = name.replace(/ of .*$/, '')
    if (known === undefined) {
      this.#addPerson({ id: `person:${slug(name)}`, name: bare, kind: 'person', ...(country && { country }) }, [], fail)
      this.#byPersonName.set(name, `person:${slug(name)}`)
    } else if (country !== undefined && !this.#byPersonName.has(`listed ${this.person(name)}`)) {
      const other = this.list[known]!
      // Offices of the Holy See are held by men of all countries.
      if (other.country !== undefined && other.country !== country && country !== 'VAT' && !SUCCESSION.has(`${other.country} ${country}`))
        throw fail(
          `“${name}” holds offices of ${other.country} and of ${country}`,
          'give one of two namesakes a fuller name, or list the person in persons.tsv',
        )
      if (other.country === undefined) this.list[known] = { ...other, country }
    }
  }
  #addPerson(actor: WorldActor, others: readonly string[], fail: (fault: string, cure: string) => Error): void {
    const at = this.#add(actor, fail)
    this.#byPersonName.set(actor.name, actor.id)
    if (others.length > 0 || actor.sort) this.#byPersonName.set(`listed ${actor.id}`, actor.id)
    this.names.add(at, 'name', actor.name)
    for (const other of others) {
      this.#byPersonName.set(other, actor.id)
      this.names.add(at, 'variant', other)
    }
    for (const name of [actor.name, ...others.filter((it) => it.includes(' '))])
      for (const short of surnames(name, actor.country ?? '')) this.names.add(at, 'surname', short)
  }
  #seat(row: Row): void {
    const of = row.need('stands for')
    const id = this.has(`state:${of}`) ? `state:${of}` : of
    const at = this.#index.get(id)
    if (at === undefined) throw row.problem(`“${of}” is unknown`, 'use a code of states.tsv or an id of actors/')
    const { from, to } = row.when()
    this.names.add(at, 'seat', row.need('name'), from, to)
  }
}

/** The code that the event data of the field give the European Union and its bodies in the place of a country (CAMEO, PLOVER). */
const UNION = 'EUR'

/** Countries that ended and those whose leaders went on in a country that followed; states and the de facto states in them. */
const SUCCESSION: ReadonlySet<string> = new Set(
  [
    'IRQ XKU',
    'SOM XPU',
    'SUN RUS',
    'YUG SRB',
    'YUG SCG',
    'YUG SVN',
    'YUG HRV',
    'SCG SRB',
    'YUG MNE',
    'SCG MNE',
    'CSK CZE',
    'CSK SVK',
    'DDR DEU',
    'SUN GEO',
    'SUN AZE',
    'SUN KAZ',
    'SUN UZB',
    'SUN TKM',
    'YMD YEM',
    'ARM XNK',
    'RUS XDN',
    'RUS XLN',
    'RUS XCH',
    'HRV XRK',
    'CYP XNC',
    'SOM XSL',
    'SDN SSD',
  ].flatMap((pair) => [pair, pair.split(' ').toReversed().join(' ')]),
)

const bound = (from: string, to: string): { from?: string; to?: string } => ({ ...(from !== '' && { from }), ...(to !== '' && { to }) })

/** `Russian` → Russian, Russians; `Chinese` → Chinese; else what the table says. */
function peoples(adjective: string, listed: readonly string[]): string[] {
  if (listed.length > 0) return [...listed]
  return /(an|i|ot|er)$/.test(adjective) ? [adjective, `${adjective}s`] : adjective === '' ? [] : [adjective]
}
