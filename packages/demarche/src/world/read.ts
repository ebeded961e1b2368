import { existsSync, readFileSync } from 'node:fs'
import { checkFormat, Problem } from '../text/index.js'
import { citiesOf, gazetteerIn } from './cities.js'
import type { WorldBundle } from './bundle.js'
import type { Gazetteer } from './gazetteer.js'
import { type Imported, over, sectionsOf } from './imported.js'
import type { World } from './types.js'
import { createWorld } from './world.js'

/**
 * Reads the compiled world of a language's bundle (`bundle` of `@demarche/english`), with the imported gazetteer that `DEMARCHE_GAZETTEER` names, if it names one, laid over the
 * cities. Throws a `Problem` where either is missing, or of another format.
 */
export function readWorld(bundle: URL, imported?: Imported): World {
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
  const code = (iso2: string): string | undefined => alpha3.get(iso2)
  const cities = citiesOf(bundle, code)
  if (!imported) return createWorld(tables, cities)
  let gazetteer: Gazetteer | undefined
  return createWorld(tables, () => (gazetteer ??= over(gazetteerIn(sectionsOf(imported.file), code), cities())))
}
