import { z } from '@hono/zod-openapi'
import { FailureRow } from '../../spec/index.js'
import { Narrow } from './asked.js'
import { CorrectionLine, Day, Document, Entry, Event, type Fixed, Party } from './rows.js'

// What is answered: from these the OpenAPI document is made, and the page takes its types.

const next = z.string().optional().describe('ask with it as `after` for the next page; absent on the last')

export const SavedAnswer = z
  .object({
    saved: z.array(
      z.object({
        name: z.string(),
        filters: Narrow.extend({ historical: z.boolean().optional() }),
        posted: z.boolean().describe('changes are posted to an address'),
      }),
    ),
  })
  .openapi('Saved')
export const EventsAnswer = z.object({ events: z.array(Event), next }).openapi('Events')

const Month = z.object({ month: z.string(), quads: z.array(z.int()).length(4), goldstein: z.number().optional() })
export const PairAnswer = z
  .object({
    pair: z.array(Party),
    asOf: Day.nullable(),
    knownAt: Day.nullable(),
    state: z.array(Entry).describe('what holds on the day'),
    entries: z.array(Entry).describe('all, open and closed'),
    events: z.array(Event),
    months: z.array(Month),
    cut: z.boolean().describe('there are more events; page them with /api/events'),
  })
  .openapi('Pair')
export const EntriesAnswer = z.object({ entries: z.array(Entry), next }).openapi('Entries')
export const PairsAnswer = z
  .object({
    pairs: z.array(
      z.object({
        a: Party,
        b: Party,
        events: z.int(),
        conflict: z.int().describe('how many of them are of verbal or material conflict'),
        last: Day.nullable(),
      }),
    ),
    next,
  })
  .openapi('Pairs')

const Count = z.int().nonnegative()
export const GraphAnswer = z
  .object({
    nodes: z.array(Party.extend({ events: Count })),
    edges: z.array(z.object({ a: z.string(), b: z.string(), months: z.array(Month) })),
  })
  .openapi('Graph')
export const DiffAnswer = z
  .object({
    before: Day,
    after: Day,
    added: z.array(Event),
    removed: z.array(Event),
    changed: z.array(z.object({ event: Event, was: Event, fields: z.array(z.string()) })),
    entries: z.object({ added: z.array(Entry), removed: z.array(Entry) }),
    counts: z.object({ added: Count, removed: Count, changed: Count }).describe('how many there are; the lists may be cut'),
  })
  .openapi('Diff')

export const DocumentAnswer = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'coded', 'refused']),
  coder: z.string().optional(),
  failure: FailureRow.shape.failure.optional(),
  row: Document.optional(),
  events: z.record(z.string(), z.string()).describe('claim → event'),
  corrections: z.array(CorrectionLine),
})

export const ActorsAnswer = z.object({ actors: z.array(Party), next }).openapi('Actors')
export const SearchAnswer = z
  .object({
    actors: z.array(Party).describe('whose id or name holds `q`; on the first page'),
    events: z.array(Event),
    told: z
      .array(z.object({ event: z.string(), document: z.string(), sentence: z.string() }))
      .describe('for each event a sentence that tells it: one that holds the words, where one does'),
    next,
  })
  .openapi('Search')
export const CountsAnswer = z.object({ counts: z.record(z.string(), z.int()) }).openapi('Counts')
export const RunsAnswer = z.object({
  version: z.string(),
  counts: z.record(z.string(), z.int()),
  coders: z.array(z.object({ coder: z.string(), documents: z.int() })),
  failures: z.array(z.object({ id: z.string(), path: z.string(), reason: z.string(), place: z.string(), cure: z.string() })),
  corrections: z.array(CorrectionLine),
})

export type SavedAnswer = Fixed<z.infer<typeof SavedAnswer>>
export type PairAnswer = Fixed<z.infer<typeof PairAnswer>>
export type PairsAnswer = Fixed<z.infer<typeof PairsAnswer>>
export type GraphAnswer = Fixed<z.infer<typeof GraphAnswer>>
export type DiffAnswer = Fixed<z.infer<typeof DiffAnswer>>
export type DocumentAnswer = Fixed<z.infer<typeof DocumentAnswer>>
export type SearchAnswer = Fixed<z.infer<typeof SearchAnswer>>
export type CountsAnswer = Fixed<z.infer<typeof CountsAnswer>>
export type RunsAnswer = Fixed<z.infer<typeof RunsAnswer>>
