import { readdirSync, readFileSync } from 'node:fs'
import { byCodeUnit, sha256 } from 'demarche/text'

/** Hashes of what a row is made by. They are taken once, here, and not of ten megabytes at every start of a program. */
export interface Versions {
  /** Rules, lexicons and schemes. */
  readonly rules: string
  /** Trained models, and the n-grams by which languages are told: whether a text is read as English hangs on them. */
  readonly models: string
  /** Actors, offices and places. */
  readonly world: string
}

const WORLD: ReadonlySet<string> = new Set(['world.json', 'places.json', 'countries.json', 'cities.bin'])
const LANGUAGES = 'bundle/languages.bin'

/** The versions of a bundle whose other parts have been built. */
export function versionsOf(sources: URL): Versions {
  const namesIn = (folder: string, holds: (name: string) => boolean): string[] =>
    readdirSync(new URL(folder, sources))
      .filter(holds)
      .toSorted(byCodeUnit)
      .map((name) => folder + name)
  const of = (...paths: readonly string[]): string =>
    sha256(paths.map((path) => sha256(readFileSync(new URL(path, sources)))).join('\n'), 12)
  return {
    rules: of(
      ...namesIn('bundle/', (name) => name.endsWith('.json') && name !== 'versions.json' && name !== 'format.json' && !WORLD.has(name)),
    ),
    models: of(...namesIn('models/', (name) => /\.(?:gz|json)$/.test(name)), LANGUAGES),
    world: of(...namesIn('bundle/', (name) => WORLD.has(name))),
  }
}
