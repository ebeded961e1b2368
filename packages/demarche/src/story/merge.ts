import type { PartyRow } from '../spec/index.js'
import { byCodeUnit } from '../text/index.js'
import { compare } from './likeness.js'
import { COPY, resemblance } from './near.js'
import type { Report } from './report.js'

/** A report of an event. */
export interface Member {
  readonly report: Report
  /** Number of the member that it was merged with; absent for the first. */
  readonly like?: number
  /** Number of the member of whose article its own is a near-duplicate. */
  readonly copy?: number
}

/** Order of reports that no order of input can change: by day of knowledge, document, place in the text. */
export const byKnowledge = (a: Report, b: Report): number =>
  byCodeUnit(a.known ?? '9999', b.known ?? '9999') ||
  byCodeUnit(a.document, b.document) ||
  a.claim.trigger.from - b.claim.trigger.from ||
  byCodeUnit(a.claim.id, b.claim.id)

/** Reports that could be of one event share a block: their type, and the two parties that come first by code unit. */
export function blockOf({ claim, actors, recipients }: Pick<Report, 'claim' | 'actors' | 'recipients'>): string {
  let first: string | undefined
  let second: string | undefined
  const take = ({ id }: PartyRow): void => {
    if (first === undefined || id < first) [first, second] = [id, first]
    else if (id !== first && (second === undefined || id < second)) second = id
  }
  actors.forEach(take)
  recipients.forEach(take)
  return `${claim.type ?? claim.rule}|${first ?? ''}|${second ?? ''}`
}

/** Members at each end of an event that a report is compared with: one event of a thousand reports must not cost a million comparisons. */
const LOOKED_AT = 6
/** Days around a report in which its event may lie, whatever the slack. */
const AROUND = 10
/** Reports of longer intervals are compared with everything. */
const LONG_MONTHS = 14

type Event = Member[]

/**
 * Sorts the reports of one block into events, in order of knowledge: each joins the event that it fits best, of equals the earliest, else begins one. As nothing that is known
 * later changes this, the events as known on a day are these events without the reports of later days.
 */
export function mergeBlock(block: readonly Report[]): readonly (readonly Member[])[] {
  // Most blocks of a day are one report: there is nothing to compare.
  if (block.length === 1) return [[{ report: block[0]! }]]
  const events: Event[] = []
  const calendar = new Calendar()
  for (const report of block.toSorted(byKnowledge)) {
    const home = bestHome(events, calendar.near(report, events.length), report)
    const number = home?.event ?? events.length
    const event = events[number] ?? (events[number] = [])
    const copy = event.findIndex((it) => it.copy === undefined && isCopy(it.report, report))
    event.push({ report, ...(home === undefined ? {} : { like: home.like }), ...(copy < 0 ? {} : { copy }) })
    calendar.add(report, number)
  }
  return events
}

const isCopy = (a: Report, b: Report): boolean => a.document !== b.document && resemblance(a.sketch, b.sketch) >= COPY

function bestHome(events: readonly Event[], near: Iterable<number>, report: Report): { event: number; like: number } | undefined {
  let best: { event: number; like: number; score: number } | undefined
  for (const number of near) {
    const event = events[number]!
    for (let i = 0; i < event.length; i++) {
      if (i === LOOKED_AT && event.length > 2 * LOOKED_AT) i = event.length - LOOKED_AT
      const { same, score } = compare(event[i]!.report, report)
      if (same && (best === undefined || score > best.score || (score === best.score && number < best.event)))
        best = { event: number, like: i, score }
    }
  }
  return best
}

/** Which events have reports in a month. */
class Calendar {
  readonly #months = new Map<number, Set<number>>()
  readonly #always = new Set<number>()

  add(report: Report, event: number): void {
    const months = monthsOf(report, AROUND)
    if (!months) this.#always.add(event)
    for (const month of months ?? []) {
      const there = this.#months.get(month)
      if (there) there.add(event)
      else this.#months.set(month, new Set([event]))
    }
  }

  near(report: Report, all: number): Iterable<number> {
    const months = monthsOf(report, 0)
    if (!months || report.merge !== undefined) return Array.from({ length: all }, (_, i) => i)
    const found = new Set(this.#always)
    for (const month of months) for (const event of this.#months.get(month) ?? []) found.add(event)
    return found
  }
}

function monthsOf({ claim: { when }, merge }: Report, around: number): number[] | undefined {
  if (when.from === undefined || when.to === undefined || merge !== undefined) return undefined
  const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  // A month more is a month looked into for nothing; counting the days of months would cost more than what is found there.
  const first = month(when.from) - (Number(when.from.slice(8)) <= around ? 1 : 0)
  const last = month(when.to) + (Number(when.to.slice(8)) + around > 28 ? 1 : 0)
  return last - first > LONG_MONTHS ? undefined : Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) => first + i)
}
