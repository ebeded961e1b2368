import { monthOf } from 'demarche/ledger'
import type { EventTally } from 'demarche/store'
import { NEVER } from '../postgres/events.js'
import type { Client } from './client.js'
import type { Question } from './question.js'

interface Counted {
  readonly month: string
  readonly events: string
  readonly known: string
  readonly quads: readonly string[]
  readonly score: string
  readonly scored: string
  readonly actual: string
}

/** Counts events by month, on the server. */
export async function tallyIn(client: Client, { sql, params }: Question): Promise<EventTally> {
  const months = await client.rows<Counted>(
    `SELECT substring(first, 1, 7) AS month, count() AS events, countIf(status = 'actual') AS actual, maxIf(known, known != '${NEVER}') AS known,
      arrayMap(n -> toString(n), [countIf(quad = 1 AND status = 'actual'), countIf(quad = 2 AND status = 'actual'), countIf(quad = 3 AND status = 'actual'), countIf(quad = 4 AND status = 'actual')]) AS quads,
      sumIf(ifNull(goldstein, 0), status = 'actual') AS score, countIf(isNotNull(goldstein) AND status = 'actual') AS scored
      FROM ${sql} GROUP BY month ORDER BY month`,
    params,
  )
  return {
    events: months.reduce((sum, { events }) => sum + Number(events), 0),
    known: months.reduce<string | null>((last, { known }) => (known !== '' && (last === null || known > last) ? known : last), null),
    months: months
      .filter(({ month, actual }) => month !== '' && Number(actual) > 0)
      .map(({ month, quads, score, scored }) => monthOf(month, quads.map(Number), Number(score), Number(scored))),
  }
}
