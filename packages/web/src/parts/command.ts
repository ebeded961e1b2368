/** What a search may ask for, as `demarche events` has it; each stands in the address under its name. */
export const FIELDS = ['q', 'actor', 'with', 'type', 'status', 'from', 'to', 'place', 'historical'] as const
export type Field = (typeof FIELDS)[number]
export type Asked = Readonly<Partial<Record<Field, string>>>

const OPTIONS: Readonly<Partial<Record<Field, string>>> = { q: 'text' }

/** The command that gives the same list in a terminal, or keeps it under a name. */
export function command(name: string, of: Asked): string {
  const options = FIELDS.filter((field) => of[field] !== undefined && field !== 'historical').map(
    (field) => `--${OPTIONS[field] ?? field} ${quoted(of[field]!)}`,
  )
  return [`demarche ${name}`, ...options].join(' ')
}

const quoted = (value: string): string => (/^[\w.:-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`)
