import type { EventRow } from '../spec/index.js'
import type { Report } from './report.js'

type Figure = EventRow['figures'][number]

/**
 * Figures of one event over its reports: never added up. Low and high are the bounds that anyone gave; best is the median of the reports of the last
 * day on which there are any, for tolls grow as an event becomes known (of two middle ones the lower, so that best is a figure that somebody gave).
 */
export function figuresOf(reports: readonly Report[]): Figure[] {
  const kinds = [...new Set(reports.flatMap(({ claim }) => (claim.figures ?? []).map(({ kind }) => kind)))].toSorted()
  return kinds.map((kind) => {
    const said = reports.flatMap(({ claim, known, source }) =>
      (claim.figures ?? [])
        .filter((it) => it.kind === kind)
        .map(({ min, max }) => ({ claim: claim.id, min, max, source, known: known ?? '' })),
    )
    const values = said.map((it) => ({ ...it, low: it.min ?? it.max ?? 0, high: it.max ?? it.min ?? 0 }))
    const last = values.reduce((day, { known }) => (known > day ? known : day), '')
    const newest = values
      .filter(({ known }) => known === last)
      .map(({ low }) => low)
      .toSorted((a, b) => a - b)
    return {
      kind,
      best: newest[(newest.length - 1) >> 1] ?? 0,
      low: Math.min(...values.map(({ low }) => low)),
      high: Math.max(...values.map(({ high }) => high)),
      reports: said.map(({ claim, min, max, source }) => ({ claim, min, max, source })),
    }
  })
}
