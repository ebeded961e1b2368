import { z } from '@hono/zod-openapi'
import { STATUSES } from '../../spec/index.js'
import { Day } from './rows.js'

// What may be asked. Members of a query are texts; what is no text is made one here, once.

const narrow = {
  actor: z.string().optional().describe('who takes part: a code (ARM), an id (state:ARM) or a name'),
  with: z.string().optional().describe('the other side of a pair'),
  type: z.string().optional().describe('PLOVER type, such as ASSAULT'),
  status: z.enum(STATUSES).optional(),
  from: Day.optional().describe('first day'),
  to: Day.optional().describe('last day'),
  place: z.string().optional().describe('name or country of the place'),
  text: z.string().max(400).optional().describe('words of the sentences; a phrase in quotes'),
  knownAt: Day.optional().describe('only what documents of that day and before it tell'),
}
const after = z.string().max(2000).optional().describe('`next` of the page before')
const limit = (most: number, usual: number): z.ZodDefault<z.ZodCoercedNumber> => z.coerce.number().int().min(1).max(most).default(usual)
const historical = z.enum(['true', 'false']).optional().describe('told only as background, or as news')

export const Narrow = z.object(narrow)
/** What a feed or a calendar is made of. */
export const FeedAsked = z.object({ ...narrow, historical })
export const Paged = z.object({ limit: limit(1000, 100), after })
export const EventsAsked = z.object({ ...narrow, historical, limit: limit(1000, 100), after })
/** A file of events holds more of them than an answer to a page. */
export const TableAsked = z.object({ ...narrow, historical, limit: limit(10_000, 10_000), after })
export const SearchAsked = z.object({
  q: z.string().max(400).optional().describe('a name of an actor, or words of the sentences; a phrase in quotes'),
  ...narrow,
  historical,
  limit: limit(100, 50),
  after,
})
export const PairAsked = z.object({ a: z.string().min(1), b: z.string().min(1), asOf: Day.optional(), knownAt: Day.optional() })
export const EntriesAsked = z.object({
  a: z.string().min(1).optional().describe('a side: a code, an id or a name'),
  b: z.string().min(1).optional().describe('the other side'),
  asOf: Day.optional().describe('only what holds on that day; all entries, open and closed, without it'),
  knownAt: Day.optional(),
  limit: limit(1000, 100),
  after,
})
export const PairsAsked = z.object({ actor: z.string().optional(), limit: limit(500, 50), after })
export const ActorsAsked = z.object({ q: z.string().max(400).optional(), limit: limit(1000, 200), after })
export const DiffAsked = z.object({ before: Day, after: Day, a: z.string().min(1).optional(), b: z.string().min(1).optional() })
