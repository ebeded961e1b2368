import type { EventRow } from 'demarche/spec'
import { reportKey, type Report } from 'demarche/story'
import { storable } from './copy.js'
import type { Sql } from './database.js'
import { monthOf } from './partitions.js'

type Named = Pick<EventRow['claims'][number], 'id' | 'document' | 'known'>

/** Reports and words (a tsvector) of claims, by `reportKey`. They are asked for by number and month, so that the server need not guess how to join what is in many parts. */
export async function claimsOf(
  sql: Pick<Sql, 'query'>,
  claims: readonly Named[],
): Promise<Map<string, { readonly report: Report; readonly words: string }>> {
  if (claims.length === 0) return new Map()
  const documents = await sql.query('SELECT n, id FROM document WHERE id = ANY($1)', [[...new Set(claims.map((it) => it.document))]])
  const ids = new Map(documents.map(({ n, id }) => [Number(n), String(id)]))
  const rows = await sql.query(
    'SELECT document, id, report, words::text AS words FROM claim WHERE document = ANY($1) AND id = ANY($2) AND month = ANY($3)',
    [[...ids.keys()], claims.map(({ id }) => id), [...new Set(claims.map(({ known }) => monthOf(known)))]],
  )
  const found = new Map(
    rows.map(({ document, id, report, words }) => [
      reportKey(ids.get(Number(document))!, String(id)),
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
