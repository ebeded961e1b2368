import { z } from '@hono/zod-openapi'
import { Trouble } from '../schemas.js'

// What the answers of routes have in common.

type Shape<T extends z.ZodType> = {
  readonly description: string
  readonly content: { readonly 'application/json': { readonly schema: T } }
}
type Listed<T extends z.ZodType> = Shape<T> & { readonly content: { readonly 'text/csv': { readonly schema: z.ZodString } } }

export const json = <T extends z.ZodType>(schema: T, description: string): Shape<T> => ({
  description,
  content: { 'application/json': { schema } },
})

/** A list: as JSON, or as CSV for whoever accepts that rather. */
export const list = <T extends z.ZodType>(schema: T, description: string): Listed<T> => ({
  description: `${description}; as JSON, or as CSV for \`Accept: text/csv\``,
  content: { 'application/json': { schema }, 'text/csv': { schema: z.string() } },
})

const file = <M extends string>(media: M, description: string) => ({
  description,
  content: { [media]: { schema: z.string() } } as { readonly [of in M]: { readonly schema: z.ZodString } },
})
export const atomFile = file('application/atom+xml', 'Atom (RFC 4287)')
export const icsFile = file('text/calendar', 'iCalendar (RFC 5545)')
export const csvFile = file('text/csv', 'CSV (RFC 4180)')

export const nobody = json(Trouble, 'there is no such thing in the ledger')
export const wrong = json(Trouble, 'the question is wrong')

export const Name = z.object({ name: z.string().min(1).max(64) })
export const Id = z.object({ id: z.string().min(1).max(300) })
