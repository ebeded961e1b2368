import { createRoute } from '@hono/zod-openapi'
import * as S from '../schemas.js'
import { atomFile, csvFile, icsFile, Id, json, list, Name, nobody, wrong } from './shapes.js'

/** Events: asked for, followed, saved, one of them. */
export const EVENTS = {
  events: createRoute({
    method: 'get',
    path: '/api/events',
    summary: 'Events, newest first',
    request: { query: S.EventsAsked },
    responses: { 200: list(S.EventsAnswer, 'a page of events'), 400: wrong },
  }),
  csv: createRoute({
    method: 'get',
    path: '/api/events.csv',
    summary: 'Events of a query as a table, for links and spreadsheets',
    request: { query: S.TableAsked },
    responses: { 200: csvFile, 400: wrong },
  }),
  atom: createRoute({
    method: 'get',
    path: '/api/events.atom',
    summary: 'The newest events of a query as a feed',
    request: { query: S.FeedAsked },
    responses: { 200: atomFile, 400: wrong },
  }),
  ics: createRoute({
    method: 'get',
    path: '/api/events.ics',
    summary: 'Events of a query as a calendar',
    request: { query: S.FeedAsked },
    responses: { 200: icsFile, 400: wrong },
  }),
  search: createRoute({
    method: 'get',
    path: '/api/search',
    summary: 'Actors by name, and events by words and filters, each with a sentence that tells it',
    request: { query: S.SearchAsked },
    responses: { 200: list(S.SearchAnswer, 'what was found (CSV: the events)'), 400: wrong },
  }),
  saved: createRoute({
    method: 'get',
    path: '/api/saved',
    summary: 'Saved queries: names and filters, and whether changes are posted',
    responses: { 200: list(S.SavedAnswer, 'the queries, by name') },
  }),
  savedEvents: createRoute({
    method: 'get',
    path: '/api/saved/{name}/events',
    summary: 'Events of a saved query, newest first',
    request: { params: Name, query: S.Paged },
    responses: { 200: list(S.EventsAnswer, 'a page of events'), 400: wrong, 404: nobody },
  }),
  savedCsv: createRoute({
    method: 'get',
    path: '/api/saved/{name}/events.csv',
    summary: 'Events of a saved query as a table',
    request: { params: Name },
    responses: { 200: csvFile, 404: nobody },
  }),
  savedAtom: createRoute({
    method: 'get',
    path: '/api/saved/{name}/events.atom',
    summary: 'The newest events of a saved query as a feed',
    request: { params: Name },
    responses: { 200: atomFile, 404: nobody },
  }),
  savedIcs: createRoute({
    method: 'get',
    path: '/api/saved/{name}/events.ics',
    summary: 'Events of a saved query as a calendar',
    request: { params: Name },
    responses: { 200: icsFile, 404: nobody },
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
} as const
