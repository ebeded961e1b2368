import type { EventRow } from 'demarche/spec'
import { reportKey, type Report } from 'demarche/story'
import { storable } from './copy.js'
import type { Sql } from './database.js'

type Named = Pick<EventRow['claims'][number], 'id' | 'document'>

/** Reports and words (a tsvector) of claims, by `reportKey`. */
export async function claimsOf(
  sql: Pick<Sql, 'query'>,
  claims: readonly Named[],
): Promise<Map<string, { readonly report: Report; readonly words: string }>> {
  if (claims.length === 0) return new Map()
  const rows = await sql.query(
    `SELECT d.id AS document, c.id, c.report, c.words::text AS words FROM unnest($1::text[], $2::text[]) AS it (document, claim)
      JOIN document d ON d.id = it.document JOIN claim c ON c.document = d.n AND c.id = it.claim`,
    [claims.map(({ document }) => document), claims.map(({ id }) => id)],
  )
  const found = new Map(
    rows.map(({ document, id, report, words }) => [
      reportKey(String(document), String(id)),
      { report: JSON.parse(String(report)) as Report, words: String(words) },
    ]),
  )
  // Asked for as it is written, found as the server keeps it.
  return new Map(
    claims.flatMap(({ document, id }) => {
      const it = found.get(reportKey(storable(document), storable(id)))
      return it === undefined ? [] : [[reportKey(document, id), it] as const]
    }),
  )
}

/** Reports of claims, by `reportKey`. */
export const reportsOf = async (sql: Pick<Sql, 'query'>, claims: readonly Named[]): Promise<Map<string, Report>> =>
  new Map([...(await claimsOf(sql, claims))].map(([key, { report }]) => [key, report]))
