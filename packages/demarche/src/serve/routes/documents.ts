import { createRoute } from '@hono/zod-openapi'
import { CorrectionAsked } from '../correct.js'
import * as S from '../schemas.js'
import { Id, json, list, nobody, wrong } from './shapes.js'

/** Documents, why their claims have their codes, corrections, and what made the ledger. */
export const DOCUMENTS = {
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
  codebook: createRoute({
    method: 'get',
    path: '/api/codebook',
    summary: 'Types, modes and rules',
    responses: { 200: json(S.CodebookAnswer, 'the codebook') },
  }),
  counts: createRoute({
    method: 'get',
    path: '/api/counts',
    summary: 'How much the ledger holds: documents by state, claims, events, entries',
    responses: { 200: json(S.CountsAnswer, 'the counts') },
  }),
  runs: createRoute({
    method: 'get',
    path: '/api/runs',
    summary: 'What the ledger holds, which coder made it, what failed, what was corrected',
    responses: { 200: list(S.RunsAnswer, 'runs and failures (CSV: the failures)') },
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
