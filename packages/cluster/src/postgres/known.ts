import type { EventRow } from 'demarche/spec'
import { knownOn } from 'demarche/story'
import type { Database, Row, Sql } from './database.js'
import { reportsOf } from './reports.js'

export const eventRow = ({ row }: Row): EventRow => JSON.parse(String(row)) as EventRow

/**
 * The events of a question as they were known on a day. Most are as they are now; of those that were told again later the earlier reports are looked up, and nothing is merged
 * anew. `condition`: SQL over `event`, without the day; `values`: what it names.
 */
export const known = (db: Database, day: string, condition: string, values: readonly unknown[]): AsyncGenerator<EventRow> =>
  db.stream(`SELECT row, told FROM event WHERE known <= $${values.length + 1} AND ${condition}`, [...values, day], (rows, query) =>
    asKnown(rows, day, query),
  )

async function asKnown(rows: readonly Row[], day: string, query: Sql['query']): Promise<EventRow[]> {
  const events = rows.map((row) => ({ event: eventRow(row), whole: String(row['told']) <= day }))
  const reports = await reportsOf(
    { query },
    events.flatMap(({ event, whole }) => (whole ? [] : event.claims.filter((it) => it.known !== null && it.known <= day))),
  )
  return events.flatMap(({ event, whole }) => (whole ? event : (knownOn(event, reports, day) ?? [])))
}
