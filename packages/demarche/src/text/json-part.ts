import { readFileSync } from 'node:fs'
import { checkFormat } from './format.js'
import { Problem } from './problem.js'

/** One part of a compiled language bundle that is kept as JSON, parsed. Throws a `Problem` when it is missing, no JSON, or of another format. */
export function jsonPart(bundle: URL, name: string): unknown {
  const file = new URL(`${name}.json`, bundle)
  let part: unknown
  try {
    part = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Problem(
      {
        reason: 'no-bundle',
        place: file.pathname,
        fault: `the part “${name}” of the language bundle cannot be read`,
        cure: 'run `npm run build`, or install @demarche/english again',
      },
      { cause },
    )
  }
  checkFormat(bundle, 'bundle')
  return part
}
