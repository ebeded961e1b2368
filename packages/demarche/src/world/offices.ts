import type { Day } from '../time/index.js'
import type { TenureTuple, WorldBundle } from './bundle.js'
import { fold } from './fold.js'
import { groupBy } from './group.js'
import type { Holder, Office, Tenure } from './types.js'

/** Words for whoever leads, whatever the office is called. */
const GENERIC: Readonly<Record<string, 'leader' | 'state' | 'government'>> = {
  leader: 'leader',
  ruler: 'leader',
  strongman: 'leader',
  'head of state': 'state',
  'head of government': 'government',
  'head of the government': 'government',
  'head of the state': 'state',
}
/** Who is asked for when a country names no leading office, the first that has a holder. */
const LEADING = ['president', 'monarch', 'prime minister', 'secretary-general']

const tenure = ([person, of, office, from, to, precision, title, acting]: TenureTuple): Tenure => ({
  person,
  of,
  office,
  from,
  precision,
  ...(to !== '' && { to }),
  ...(title !== '' && { title }),
  ...(acting === 1 && { acting: true }),
})

export const holdsOn = (when: { readonly from?: Day; readonly to?: Day }, day: Day): boolean =>
  (when.from === undefined || when.from <= day) && (when.to === undefined || day <= when.to)

/** Offices and tenures of a bundle, indexed by office, by person. */
export class Offices {
  readonly #byName = new Map<string, Office>()
  readonly #heads = new Map<string, string>()
  /** Offices that several in a country hold at once. */
  readonly #many = new Set<string>()
  readonly #byOffice: ReadonlyMap<string, readonly Tenure[]>
  readonly #byPerson: ReadonlyMap<string, readonly Tenure[]>
  readonly #byBody: ReadonlyMap<string, readonly Tenure[]>
  readonly #leads: WorldBundle['leads']

  constructor(bundle: Pick<WorldBundle, 'offices' | 'tenures' | 'leads'>) {
    for (const [office, names, sector, rank, head] of bundle.offices) {
      const row = { office, sector, rank } as Office
      for (const name of [office, ...names]) this.#byName.set(fold(name), row)
      if (head === 'many') this.#many.add(office)
      else if (head !== '') this.#heads.set(office, head)
    }
    const rows = bundle.tenures.map(tenure)
    this.#byOffice = groupBy(rows, (it) => `${it.of} ${it.office}`)
    this.#byPerson = groupBy(rows, (it) => it.person)
    this.#byBody = groupBy(rows, (it) => it.of)
    this.#leads = bundle.leads
  }

  office(folded: string): Office | undefined {
    return this.#byName.get(folded)
  }
  of(person: string, day?: Day): readonly Tenure[] {
    const all = this.#byPerson.get(person) ?? []
    return day === undefined ? all : all.filter((it) => holdsOn(it, day))
  }
  tenures(of: string, office?: string): readonly Tenure[] {
    if (office === undefined) return this.#byBody.get(of) ?? []
    return this.#byOffice.get(`${of} ${this.#byName.get(fold(office))?.office ?? office}`) ?? []
  }
  holder(of: string, office: string, day: Day): Holder | undefined {
    const folded = fold(office)
    const generic = GENERIC[folded]
    if (generic === undefined) return this.#on(of, this.#byName.get(folded)?.office ?? office, day) ?? this.#titled(of, folded, day)
    if (generic === 'leader') return this.#leader(of, day)
    return this.#head(of, generic, day) ?? (generic === 'government' ? this.#head(of, 'state', day) : undefined)
  }
  #leading(of: string, day: Day): string | undefined {
    return this.#leads[of]?.findLast(([from]) => from <= day)?.[1]
  }
  #leader(of: string, day: Day): Holder | undefined {
    const leading = this.#leading(of, day)
    const named = leading === undefined ? undefined : this.#on(of, leading, day)
    return (
      named ??
      LEADING.map((office) => this.#on(of, office, day)).find((it) => it !== undefined) ??
      this.#head(of, 'government', day) ??
      this.#head(of, 'state', day)
    )
  }
  #head(of: string, head: 'state' | 'government', day: Day): Holder | undefined {
    const rows = this.#byBody.get(of)?.filter((it) => this.#heads.get(it.office) === head && holdsOn(it, day)) ?? []
    // Iran's president is no head of state beside the supreme leader, who leads.
    const leading = this.#leading(of, day)
    const row = rows.findLast((it) => it.office === leading) ?? rows.at(-1)
    return row && { person: row.person, tenure: row, certainty: certainty(row, day) }
  }
  /** By the title under which a head holds his office: the chief executive of Hong Kong, the chief adviser of Bangladesh. */
  #titled(of: string, folded: string, day: Day): Holder | undefined {
    const row = this.#byBody
      .get(of)
      ?.findLast((it) => it.title !== undefined && this.#heads.has(it.office) && fold(it.title) === folded && holdsOn(it, day))
    return row && { person: row.person, tenure: row, certainty: certainty(row, day) }
  }
  #on(of: string, office: string, day: Day): Holder | undefined {
    if (this.#many.has(office) && !of.includes(':')) return undefined
    const row = this.#byOffice.get(`${of} ${office}`)?.findLast((it) => holdsOn(it, day))
    return row && { person: row.person, tenure: row, certainty: certainty(row, day) }
  }
}

/** A day in the month (or year) of a bound that is known by month (or year) only is `implied`. */
function certainty({ from, to, precision }: Tenure, day: Day): Holder['certainty'] {
  if (precision === 'day') return 'certain'
  const digits = precision === 'month' ? 7 : 4
  const unit = day.slice(0, digits)
  return from?.slice(0, digits) === unit || to?.slice(0, digits) === unit ? 'implied' : 'certain'
}
