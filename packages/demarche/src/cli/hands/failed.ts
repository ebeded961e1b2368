import { CODING_REASONS } from '../../limits/index.js'
import type { FailureRow } from '../../spec/index.js'
import { isProblem } from '../../text/index.js'

/** Why a document is refused. A fault of our own never stops the rest: it is a refusal too, and names what to report. */
export function refusal(error: unknown, stage: 'read' | 'code' = 'code'): FailureRow['failure'] {
  if (isProblem(error)) {
    const { reason, place, fault, cure } = error.fault
    return { reason, place, fault, cure, stage }
  }
  const fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { reason: 'internal', place: 'coder', fault, cure: CODING_REASONS.internal, stage }
}

export const failed = (id: string, input: FailureRow['input'], error: unknown, stage: 'read' | 'code'): FailureRow => ({
  schema: 1,
  id,
  input,
  failure: refusal(error, stage),
})

/** An input of which no document came. */
export const notFound = (row: FailureRow): FailureRow => ({ ...row, failure: { ...row.failure, stage: 'find' } })
