import { member } from '../route.js'

/** What a search may ask for, as `demarche events` has it; each stands in the address under its name. */
export const FIELDS = ['q', 'actor', 'with', 'type', 'status', 'from', 'to', 'place', 'historical'] as const
export type Field = (typeof FIELDS)[number]
export type Asked = Readonly<Partial<Record<Field, string>>>

/** What the address asks for. */
export function asked(): Asked {
  const found: Partial<Record<Field, string>> = {}
  for (const field of FIELDS) {
    const value = member(field)
    if (value !== undefined && value !== '') found[field] = value
  }
  return found
}

/** The same for feeds and tables, which know words as `text`. */
export function forFeeds({ q, ...rest }: Asked): Readonly<Record<string, string | undefined>> {
  return { ...rest, text: q }
}

const OPTIONS: Readonly<Partial<Record<Field, string>>> = { q: 'text' }

/** The command that gives the same list in a terminal, or keeps it under a name. */
export function command(name: string, of: Asked): string {
  const options = FIELDS.filter((field) => of[field] !== undefined && field !== 'historical').map(
    (field) => `--${OPTIONS[field] ?? field} ${quoted(of[field]!)}`,
  )
  return [`demarche ${name}`, ...options].join(' ')
}

const quoted = (value: string): string => (/^[\w.:-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`)
