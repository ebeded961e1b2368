import { z } from '@hono/zod-openapi'
import { ClaimRow, DocumentRow, EntryRow, EventRow, FailureRow, PartyRow, STATUSES } from '../spec/index.js'
import { Correction } from '../story/index.js'

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
const paged = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: z.string().max(2000).optional().describe('`next` of the page before'),
}
export const Paged = z.object(paged)
export const Narrow = z.object(narrow)
export const EventsAsked = z.object({
  ...narrow,
  historical: z.enum(['true', 'false']).optional().describe('told only as background, or as news'),
  ...paged,
})
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
export const EventsAnswer = z.object({ events: z.array(Event), next: z.string().optional() }).openapi('Events')

const Month = z.object({ month: z.string(), quads: z.array(z.int()).length(4), goldstein: z.number().optional() })
export const PairAsked = z.object({ a: z.string().min(1), b: z.string().min(1), asOf: Day.optional(), knownAt: Day.optional() })
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
export const PairsAnswer = z.object({
  pairs: z.array(z.object({ a: Party, b: Party, events: z.int(), conflict: z.int(), last: Day.nullable() })),
})

const Count = z.int().nonnegative()
export const GraphAnswer = z
  .object({
    nodes: z.array(Party.extend({ events: Count })),
    edges: z.array(z.object({ a: z.string(), b: z.string(), months: z.array(Month) })),
  })
  .openapi('Graph')
export type DiffAnswer = z.infer<typeof DiffAnswer>
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

export const ExplanationAnswer = z
  .object({
    event: Event,
    rule: z.looseObject({ rule: z.string(), gloss: z.string() }).optional(),
    told: z.array(z.object({ document: z.looseObject({ id: z.string() }), claim: Claim, sentence: z.string(), why: z.string() })),
    entries: z.array(Entry),
  })
  .openapi('Explanation')

const Span = z.object({ from: z.int(), to: z.int() })
const Opinion = z
  .object({
    id: z.string(),
    model: z.string(),
    day: Day,
    document: z.string(),
    claim: z.string(),
    readings: z.array(z.object({ letter: z.string(), rule: z.string(), codes: z.string() })),
    promptHash: z.string().describe('SHA-256 of the question'),
    answer: z.string(),
    choice: z.string().nullable().describe('the letter of a reading; null is an abstention'),
  })
  .openapi('Opinion', { description: 'what a language model said of a claim; it is no part of the record, and no claim follows it' })
const Reason = z
  .object({
    claim: z.string(),
    sentence: z.string(),
    act: z.object({ text: z.string(), form: z.string(), voice: z.string(), status: z.string(), because: z.array(z.string()) }),
    roles: z
      .array(z.object({ role: z.string(), text: z.string(), span: Span, how: z.string(), condition: z.string().optional() }))
      .describe('what was read under each role'),
    rule: z.object({ name: z.string(), file: z.string(), line: z.int(), gloss: z.string() }),
    variant: z.object({ line: z.int(), where: z.string() }).optional(),
    frame: z.string().optional().describe('the verb that frames the act, and what is framed'),
    manner: z.string().optional().describe('the noun that tells the mode of the act beside its verb, with its rule'),
    rivals: z.array(z.object({ rule: z.string(), file: z.string(), codes: z.string(), lost: z.string().describe('why') })),
    whatIf: z.array(z.object({ change: z.string(), codes: z.string() })).describe('what would have changed the code'),
    nearly: z
      .array(z.object({ rule: z.string(), codes: z.string(), wanted: z.string(), said: z.boolean() }))
      .describe('rules that fail by one condition alone'),
    belief: z.number().optional().describe('how likely a careful reader makes this claim, from 0 to 1'),
  })
  .openapi('Reason')
export const ReasonsAnswer = z
  .object({
    document: z.string(),
    version: z.string(),
    reasons: z.array(Reason),
    others: z.array(z.string()).describe('claims that this coder does not make'),
    opinions: z.array(Opinion),
  })
  .openapi('Reasons')

export const DocumentAnswer = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'coded', 'refused']),
  coder: z.string().optional(),
  failure: FailureRow.shape.failure.optional(),
  row: Document.optional(),
  events: z.record(z.string(), z.string()).describe('claim → event'),
  corrections: z.array(CorrectionLine),
})

export const ActorsAnswer = z.object({ actors: z.array(Party) })
export const SearchAnswer = z.object({ actors: z.array(Party), events: z.array(Event), next: z.string().optional() })
export const CodebookAnswer = z.looseObject({
  version: z.string(),
  types: z.array(z.looseObject({ type: z.string() })),
  rules: z.array(z.looseObject({ rule: z.string() })),
})
export const RunsAnswer = z.object({
  version: z.string(),
  counts: z.record(z.string(), z.int()),
  coders: z.array(z.object({ coder: z.string(), documents: z.int() })),
  failures: z.array(z.object({ id: z.string(), path: z.string(), reason: z.string(), place: z.string(), cure: z.string() })),
  corrections: z.array(CorrectionLine),
})
