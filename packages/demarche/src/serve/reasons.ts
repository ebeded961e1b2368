import type { Explanation } from '../coding/index.js'
import type { EventRow, FailureRow } from '../spec/index.js'
import type { ReasonsAnswer } from './schemas.js'
import type { ModelOpinion, Served } from './served.js'

/** Why a claim has its code; `claim` is its id. */
export type Reason = ReasonsAnswer['reasons'][number]

const isFailure = (it: readonly Explanation[] | FailureRow): it is FailureRow => 'failure' in it

/**
 * What was read under each role of the claims of a document, which rules lost and why, and what would have changed the code: the document is coded anew. Undefined when it
 * is not there or was not coded; the failure, when it can no longer be coded within the limits.
 */
export async function reasonsOf(
  { store, version, reasons, opinions = () => [] }: Pick<Served, 'store' | 'version' | 'reasons' | 'opinions'>,
  id: string,
): Promise<ReasonsAnswer | FailureRow | undefined> {
  const row = await store.row(id)
  if (!row) return undefined
  const told = reasons && row.claims.length > 0 ? await reasons({ id, input: row.input, article: row.article }) : []
  if (isFailure(told)) return told
  const ours = new Set(row.claims.map((claim) => claim.id))
  const found = told.filter(({ claim }) => ours.has(claim.id)).map(({ claim, ...rest }): Reason => ({ claim: claim.id, ...rest }))
  const explained = new Set(found.map(({ claim }) => claim))
  return {
    document: id,
    version,
    reasons: found,
    others: row.claims.filter((it) => !explained.has(it.id)).map((it) => it.id),
    opinions: opinions().filter(({ document, claim }) => document === id && ours.has(claim)),
  }
}

/** Documents of an event that are coded anew for one answer. */
const DOCUMENTS = 5

/** The reasons of the claims of an event, and what models said of them: of its first documents, where it has many. */
export async function reasonsOfEvent(
  served: Parameters<typeof reasonsOf>[0],
  event: EventRow,
): Promise<Pick<ReasonsAnswer, 'reasons' | 'opinions'>> {
  const claims = new Set(event.claims.map(({ id }) => id))
  const documents = [...new Set(event.claims.map(({ document }) => document))].slice(0, DOCUMENTS)
  const found = { reasons: [] as Reason[], opinions: [] as ModelOpinion[] }
  for (const document of documents) {
    const told = await reasonsOf(served, document)
    if (!told || 'failure' in told) continue
    found.reasons.push(...told.reasons.filter(({ claim }) => claims.has(claim)))
    found.opinions.push(...told.opinions.filter(({ claim }) => claims.has(claim)))
  }
  return found
}
