import { z } from '@hono/zod-openapi'
import { Correction, correctionId } from '../story/index.js'
import type { Store } from '../store/index.js'

/** A correction as it is asked for; moment and id are added here. */
export const CorrectionAsked = z
  .strictObject({
    claim: z.string(),
    document: z.string(),
    who: z.string().min(1).max(200),
    why: z.string().min(1).max(2000),
    change: z.strictObject(Correction.shape.change.unwrap().shape).optional(),
    undo: z.string().optional(),
  })
  .refine(
    ({ change, undo }) => (undo === undefined) !== (change === undefined || Object.keys(change).length === 0),
    'say what is right in `change`, or name a correction in `undo`',
  )
export type CorrectionAsked = z.infer<typeof CorrectionAsked>

/** The line of the log that a correction becomes; undefined when there is no such claim. */
export async function lineOf(
  store: Store,
  { claim, document, who, why, change, undo }: CorrectionAsked,
  when: string,
): Promise<Correction | undefined> {
  const found = (await store.row(document))?.claims.find(({ id }) => id === claim)
  if (!found) return undefined
  // The log holds nothing that was not said: absent members are left out.
  const said = Correction.shape.change.parse(change === undefined ? undefined : JSON.parse(JSON.stringify(change)))
  const rest = { who, why, when, document, trigger: found.trigger, ...(undo === undefined ? { change: said } : { undo }) }
  return { id: correctionId(rest), ...rest }
}

/** Adds it to the log and brings the ledger up to date. */
export async function record(store: Store, line: Correction): Promise<void> {
  await store.correct(JSON.stringify(line))
  await store.settle()
}
