import { z } from '@hono/zod-openapi'
import { Day, type Fixed } from './rows.js'

// Why claims have their codes, and apart from it what models said of them.

const Span = z.object({ from: z.int(), to: z.int() })
export const Opinion = z
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
export const Reason = z
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
export type ReasonsAnswer = Fixed<z.infer<typeof ReasonsAnswer>>
