import { createRoute, z } from '@hono/zod-openapi'
import { MOST, USUAL } from '../graph.js'
import * as S from '../schemas.js'
import { json, list, nobody, wrong } from './shapes.js'

/** Actors, pairs of them, and what holds between them. */
export const RELATIONS = {
  pair: createRoute({
    method: 'get',
    path: '/api/pair',
    summary: 'Two actors: their state on a day, as known on a day, with entries, events and months',
    request: { query: S.PairAsked },
    responses: { 200: json(S.PairAnswer, 'the pair'), 400: wrong, 404: nobody },
  }),
  entries: createRoute({
    method: 'get',
    path: '/api/entries',
    summary: 'Entries of the ledger: standing relations, of all, of an actor or of a pair; all, or those that hold on a day',
    request: { query: S.EntriesAsked },
    responses: { 200: list(S.EntriesAnswer, 'a page of entries, earliest first'), 400: wrong, 404: nobody },
  }),
  pairs: createRoute({
    method: 'get',
    path: '/api/pairs',
    summary: 'Pairs of actors by number of recent events',
    request: { query: S.PairsAsked },
    responses: { 200: list(S.PairsAnswer, 'a page of pairs'), 400: wrong },
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
    request: { query: S.DiffAsked },
    responses: { 200: json(S.DiffAnswer, 'events and entries that came, went or changed'), 400: wrong, 404: nobody },
  }),
  actors: createRoute({
    method: 'get',
    path: '/api/actors',
    summary: 'Actors by code, id or name',
    request: { query: S.ActorsAsked },
    responses: { 200: list(S.ActorsAnswer, 'a page of actors'), 400: wrong },
  }),
} as const
