import { z } from '@hono/zod-openapi'
import { ClaimRow, DocumentRow, EntryRow, EventRow, PartyRow } from '../../spec/index.js'
import { Correction } from '../../story/index.js'

// The rows of the spec under the names that the OpenAPI document gives them. A schema is made anew here, for only schemas of this import have `openapi`.

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')
  .openapi({ example: '2024-06-14' })
export const Event = z.object(EventRow.shape).openapi('Event')
export const Entry = z.object(EntryRow.shape).openapi('Entry')
export const Party = z.object(PartyRow.shape).openapi('Party')
export const Claim = z.object(ClaimRow.shape).openapi('Claim')
export const Document = z.object(DocumentRow.shape).openapi('Document')
export const CorrectionLine = z.object(Correction.shape).openapi('Correction')
export const Trouble = z.object({ error: z.string(), cure: z.string().optional() }).openapi('Trouble')

type Row = ClaimRow | DocumentRow | EntryRow | EventRow | PartyRow

/** What a schema gives, as who only reads it sees it; rows are what they are everywhere. */
export type Fixed<T> = T extends Row ? T : T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T
