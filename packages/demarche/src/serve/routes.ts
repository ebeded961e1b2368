import { createRoute, z } from '@hono/zod-openapi'
import { CorrectionAsked } from './correct.js'
import { MOST, USUAL } from './graph.js'
import * as S from './schemas.js'

const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } })
const nobody = json(S.Trouble, 'there is no such thing in the ledger')
const wrong = json(S.Trouble, 'the question is wrong')
const Name = z.object({ name: z.string().min(1).max(64) })
const Id = z.object({ id: z.string().min(1).max(300) })

/** Every question that the API answers. The OpenAPI document and the handlers are made from this one list. */
export const ROUTES = {
  events: createRoute({
    method: 'get',
    path: '/api/events',
    summary: 'Events, newest first',
    description: 'As JSON, or as CSV for `Accept: text/csv`.',
    request: { query: S.EventsAsked },
    responses: {
      200: {
        description: 'a page of events',
        content: { 'application/json': { schema: S.EventsAnswer }, 'text/csv': { schema: z.string() } },
      },
      400: wrong,
    },
  }),
  atom: createRoute({
    method: 'get',
    path: '/api/events.atom',
    summary: 'The newest events of a query as a feed',
    request: { query: S.Narrow },
    responses: { 200: { description: 'Atom (RFC 4287)', content: { 'application/atom+xml': { schema: z.string() } } }, 400: wrong },
  }),
  ics: createRoute({
    method: 'get',
    path: '/api/events.ics',
    summary: 'Events of a query as a calendar',
    request: { query: S.Narrow },
    responses: { 200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: z.string() } } }, 400: wrong },
  }),
  saved: createRoute({
    method: 'get',
    path: '/api/saved',
    summary: 'Saved queries: names and filters, and whether changes are posted',
    responses: { 200: json(S.SavedAnswer, 'the queries, by name') },
  }),
  savedEvents: createRoute({
    method: 'get',
    path: '/api/saved/{name}/events',
    summary: 'Events of a saved query, newest first',
    description: 'As JSON, or as CSV for `Accept: text/csv`.',
    request: { params: Name, query: S.Paged },
    responses: {
      200: {
        description: 'a page of events',
        content: { 'application/json': { schema: S.EventsAnswer }, 'text/csv': { schema: z.string() } },
      },
      400: wrong,
      404: nobody,
    },
  }),
  savedAtom: createRoute({
    method: 'get',
    path: '/api/saved/{name}/events.atom',
    summary: 'The newest events of a saved query as a feed',
    request: { params: Name },
    responses: { 200: { description: 'Atom (RFC 4287)', content: { 'application/atom+xml': { schema: z.string() } } }, 404: nobody },
  }),
  savedIcs: createRoute({
    method: 'get',
    path: '/api/saved/{name}/events.ics',
    summary: 'Events of a saved query as a calendar',
    request: { params: Name },
    responses: { 200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: z.string() } } }, 404: nobody },
  }),
  event: createRoute({
    method: 'get',
    path: '/api/events/{id}',
    summary: 'One event; the id of a claim finds its event',
    request: { params: Id },
    responses: { 200: json(S.Event, 'the event'), 404: nobody },
  }),
  explanation: createRoute({
    method: 'get',
    path: '/api/events/{id}/explanation',
    summary: 'Why an event is what it is: its rule, its sentences, what it did to the ledger',
    request: { params: Id },
    responses: { 200: json(S.ExplanationAnswer, 'the explanation'), 404: nobody },
  }),
  pair: createRoute({
    method: 'get',
    path: '/api/pair',
    summary: 'Two actors: their state on a day, as known on a day, with entries, events and months',
    request: { query: S.PairAsked },
    responses: { 200: json(S.PairAnswer, 'the pair'), 400: wrong, 404: nobody },
  }),
  pairs: createRoute({
    method: 'get',
    path: '/api/pairs',
    summary: 'Pairs of actors by number of recent events',
    request: { query: z.object({ actor: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(50) }) },
    responses: { 200: json(S.PairsAnswer, 'pairs'), 400: wrong },
  }),
  graph: createRoute({
    method: 'get',
    path: '/api/graph',
    summary: 'Who had to do with whom, by month and class: around one or two actors, or of all',
    request: {
      query: z.object({
        a: z.string().min(1).optional(),
        b: z.string().min(1).optional(),
        knownAt: S.Day.optional(),
        limit: z.coerce.number().int().min(2).max(MOST).default(USUAL).describe('actors, those of most events'),
      }),
    },
    responses: { 200: json(S.GraphAnswer, 'actors and what passed between them'), 400: wrong },
  }),
  diff: createRoute({
    method: 'get',
    path: '/api/diff',
    summary: 'What was learned between two days: of a pair, or of all',
    request: { query: z.object({ before: S.Day, after: S.Day, a: z.string().min(1).optional(), b: z.string().min(1).optional() }) },
    responses: { 200: json(S.DiffAnswer, 'events and entries that came, went or changed'), 400: wrong, 404: nobody },
  }),
  document: createRoute({
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'A document with all that was read from it, what was removed, and its corrections',
    request: { params: Id },
    responses: { 200: json(S.DocumentAnswer, 'the document'), 404: nobody },
  }),
  reasons: createRoute({
    method: 'get',
    path: '/api/documents/{id}/reasons',
    summary:
      'Why each claim of a document has its code: roles, rivals and why they lost, what would have changed it; opinions of models apart',
    request: { params: Id },
    responses: {
      200: json(S.ReasonsAnswer, 'the reasons'),
      404: nobody,
      422: json(S.Trouble, 'it can no longer be coded within the limits'),
    },
  }),
  actors: createRoute({
    method: 'get',
    path: '/api/actors',
    summary: 'Actors by code, id or name',
    request: { query: z.object({ q: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(1000).default(200) }) },
    responses: { 200: json(S.ActorsAnswer, 'actors'), 400: wrong },
  }),
  search: createRoute({
    method: 'get',
    path: '/api/search',
    summary: 'Actors and events by words',
    request: { query: z.object({ q: z.string().min(1).max(400), after: z.string().max(2000).optional() }) },
    responses: { 200: json(S.SearchAnswer, 'what was found'), 400: wrong },
  }),
  codebook: createRoute({
    method: 'get',
    path: '/api/codebook',
    summary: 'Types, modes and rules',
    responses: { 200: json(S.CodebookAnswer, 'the codebook') },
  }),
  runs: createRoute({
    method: 'get',
    path: '/api/runs',
    summary: 'What the ledger holds, which coder made it, what failed, what was corrected',
    responses: { 200: json(S.RunsAnswer, 'runs and failures') },
  }),
  correct: createRoute({
    method: 'post',
    path: '/api/corrections',
    summary: 'Corrects a claim; answers with the line of the log',
    security: [{ token: [] }],
    request: { body: { required: true, content: { 'application/json': { schema: CorrectionAsked } } } },
    responses: {
      201: json(S.CorrectionLine, 'the line that was added'),
      400: wrong,
      401: json(S.Trouble, 'the token is missing or wrong'),
      404: nobody,
    },
  }),
} as const
