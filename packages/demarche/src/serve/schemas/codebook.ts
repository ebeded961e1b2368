import { z } from '@hono/zod-openapi'
import { Claim, Entry, Event, type Fixed } from './rows.js'

// The rules, and an event held against its rule. Rules may say more than is listed here.

const Ignored = z.looseObject({ text: z.string(), why: z.string() })
const Rule = z
  .looseObject({
    rule: z.string(),
    gloss: z.string(),
    codes: z.looseObject({ type: z.string().nullish(), mode: z.string().optional(), cameo: z.string().optional() }),
    ledger: z.record(z.string(), z.string()).optional().describe('what an event of the rule does to the ledger'),
    finds: z.array(z.looseObject({ text: z.string() })).describe('examples that it codes'),
    ignores: z.array(Ignored).describe('examples that it leaves alone'),
    file: z.string(),
    line: z.int(),
  })
  .openapi('Rule')

export const CodebookAnswer = z
  .object({
    version: z.string(),
    types: z.array(
      z.object({
        type: z.string(),
        gloss: z.string(),
        quad: z.int().describe('1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 none'),
        score: z.number().describe('on the Goldstein scale, from -10 to 10'),
        modes: z.array(z.looseObject({ mode: z.string(), gloss: z.string(), score: z.number() })),
      }),
    ),
    rules: z.array(Rule),
  })
  .openapi('Codebook')

export const ExplanationAnswer = z
  .object({
    event: Event,
    rule: Rule.optional(),
    told: z
      .array(
        z.object({
          document: z.looseObject({
            id: z.string(),
            title: z.string().optional(),
            publisher: z.string().optional(),
            published: z.looseObject({ day: z.string() }).nullish(),
            uri: z.string().optional(),
          }),
          claim: Claim,
          sentence: z.string(),
          why: z.string().describe('why it was taken for a report of this event'),
        }),
      )
      .describe('every report'),
    entries: z.array(Entry).describe('what it changed in the ledger'),
  })
  .openapi('Explanation')

export type CodebookAnswer = Fixed<z.infer<typeof CodebookAnswer>>
export type ExplanationAnswer = Fixed<z.infer<typeof ExplanationAnswer>>
