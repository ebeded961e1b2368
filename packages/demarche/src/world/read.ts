import { existsSync, readFileSync } from 'node:fs'
import { checkFormat, Problem } from '../text/index.js'
import { citiesOf } from './cities.js'
import type { WorldBundle } from './bundle.js'
import type { World } from './types.js'
import { createWorld } from './world.js'

/** Reads the compiled world of a language's bundle (`bundle` of `@demarche/english`). Throws a `Problem` where it was never built, or is of another format. */
export function readWorld(bundle: URL): World {
  const file = new URL('world.json', bundle)
  if (!existsSync(file))
    throw new Problem({
      reason: 'no-bundle',
      place: file.pathname,
      fault: 'there are no compiled world tables',
      cure: 'run “npm run build”',
    })
  checkFormat(bundle, 'bundle')
  const tables = JSON.parse(readFileSync(file, 'utf8')) as WorldBundle
  const alpha3 = new Map(Object.entries(tables.codes).map(([code, [iso2]]) => [iso2, code]))
  return createWorld(
    tables,
    citiesOf(bundle, (iso2) => alpha3.get(iso2)),
  )
}
