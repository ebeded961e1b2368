import { z } from 'zod'

// The contract of `docs/spec.md` as schemas; types are derived from them. One line a document of `demarche code --jsonl`.

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const SpanRow = z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() })
export const Country = z.string().min(2).describe('ISO 3166-1 alpha-3, or a documented code of our own')

export const Removed = z.object({
  span: SpanRow,
  why: z.string().describe('navigation, headline-list, read-also, share, caption, advert, notice, comments, author-box, paywall …'),
})

export const ArticleRow = z.object({
  uri: z.string().optional(),
  title: z.string().optional(),
  byline: z.string().optional(),
  publisher: z.string().optional(),
  language: z.string().optional(),
  published: z
    .object({ day: Day, basis: z.enum(['given', 'page', 'feed', 'inferred']) })
    .nullable()
    .optional(),
  text: z.string(),
  removed: z.array(Removed),
  related: z.array(z.string()),
  /** Limits that were reached: the document is coded without what went beyond them. */
  degraded: z.array(z.string()).optional(),
  /** SHA-256 of the bytes that the article was read from. */
  bytes: z.string().optional(),
})

export const MentionRow = z.object({
  span: SpanRow,
  kind: z.enum(['name', 'office', 'nationality', 'group', 'pronoun']),
  actor: z.string().optional(),
})

export const ActorRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string().describe('state, person, organisation, group, office, place …'),
  country: Country.optional(),
  sector: z.string().optional().describe('PLOVER sector: GOV, MIL, REB, OPP …'),
  office: z.string().optional(),
  wikidata: z.string().optional(),
})

export const TimeRow = z.object({
  span: SpanRow,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string(),
  from: Day.optional(),
  to: Day.optional(),
  certain: z.array(z.enum(['year', 'month', 'day', 'hour'])).optional(),
})

export const PlaceRow = z.object({
  span: SpanRow,
  name: z.string(),
  kind: z.string(),
  country: Country.optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  geonames: z.int().optional(),
  holder: z
    .string()
    .optional()
    .describe('who governs a disputed place on the day of the text: an id such as state:RUS; absent where nobody disputes the place'),
  claimants: z.array(z.string()).optional().describe('the others that claim it on that day'),
})

export const QuotationRow = z.object({
  content: z.array(SpanRow),
  cue: SpanRow.optional(),
  source: SpanRow.optional(),
  speaker: z.string().optional(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  medium: z.string().optional().describe('through what it is said: documents, statement, interview, post, sources, intelligence …'),
})

export const FigureRow = z.object({
  kind: z.string().describe('killed, wounded, displaced, arrested, captured, troops, money …'),
  min: z.number().nullable(),
  max: z.number().nullable(),
  span: SpanRow,
})

export const STATUSES = ['actual', 'future', 'hypothetical', 'negated'] as const

/** A party of an event: a state (for its government, forces and officials) or an actor of its own. */
export const PartyRow = z.object({ id: z.string(), name: z.string(), country: Country.optional(), sector: z.string().optional() })

export const ClaimRow = z.object({
  id: z.string(),
  rule: z.string(),
  type: z.string().nullable(),
  mode: z.string().optional(),
  contexts: z.array(z.string()).optional(),
  cameo: z.string().optional(),
  quad: z.int().min(0).max(4).optional(),
  goldstein: z.number().min(-10).max(10).optional(),
  status: z.enum(STATUSES),
  historical: z.boolean(),
  actors: z.array(z.object({ span: SpanRow, actor: z.string().optional(), country: Country.optional(), sector: z.string().optional() })),
  recipients: z.array(
    z.object({ span: SpanRow, actor: z.string().optional(), country: Country.optional(), sector: z.string().optional() }),
  ),
  others: z.array(z.object({ role: z.string(), span: SpanRow, actor: z.string().optional() })).optional(),
  when: z.object({
    from: Day.optional(),
    to: Day.optional(),
    span: SpanRow.optional(),
    basis: z.enum(['stated', 'narrative', 'publication', 'unknown']),
  }),
  where: z.object({ place: z.int().nonnegative(), role: z.string() }).optional(),
  figures: z.array(FigureRow).optional(),
  attribution: z.array(z.object({ actor: z.string().optional(), span: SpanRow, medium: z.string().optional() })),
  respondsTo: z.string().optional(),
  trigger: SpanRow,
  sentence: SpanRow,
  /** Further spans of the same text that say the same. */
  evidence: z.array(SpanRow).optional(),
  confidence: z.number().min(0).max(1),
})

export const InputRow = z.object({ path: z.string(), item: z.int().nonnegative().optional() })

/** What made a row: the program, and hashes of the rules, the models and the tables of the world. */
export const CoderRow = z.object({ version: z.string(), rules: z.string(), models: z.string(), world: z.string() })

export const DocumentRow = z.object({
  schema: z.literal(1),
  id: z.string(),
  input: InputRow,
  provenance: CoderRow.extend({
    bytes: z.string().optional().describe('SHA-256 of the bytes that the article was read from'),
    text: z.string().describe('SHA-256 of the text in UTF-8'),
  }).optional(),
  article: ArticleRow,
  sentences: z.array(z.object({ span: SpanRow })),
  mentions: z.array(MentionRow),
  actors: z.array(ActorRow),
  times: z.array(TimeRow),
  places: z.array(PlaceRow),
  quotations: z.array(QuotationRow),
  claims: z.array(ClaimRow),
})

export const FailureRow = z.object({
  schema: z.literal(1),
  id: z.string(),
  input: InputRow,
  failure: z.object({
    reason: z.string(),
    place: z.string(),
    fault: z.string().optional(),
    cure: z.string(),
    stage: z.enum(['find', 'read', 'code']).optional(),
    tries: z.int().optional(),
  }),
})

export const TokenRow = z.object({
  span: SpanRow,
  form: z.string().optional(),
  lemma: z.string(),
  upos: z.string(),
  xpos: z.string(),
  head: z.int().min(-1),
  deprel: z.string(),
})

/** What one or more claims, from one or many documents, support. */
export const EventRow = z.object({
  id: z.string(),
  type: z.string().nullable(),
  mode: z.string().optional(),
  contexts: z.array(z.string()).optional(),
  cameo: z.string().optional(),
  quad: z.int().min(0).max(4).optional(),
  goldstein: z.number().min(-10).max(10).optional(),
  rule: z.string(),
  status: z.enum(STATUSES),
  historical: z.boolean().describe('true when every claim tells it as background'),
  actors: z.array(PartyRow),
  recipients: z.array(PartyRow),
  others: z.array(z.object({ role: z.string(), id: z.string(), name: z.string() })),
  when: z.object({ from: Day.optional(), to: Day.optional(), basis: z.enum(['stated', 'narrative', 'publication', 'unknown']) }),
  where: z
    .object({
      name: z.string(),
      kind: z.string().optional().describe('how exactly it is known: country, region, province, city, facility …'),
      country: Country.optional(),
      lat: z.number().optional(),
      lon: z.number().optional(),
      geonames: z.int().optional(),
    })
    .optional(),
  figures: z.array(
    z.object({
      kind: z.string(),
      best: z.number(),
      low: z.number(),
      high: z.number(),
      reports: z.array(z.object({ claim: z.string(), min: z.number().nullable(), max: z.number().nullable(), source: z.string() })),
    }),
  ),
  claims: z.array(
    z.object({
      id: z.string(),
      document: z.string(),
      known: Day.nullable(),
      why: z.string().describe('why this claim is of this event'),
      copyOf: z.string().optional().describe('an earlier document of this event of which this one is a near-duplicate'),
      respondsTo: z.string().optional().describe('the claim of the same document that its act answers'),
    }),
  ),
  known: Day.nullable().describe('the first day on which a document told it'),
  respondsTo: z.string().optional(),
})

/** What an event does to the standing relations of its sides. Which of the sides stand here depends on `of`: see the table of kinds in the spec. */
export const EntryRow = z.object({
  of: z.string(),
  from: z.string().optional(),
  at: z.string().optional(),
  by: z.string().optional(),
  on: z.string().optional(),
  to: z.string().optional(),
  toward: z.string().optional(),
  member: z.string().optional(),
  in: z.string().optional(),
  holder: z.string().optional(),
  place: z.string().optional(),
  actor: z.string().optional(),
  between: z.array(z.string()).optional(),
  broker: z.array(z.string()).optional(),
  is: z.string(),
  since: Day.nullable(),
  until: Day.nullable(),
  basis: z.enum(['stated', 'narrative', 'publication', 'unknown']),
  because: z.array(z.string()),
  contradictedBy: z.array(z.string()).optional().describe('events of the same day that say otherwise'),
  lapsed: z.literal(true).optional().describe('it ends because nothing more was told of it, not because something ended it'),
})

export const StateRow = z.object({ pair: z.array(z.string()), asOf: Day.nullable(), knownAt: Day.nullable(), entries: z.array(EntryRow) })

export type ArticleRow = z.infer<typeof ArticleRow>
export type MentionRow = z.infer<typeof MentionRow>
export type ActorRow = z.infer<typeof ActorRow>
export type TimeRow = z.infer<typeof TimeRow>
export type PlaceRow = z.infer<typeof PlaceRow>
export type QuotationRow = z.infer<typeof QuotationRow>
export type FigureRow = z.infer<typeof FigureRow>
export type ClaimRow = z.infer<typeof ClaimRow>
export type DocumentRow = z.infer<typeof DocumentRow>
export type CoderRow = z.infer<typeof CoderRow>
export type FailureRow = z.infer<typeof FailureRow>
export type TokenRow = z.infer<typeof TokenRow>
export type EventRow = z.infer<typeof EventRow>
export type PartyRow = z.infer<typeof PartyRow>
export type EntryRow = z.infer<typeof EntryRow>
export type StateRow = z.infer<typeof StateRow>
