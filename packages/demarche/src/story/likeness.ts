import { daysBetween } from '../time/index.js'
import type { Report } from './report.js'

/** Whether two reports tell one event, with the reason that people are shown. */
export interface Verdict {
  readonly same: boolean
  readonly why: string
}

/** Days that the intervals of two reports may lie apart. A day that was only taken from the publication may be off by two, a stated one by one (time zones, "overnight"). */
const SLACK = { stated: 1, narrative: 2, publication: 2, unknown: 7 } as const

/** Least share of content words for reports that nothing else tells apart. */
const WORDS = 0.12

/** Compares two reports of one type and one pair of parties. Symmetric. */
export function compare(a: Report, b: Report): Verdict {
  if (a.merge !== undefined && a.merge === b.merge) return { same: true, why: `people said so (${a.merge})` }
  if (a.split !== b.split) return apart('people said so')
  if (a.claim.status !== b.claim.status) return apart(`one is ${a.claim.status}, the other ${b.claim.status}`)
  if (a.claim.mode !== b.claim.mode && a.claim.mode !== undefined && b.claim.mode !== undefined)
    return apart(`modes differ: ${a.claim.mode}, ${b.claim.mode}`)
  if (!partiesMeet(a, b)) return apart('parties differ')
  const days = dayVerdict(a, b)
  if (!days.same) return days
  const place = placeVerdict(a, b)
  if (place !== undefined && !place.same) return place
  const exact = place !== undefined || sameDay(a, b)
  if (!exact && share(a.words, b.words) < WORDS) return apart('the words have little in common')
  return { same: true, why: [days.why, place?.why].filter(Boolean).join(', ') }
}

const apart = (why: string): Verdict => ({ same: false, why })

/** Each side that both name must share a party. */
function partiesMeet(a: Report, b: Report): boolean {
  const meet = (x: Report['actors'], y: Report['actors']): boolean =>
    x.length === 0 || y.length === 0 || x.some(({ id }) => y.some((it) => it.id === id))
  if (a.recipients.length === 0 || b.recipients.length === 0) return meet([...a.actors, ...a.recipients], [...b.actors, ...b.recipients])
  return meet(a.actors, b.actors) && meet(a.recipients, b.recipients)
}

function sameDay({ claim: { when: a } }: Report, { claim: { when: b } }: Report): boolean {
  return a.from !== undefined && a.from === b.from && a.to === b.to && a.from === a.to
}

function dayVerdict({ claim: { when: a } }: Report, { claim: { when: b } }: Report): Verdict {
  if (a.from === undefined || b.from === undefined || a.to === undefined || b.to === undefined)
    return { same: true, why: 'a day is not known' }
  if (a.from === b.from && a.to === b.to) return { same: true, why: `same day ${a.from}${a.to === a.from ? '' : `..${a.to}`}` }
  const gap = Math.max(daysBetween(a.to, b.from), daysBetween(b.to, a.from), 0)
  const slack = Math.max(SLACK[a.basis], SLACK[b.basis])
  if (gap > slack) return apart(`days are ${gap} apart`)
  return { same: true, why: gap === 0 ? 'days overlap' : `days are ${gap} apart` }
}

// Cities of one country may be two names of one event's place only when one holds the other; a country says nothing against a city in it.
function placeVerdict({ place: a }: Report, { place: b }: Report): Verdict | undefined {
  if (a === undefined || b === undefined) return undefined
  if (a.geonames !== undefined && a.geonames === b.geonames) return { same: true, why: `same place ${a.name}` }
  if (a.name === b.name) return { same: true, why: `same place ${a.name}` }
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return apart(`places differ: ${a.name}, ${b.name}`)
  const city = (it: typeof a): boolean => it.kind === 'city' && it.lat !== undefined
  return city(a) && city(b) ? apart(`places differ: ${a.name}, ${b.name}`) : undefined
}

/** Jaccard index of two sorted lists without repeats. */
export function share(a: readonly string[], b: readonly string[]): number {
  let both = 0
  const other = new Set(b)
  for (const word of a) if (other.has(word)) both++
  return both === 0 ? 0 : both / (a.length + b.length - both)
}
