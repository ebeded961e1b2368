import type { EventRow } from '../spec/index.js'
import { byCodeUnit } from '../text/index.js'
import type { Member } from './merge.js'

type Figure = EventRow['figures'][number]

/**
 * Figures of one event over its reports: never added up, but for those of one claim. Low and high are the bounds that anyone gave. Best is the median of the last day on which an article that is no copy
 * of another gave any, for tolls grow as an event becomes known (of two middle ones the lower, so that best is a figure that somebody gave); of an article
 * that gives several, the last.
 */
export function figuresOf(members: readonly Member[]): Figure[] {
  if (members.every(({ report: { claim } }) => claim.figures === undefined)) return []
  const kinds = [...new Set(members.flatMap(({ report: { claim } }) => (claim.figures ?? []).map(({ kind }) => kind)))].toSorted(byCodeUnit)
  return kinds.map((kind) => figureOf(kind, members))
}

/** What one claim counts apart ("84 fighters and 47 soldiers") is one count of it. A bound that one part lacks the whole lacks. */
function together(sum: readonly Bounds[], { min, max }: Bounds): Bounds[] {
  const [first] = sum
  if (first === undefined) return [{ min, max }]
  const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)
  return [{ min: first.min === null && min === null ? null : (first.min ?? 0) + (min ?? 0), max: add(first.max, max) }]
}

interface Bounds {
  readonly min: number | null
  readonly max: number | null
}

function figureOf(kind: string, members: readonly Member[]): Figure {
  const said = members.flatMap(({ report, copy }) =>
    (report.claim.figures ?? [])
      .filter((it) => it.kind === kind)
      .reduce<Bounds[]>(together, [])
      .map(({ min, max }) => ({
        report: { claim: report.claim.id, min, max, source: report.source },
        low: min ?? max ?? 0,
        high: max ?? min ?? 0,
        known: report.known ?? '',
        document: report.document,
        own: copy === undefined,
      })),
  )
  const own = said.some((it) => it.own) ? said.filter((it) => it.own) : said
  const last = own.reduce((day, { known }) => (known > day ? known : day), '')
  const newest = [...new Map(own.filter(({ known }) => known === last).map((it) => [it.document, it.low])).values()].toSorted(
    (a, b) => a - b,
  )
  return {
    kind,
    best: newest[(newest.length - 1) >> 1] ?? 0,
    low: Math.min(...said.map(({ low }) => low)),
    high: Math.max(...said.map(({ high }) => high)),
    reports: said.map(({ report }) => report),
  }
}
