import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from './problem.js'

/**
 * The formats of what a language package carries: `bundle`, compiled rules, lexicons and world tables; `models`, what training writes. A number goes up
 * whenever a program of the number before would read the files wrongly.
 */
export const FORMATS = { bundle: 2, models: 1 } as const
export const FORMAT_FILE = 'format.json'

/**
 * Checks that a folder of compiled data, a path or a URL, is of the format that this program reads: its `format.json` holds `{"format": number}`.
 * Throws a `Problem` that says which of the two is the older.
 */
export function checkFormat(folder: string | URL, what: keyof typeof FORMATS): void {
  const place = join(typeof folder === 'string' ? folder : fileURLToPath(folder), FORMAT_FILE)
  const [ours, theirs] = [FORMATS[what], formatIn(place)]
  if (theirs === ours) return
  const again = 'install @demarche/english of the version of demarche again (in a checkout: `npm run build`)'
  if (theirs === undefined) throw new Problem({ reason: 'no-format', place, fault: `the ${what} say no format`, cure: again })
  const told = `the ${what} are of format ${theirs}, and this program reads format ${ours}`
  throw theirs > ours
    ? new Problem({ reason: 'newer-format', place, fault: told, cure: 'update demarche' })
    : new Problem({ reason: 'older-format', place, fault: told, cure: again })
}

/** The number in a file of a format; undefined where there is none. */
function formatIn(place: string): number | undefined {
  try {
    const { format } = JSON.parse(readFileSync(place, 'utf8')) as { format?: unknown }
    return Number.isInteger(format) ? (format as number) : undefined
  } catch {
    return undefined
  }
}
