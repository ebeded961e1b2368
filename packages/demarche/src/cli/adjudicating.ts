import { contested, traceOf } from '../coding/index.js'
import { appendOpinion, type Endpoint, type Opinion, opinionOf, type Question, questionOf } from '../opinion/index.js'
import { loadPipeline, readTraced } from '../pipeline.js'
import type { Store } from '../store/index.js'

/** The claims of the ledger whose words have another reading, in the order of documents, as questions. Claims of an older coder are passed over. */
export async function* questionsOf(store: Store): AsyncGenerator<Question> {
  const pipeline = loadPipeline()
  // Who asks is waited for: the ledger is not kept in one long read meanwhile.
  const documents: string[] = []
  for await (const { id, claims } of store.rows()) if (claims.length > 0) documents.push(id)
  for (const id of documents) {
    const row = await store.row(id)
    if (!row) continue
    const ours = new Set(row.claims.map((claim) => claim.id))
    const doc = readTraced(pipeline, row.article)
    for (const { claim, readings } of contested(traceOf(pipeline.rules(), doc)))
      if (ours.has(claim.id)) yield questionOf(id, doc.text, claim, readings)
  }
}

/** The same question of the same claim. */
const keyOf = ({ document, claim }: Question | Opinion, hash: string): string => `${document}\n${claim}\n${hash}`

export interface Asking {
  readonly endpoint: Endpoint
  readonly model: string
  readonly limit: number
  /** Path of the log. */
  readonly log: string
  readonly known: readonly Opinion[]
  /** The day, as `YYYY-MM-DD`. */
  readonly day: () => string
}

/** Asks what the model was not asked before. Each answer is in the log before the next question goes out. */
export async function* adjudicate(questions: AsyncIterable<Question>, asking: Asking): AsyncGenerator<Opinion> {
  const { endpoint, model, limit, log, known, day } = asking
  const seen = new Set(known.filter((it) => it.model === model).map((it) => keyOf(it, it.promptHash)))
  let asked = 0
  for await (const question of questions) {
    if (asked >= limit) return
    if (seen.has(keyOf(question, question.hash))) continue
    asked++
    const opinion = opinionOf(question, model, day(), await endpoint.ask(question.prompt))
    appendOpinion(log, opinion)
    yield opinion
  }
}

/** Opinions of a log that answer the questions of the ledger as it is now, and how many no longer do. */
export async function replay(questions: AsyncIterable<Question>, log: readonly Opinion[]): Promise<{ stand: Opinion[]; stale: number }> {
  const open = new Set<string>()
  for await (const question of questions) open.add(keyOf(question, question.hash))
  const stand = log.filter((it) => open.has(keyOf(it, it.promptHash)))
  return { stand, stale: log.length - stand.length }
}
