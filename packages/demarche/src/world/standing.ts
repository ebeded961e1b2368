import { addDays, type Day } from '../time/index.js'
import { fold } from './fold.js'
import { holdsOn, type Offices } from './offices.js'
import type { Office, Sector, Standing, Tenure, WorldActor } from './types.js'

const RANKS: readonly Office['rank'][] = ['head', 'minister', 'chief', 'envoy', 'spokesperson', 'member']

/** A text without a day is taken to be of the last years: who left an office in these many days is still called by it. */
const RECENT = 3 * 365

interface Sources {
  readonly offices: Offices
  readonly actor: (id: string) => WorldActor | undefined
  readonly sectors: ReadonlyMap<string, readonly { readonly sector: Sector; readonly from?: Day; readonly to?: Day }[]>
  readonly until: Day
}

/**
 * As what an actor acts on a day. A person acts for the highest office held then, and for an office of a state before a post in a party: an organisation's officer has its
 * sector, and an officer of an organisation of states no country. Who holds none any more is ELI; who died in office stays what he was. Without a day offices lately left count too, those that ended last first.
 */
export function standingOf(actor: WorldActor, day: Day | undefined, sources: Sources): Standing {
  const on = day ?? sources.until
  if (actor.kind !== 'person') {
    const sector = sources.sectors.get(actor.id)?.find((it) => holdsOn(it, on))?.sector ?? actor.sector
    return { ...(sector && { sector }), ...(actor.country !== undefined && { country: actor.country }) }
  }
  const all = sources.offices.of(actor.id)
  const last = actor.to !== undefined && actor.to < on ? actor.to : on
  const held = all.filter((it) => holdsOn(it, last))
  const tenure = held.length > 0 ? first(held, (it) => rank(it, sources.offices)) : day === undefined ? lately(all, on, sources) : undefined
  if (tenure) return { tenure, ...as(actor, tenure, sources) }
  const sector = actor.sector ?? (all.some((it) => it.to !== undefined && it.to < on) ? 'ELI' : undefined)
  return { ...(sector && { sector }), ...(actor.country !== undefined && { country: actor.country }) }
}

function lately(all: readonly Tenure[], on: Day, { offices }: Sources): Tenure | undefined {
  const since = addDays(on, -RECENT)
  const ended = all.filter((it) => it.to !== undefined && it.to >= since && it.from !== undefined && it.from <= on)
  const latest = ended.reduce<string>((day, it) => (it.to! > day ? it.to! : day), '')
  return first(
    ended.filter((it) => it.to === latest),
    (it) => rank(it, offices),
  )
}

function as(actor: WorldActor, tenure: Tenure, { offices, actor: find }: Sources): Omit<Standing, 'tenure'> {
  const body = tenure.of.includes(':') ? find(tenure.of) : undefined
  const sector = body?.sector ?? offices.office(fold(tenure.office))?.sector ?? actor.sector
  const country = body ? (body.country ?? (body.sector === 'IGO' ? undefined : actor.country)) : actor.country
  return { ...(sector && { sector }), ...(country !== undefined && { country }) }
}

/** The lower, the higher the office. Who sits in parliament acts there, whatever he is in his party. */
function rank(tenure: Tenure, offices: Offices): number {
  const office = offices.office(fold(tenure.office))
  return office?.sector === 'PTY' ? RANKS.length : RANKS.indexOf(office?.rank ?? 'member')
}

/** The item of the least key, the first of several. */
function first<T>(items: readonly T[], key: (item: T) => number): T | undefined {
  let best: T | undefined
  for (const it of items) if (best === undefined || key(it) < key(best)) best = it
  return best
}
