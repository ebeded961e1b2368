// Compiles the sources of this language (rules, lexicon, world tables) into the bundle. Each part has a file of its own here.
import { mkdirSync, writeFileSync } from 'node:fs'
import { FORMAT_FILE, FORMATS, isProblem } from 'demarche/text'
import { buildNames } from './names.js'
import { buildPlaces } from './places.js'
import { buildRules } from './rules.js'
import { buildWorld } from './world.js'
import { buildSpeech } from './speech.js'
import { buildStatus } from './status.js'
import { buildTimes } from './times.js'

const sources = new URL('../../', import.meta.url)
const bundle = new URL('bundle/', sources)

/** Every part of the bundle, in order: its name and how it is made from the sources. */
const PARTS: readonly (readonly [string, (sources: URL) => unknown])[] = [
  ['world', buildWorld],
  ['rules', buildRules],
  ['names', buildNames],
  ['places', buildPlaces],
  ['speech', buildSpeech],
  ['status', buildStatus],
  ['times', buildTimes],
]

mkdirSync(bundle, { recursive: true })
writeFileSync(new URL(FORMAT_FILE, bundle), `${JSON.stringify({ format: FORMATS.bundle })}\n`)
for (const [name, build] of PARTS) {
  try {
    writeFileSync(new URL(`${name}.json`, bundle), `${JSON.stringify(build(sources))}\n`)
  } catch (error) {
    if (!isProblem(error)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
