// Compiles the sources of this language (rules, lexicon, world tables) into the bundle. Each part has a file of its own here.
import { mkdirSync, writeFileSync } from 'node:fs'
import { FORMAT_FILE, FORMATS, isProblem, packSections, type Section } from 'demarche/text'
import { buildCities } from './cities.js'
import { buildLanguages } from './languages.js'
import { buildBoundary, buildTags, buildTree } from './models.js'
import { countriesOf, ledgerOf } from './extracts.js'
import { buildNames } from './names.js'
import { buildPersonal } from './personal.js'
import { buildPlaces } from './places.js'
import { buildRepairs } from './repairs.js'
import { buildRules } from './rules.js'
import { buildWorld } from './world.js'
import { buildSpeech } from './speech.js'
import { buildStatus } from './status.js'
import { buildTimes } from './times.js'
import { versionsOf } from './versions.js'

const sources = new URL('../../', import.meta.url)
const bundle = new URL('bundle/', sources)

type Build<T> = (sources: URL) => T | Promise<T>

/** Every part of the bundle that is parsed when it is read, in order: its name and how it is made from the sources. */
const PARTS: readonly (readonly [string, Build<unknown>])[] = [
  ['world', buildWorld],
  ['rules', buildRules],
  ['ledger', ledgerOf],
  ['countries', countriesOf],
  ['names', buildNames],
  ['personal', buildPersonal],
  ['places', buildPlaces],
  ['repairs', buildRepairs],
  ['speech', buildSpeech],
  ['status', buildStatus],
  ['times', buildTimes],
]
/** Every part that is read as it lies. */
const BINARY: readonly (readonly [string, Build<Record<string, Section>>])[] = [
  ['boundary', buildBoundary],
  ['tags', buildTags],
  ['tree', buildTree],
  ['cities', buildCities],
  ['languages', buildLanguages],
]

const put = async <T>(file: string, build: Build<T>, as: (it: T) => string | Uint8Array): Promise<void> => {
  try {
    writeFileSync(new URL(file, bundle), as(await build(sources)))
  } catch (error) {
    if (!isProblem(error)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

mkdirSync(bundle, { recursive: true })
writeFileSync(new URL(FORMAT_FILE, bundle), `${JSON.stringify({ format: FORMATS.bundle })}\n`)
for (const [name, build] of PARTS) await put(`${name}.json`, build, (it) => `${JSON.stringify(it)}\n`)
for (const [name, build] of BINARY) await put(`${name}.bin`, build, packSections)
await put(
  'versions.json',
  () => versionsOf(sources),
  (it) => `${JSON.stringify(it)}\n`,
)
