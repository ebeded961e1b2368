import { readdirSync, readFileSync } from 'node:fs'
import { byCodeUnit, sha256 } from 'demarche/text'

/** Hashes of what a row is made by. They are taken once, here, and not of ten megabytes at every start of a program. */
export interface Versions {
  /** Rules, lexicons and schemes. */
  readonly rules: string
  readonly models: string
  /** Actors, offices and places. */
  readonly world: string
}

const WORLD: ReadonlySet<string> = new Set(['world.json', 'places.json', 'countries.json', 'cities.bin'])

/** The versions of a bundle whose other parts have been built. */
export function versionsOf(sources: URL): Versions {
  const of = (folder: string, holds: (name: string) => boolean): string => {
    const names = readdirSync(new URL(folder, sources)).filter(holds).toSorted(byCodeUnit)
    return sha256(names.map((name) => sha256(readFileSync(new URL(folder + name, sources)))).join('\n'), 12)
  }
  return {
    rules: of('bundle/', (name) => name.endsWith('.json') && name !== 'versions.json' && name !== 'format.json' && !WORLD.has(name)),
    models: of('models/', (name) => /\.(?:gz|json)$/.test(name)),
    world: of('bundle/', (name) => WORLD.has(name)),
  }
}
