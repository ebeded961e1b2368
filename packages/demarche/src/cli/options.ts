import { isDay } from '../time/index.js'
import { Usage } from './exit.js'

/** Options that every command with INPUT has. */
export const inputArgs = {
  date: { type: 'string', description: 'publication day (YYYY-MM-DD) of inputs that carry none', valueHint: 'DAY' },
} as const

/** The day that `--name` gives, checked. */
export function dayOption(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isDay(value)) throw new Usage(`--${name}: “${value}” is no day; write it as YYYY-MM-DD, such as 2024-06-14`)
  return value
}

/** The INPUTs of a command line; refuses an empty list. */
export function inputsOf(rest: readonly string[]): readonly string[] {
  if (rest.length === 0) throw new Usage('name at least one INPUT: a file, a folder, a glob, an address or - for standard input')
  return rest
}
