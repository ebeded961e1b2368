import { member } from '../route.js'
import { FIELDS, type Asked, type Field } from './command.js'

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
