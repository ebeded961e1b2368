import { z } from 'zod'
import type { ClaimRow, DocumentRow } from '../spec/index.js'
import { contentId, Problem } from '../text/index.js'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/**
 * One human correction. It names its claim by document and characters, not by an id that a newer coder could change, so it survives re-coding. The log is
 * only added to: an `undo` names the correction that no longer counts.
 */
export const Correction = z.strictObject({
  id: z.string(),
  who: z.string().min(1),
  when: z.string(),
  why: z.string().min(1),
  document: z.string(),
  /** The act's word in the article's text. */
  trigger: z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() }),
  change: z
    .strictObject({
      type: z.string().optional(),
      mode: z.string().optional(),
      cameo: z.string().optional(),
      status: z.enum(['actual', 'future', 'hypothetical', 'negated']).optional(),
      historical: z.boolean().optional(),
      day: z.strictObject({ from: Day, to: Day }).optional(),
      actors: z.array(z.string()).optional(),
      recipients: z.array(z.string()).optional(),
      place: z.strictObject({ name: z.string().min(1), country: z.string().optional() }).optional(),
      noEvent: z.literal(true).optional(),
      /** Claims of one label are one event, whatever their words. */
      merge: z.string().optional(),
      /** Claims of different labels are different events. */
      split: z.string().optional(),
    })
    .optional(),
  undo: z.string().optional(),
})
export type Correction = z.infer<typeof Correction>

/** Reads one line of the log. Throws a `Problem` with its number. */
export function readCorrection(line: string, number: number): Correction {
  try {
    return Correction.parse(JSON.parse(line))
  } catch (cause) {
    throw new Problem(
      {
        reason: 'bad-correction',
        place: `corrections, line ${number}`,
        fault: cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll('\n', ' ') : 'is no JSON',
        cure: 'write it as `demarche correct` does',
      },
      { cause },
    )
  }
}

/** The id of a correction: its content, so that the same line from two people's logs counts once. */
export const correctionId = (it: Omit<Correction, 'id'>): string => contentId('correction', JSON.stringify(it))

/** The corrections in force: later lines last, without what was undone. */
export function inForce(log: readonly Correction[]): Correction[] {
  const undone = new Set(log.flatMap(({ undo }) => undo ?? []))
  return log.filter(({ id, undo }) => undo === undefined && !undone.has(id))
}

/** A claim with what people said of it. */
export interface Corrected {
  readonly claim: ClaimRow
  readonly merge?: string
  readonly split?: string
  /** The right place, where people said it. */
  readonly place?: { readonly name: string; readonly country?: string | undefined }
  /** Ids of the corrections that made it what it is. */
  readonly by: readonly string[]
}

const NOBODY: readonly string[] = []

/** The claims of a document after its corrections; a claim that is no event is left out. Spans of evidence never change. */
export function corrected(row: DocumentRow, corrections: readonly Correction[]): Corrected[] {
  if (corrections.length === 0) return row.claims.map((claim) => ({ claim, by: NOBODY }))
  return row.claims.flatMap((claim) => {
    const own = corrections.filter(
      ({ document, trigger }) => document === row.id && trigger.from < claim.trigger.to && claim.trigger.from < trigger.to,
    )
    const changes = own.flatMap(({ change }) => change ?? [])
    if (changes.some(({ noEvent }) => noEvent)) return []
    const merge = changes.findLast((it) => it.merge !== undefined)?.merge
    const split = changes.findLast((it) => it.split !== undefined)?.split
    const place = changes.findLast((it) => it.place !== undefined)?.place
    return [
      {
        claim: changes.reduce(changed, claim),
        by: own.map(({ id }) => id),
        ...(merge === undefined ? {} : { merge }),
        ...(split === undefined ? {} : { split }),
        ...(place === undefined ? {} : { place }),
      },
    ]
  })
}

/** The rule of a claim whose type people set. */
const BY_HAND = 'by-hand'

function changed(
  claim: ClaimRow,
  { type, mode, cameo, status, historical, day, actors, recipients }: NonNullable<Correction['change']>,
): ClaimRow {
  const parties = (ids: readonly string[], old: ClaimRow['actors']): ClaimRow['actors'] =>
    ids.map((actor, i) => ({
      span: (old[i] ?? old[0] ?? { span: claim.trigger }).span,
      actor,
      ...(actor.startsWith('state:') ? { country: actor.slice(6), sector: 'GOV' } : {}),
    }))
  return {
    ...claim,
    // Mode, codes and what the rule does to relations belong to the type: a new type has only what is said with it.
    ...(type === undefined || type === claim.type
      ? {}
      : { type, rule: BY_HAND, mode: undefined, cameo: undefined, quad: undefined, goldstein: undefined }),
    ...(mode === undefined ? {} : { mode }),
    ...(cameo === undefined ? {} : { cameo }),
    ...(status === undefined ? {} : { status }),
    ...(historical === undefined ? {} : { historical }),
    ...(day === undefined ? {} : { when: { ...day, basis: 'stated' as const } }),
    ...(actors === undefined ? {} : { actors: parties(actors, claim.actors) }),
    ...(recipients === undefined ? {} : { recipients: parties(recipients, claim.recipients) }),
  }
}
