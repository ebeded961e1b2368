import type { EventRow } from '../spec/index.js'
import type { Day } from '../time/index.js'
import { eventOf } from './event.js'
import type { Report } from './report.js'

/** An event as it became on a day; null for what is told by documents without one, which no day knows. */
export interface Version {
  readonly known: Day | null
  readonly event: EventRow
}

/** Its reports, by `reportKey`. */
export type Reports = ReadonlyMap<string, Report>

export const reportKey = (document: string, claim: string): string => `${document}\t${claim}`

/**
 * An event as it was known on a day, from what it is now and its reports until then. Reports are merged in order of knowledge, so nothing is merged anew: it is made of the
 * first of its reports. Undefined when none was known then.
 */
export function knownOn(event: EventRow, reports: Reports, day: Day): EventRow | undefined {
  const claims = event.claims.filter(({ known }) => known !== null && known <= day)
  return claims.length === event.claims.length ? event : ofClaims(claims, reports)
}

/** All that an event has been, in order of knowledge: a version for each day on which a report came, the last one as it is now. */
export function versionsOf(event: EventRow, reports: Reports): Version[] {
  const days = [...new Set(event.claims.map(({ known }) => known))]
  return days.map((known, i) => {
    if (i === days.length - 1) return { known, event }
    return { known, event: ofClaims(event.claims.slice(0, event.claims.findLastIndex((it) => it.known === known) + 1), reports)! }
  })
}

function ofClaims(claims: EventRow['claims'], reports: Reports): EventRow | undefined {
  if (claims.length === 0) return undefined
  const members = claims.map(({ id, document, copyOf }) => {
    const report = reports.get(reportKey(document, id))
    if (!report) throw new RangeError(`an event names claim ${id} of document ${document}, which has no report`)
    return { report, ...(copyOf === undefined ? {} : { copy: claims.findIndex((it) => it.document === copyOf) }) }
  })
  // Why each was merged is told already.
  return { ...eventOf(members), claims }
}
