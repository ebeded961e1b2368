import type { EventRow } from '../spec/index.js'
import { byCodeUnit } from '../text/index.js'
import type { Member } from './merge.js'

type Figure = EventRow['figures'][number]

/**
 * Figures of one event over its reports: never added up. Low and high are the bounds that anyone gave. Best is the median of the last day on which an article that is no copy
 * of another gave any, for tolls grow as an event becomes known (of two middle ones the lower, so that best is a figure that somebody gave); of an article
 * that gives several, the last.
 */
export function figuresOf(members: readonly Member[]): Figure[] {
  const kinds = [...new Set(members.flatMap(({ report: { claim } }) => (claim.figures ?? []).map(({ kind }) => kind)))].toSorted(byCodeUnit)
  return kinds.map((kind) => figureOf(kind, members))
}

function figureOf(kind: string, members: readonly Member[]): Figure {
  const said = members.flatMap(({ report, copy }) =>
    (report.claim.figures ?? [])
      .filter((it) => it.kind === kind)
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
