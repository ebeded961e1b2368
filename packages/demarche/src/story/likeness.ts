import { daysBetween } from '../time/index.js'
import { COPY, resemblance } from './near.js'
import type { Report } from './report.js'

/** Whether two reports tell one event, with the reason that people are shown and how well they fit. */
export interface Verdict {
  readonly same: boolean
  readonly why: string
  /** Larger fits better; 0 for reports that are kept apart. */
  readonly score: number
}

/** Days that the intervals of two reports may lie apart. A day that was only taken from the publication may be off by two, a stated one by one (time zones, "overnight"). */
const SLACK = { stated: 1, narrative: 2, publication: 2, unknown: 7 } as const
/** The same for a sentence of a copied article, which may have been printed again days later with a day that was reckoned anew. */
const SLACK_OF_COPIES = 10
/** Two reports whose intervals are known and lie more days apart than this are never one event, unless people say so. */
export const REACH = Math.max(SLACK_OF_COPIES, ...Object.values(SLACK))

/** Least share of content words for reports that nothing else tells apart. */
const WORDS = 0.12
/** Share of words of one and the same sentence, a little edited. */
const SAME_SENTENCE = 0.6

/** Compares two reports of one type and one pair of parties. Symmetric. */
export function compare(a: Report, b: Report): Verdict {
  if (a.merge !== undefined && a.merge === b.merge) return { same: true, why: `people said so (${a.merge})`, score: 9 }
  if (a.split !== b.split) return apart('people said so')
  if (a.claim.status !== b.claim.status) return apart(`one is ${a.claim.status}, the other ${b.claim.status}`)
  if (a.claim.mode !== b.claim.mode && a.claim.mode !== undefined && b.claim.mode !== undefined)
    return apart(`modes differ: ${a.claim.mode}, ${b.claim.mode}`)
  if (!partiesMeet(a, b)) return apart('parties differ')
  const copied = copyOf(a, b)
  const days = dayVerdict(a, b, copied)
  if (!days.same) return days
  const place = placeVerdict(a, b)
  if (place !== undefined && !place.same) return place
  const words = share(a.words, b.words)
  // Background says "in June" of what its news told with the day.
  const recalled = a.claim.rule === b.claim.rule && a.claim.historical !== b.claim.historical && days.score > 1
  // On one day two sides may agree to one thing and give another: acts of different rules need more in common than the day.
  const sameAct = a.claim.rule === b.claim.rule && sameDay(a, b)
  if (place === undefined && copied === undefined && !recalled && !sameAct && words < WORDS) return apart('the words have little in common')
  const why = [copied?.why, days.why, place?.why, recalled ? 'one recalls what the other reports' : ''].filter(Boolean).join(', ')
  return { same: true, why, score: (copied?.score ?? 0) + days.score + (place?.score ?? 0) + words }
}

const apart = (why: string): Verdict => ({ same: false, why, score: 0 })

/** Each side that both name must share a party. */
function partiesMeet(a: Report, b: Report): boolean {
  const meet = (x: Report['actors'], y: Report['actors']): boolean =>
    x.length === 0 || y.length === 0 || x.some(({ id }) => y.some((it) => it.id === id))
  if (a.recipients.length === 0 || b.recipients.length === 0) return meet([...a.actors, ...a.recipients], [...b.actors, ...b.recipients])
  return meet(a.actors, b.actors) && meet(a.recipients, b.recipients)
}

function copyOf(a: Report, b: Report): Verdict | undefined {
  if (a.document === b.document || a.sketch === '' || b.sketch === '') return undefined
  const like = resemblance(a.sketch, b.sketch)
  if (like < COPY || share(a.words, b.words) < SAME_SENTENCE) return undefined
  return { same: true, why: `the articles are copies (${Math.round(Math.min(like, 1) * 100)} % in common)`, score: 3 }
}

function sameDay({ claim: { when: a } }: Report, { claim: { when: b } }: Report): boolean {
  return a.from !== undefined && a.from === b.from && a.to === b.to && a.from === a.to
}

function dayVerdict({ claim: { when: a } }: Report, { claim: { when: b } }: Report, copied: Verdict | undefined): Verdict {
  if (a.from === undefined || b.from === undefined || a.to === undefined || b.to === undefined)
    return { same: true, why: 'a day is not known', score: 0 }
  if (a.from === b.from && a.to === b.to) return { same: true, why: `same day ${a.from}${a.to === a.from ? '' : `..${a.to}`}`, score: 3 }
  const gap = a.to < b.from ? daysBetween(a.to, b.from) : b.to < a.from ? daysBetween(b.to, a.from) : 0
  const slack = Math.max(SLACK[a.basis], SLACK[b.basis], copied ? SLACK_OF_COPIES : 0)
  const why = gap === 0 ? 'days overlap' : `days are ${gap} apart`
  return gap > slack ? apart(why) : { same: true, why, score: gap === 0 ? 2 : 1 / gap }
}

// Cities of one country may be two names of one event's place only when one holds the other; a country says nothing against a city in it.
function placeVerdict({ place: a }: Report, { place: b }: Report): Verdict | undefined {
  if (a === undefined || b === undefined) return undefined
  if ((a.geonames !== undefined && a.geonames === b.geonames) || a.name === b.name)
    return { same: true, why: `same place ${a.name}`, score: 0.5 }
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return apart(`places differ: ${a.name}, ${b.name}`)
  const city = (it: typeof a): boolean => it.kind === 'city' && it.lat !== undefined
  return city(a) && city(b) ? apart(`places differ: ${a.name}, ${b.name}`) : undefined
}

/** Jaccard index of two sorted lists without repeats. */
export function share(a: readonly number[], b: readonly number[]): number {
  let both = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const step = a[i]! - b[j]!
    if (step === 0) both++
    if (step <= 0) i++
    if (step >= 0) j++
  }
  return both === 0 ? 0 : both / (a.length + b.length - both)
}
