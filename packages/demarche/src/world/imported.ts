import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packSections, Problem, readSections, sha256, type Sections } from '../text/index.js'
import { compileCities, type City } from './cities.js'
import type { Gazetteer } from './gazetteer.js'

/** The environment variable that names the imported gazetteer to use. Threads and processes that a command starts have it too. */
export const GAZETTEER_VARIABLE = 'DEMARCHE_GAZETTEER'
/** Goes up whenever a program of the number before would read the file wrongly. */
const FORMAT = 'gazetteer 1'
/** The head of the file, where its marks lie. */
const HEAD = 2 ** 16

/** The variables of the environment; whoever runs the program gives them, so that the core asks for none. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Where `demarche gazetteer import` writes unless it is told: the user's data folder. */
export function gazetteerFile(env: Environment): string {
  const data = env['XDG_DATA_HOME'] || env['LOCALAPPDATA'] || join(homedir(), '.local/share')
  return join(data, 'demarche', 'gazetteer.bin')
}

/** Imported places as a file that is read without being parsed: the columns of `cities.bin` behind a format and a version. */
export function packGazetteer(places: readonly City[]): Uint8Array {
  const sections = compileCities(places)
  const version = sha256(packSections(sections), 12)
  return packSections({ format: FORMAT, version, places: Uint32Array.of(places.length), ...sections })
}

/** The imported gazetteer that the environment names. */
export interface Imported {
  readonly file: string
  /** 12 hex digits of the hash of what it holds. */
  readonly version: string
  readonly places: number
}

/** Which imported gazetteer is in use; reads only the head of its file. Throws a `Problem` where the file is missing or is none. */
export function importedGazetteer(env: Environment): Imported | undefined {
  const file = env[GAZETTEER_VARIABLE]
  if (file === undefined || file === '') return undefined
  const head = sectionsOf(file, HEAD)
  return { file, version: head.text('version'), places: head.array('places', 'u32')[0]! }
}

/** The sections of an imported gazetteer, or of its first bytes. */
export function sectionsOf(file: string, most?: number): Sections {
  const cure = `unset ${GAZETTEER_VARIABLE}, or write the file again with \`demarche gazetteer import DUMP\``
  const problem = (fault: string, cause?: unknown): Problem => new Problem({ reason: 'bad-gazetteer', place: file, fault, cure }, { cause })
  let format: string
  let sections: Sections
  try {
    sections = readSections(pathToFileURL(resolve(file)), most)
    format = sections.text('format')
  } catch (cause) {
    throw problem('cannot be read as an imported gazetteer', cause)
  }
  if (format !== FORMAT) throw problem(`is of the format “${format}”, and this program reads “${FORMAT}”`)
  return sections
}

/** One gazetteer laid over another: of two places with one id the upper one's is taken. */
export function over(upper: Gazetteer, lower: Gazetteer): Gazetteer {
  return {
    named: (folded) => {
      const found = upper.named(folded)
      const further = lower.named(folded).filter((it) => upper.get(it.geonames!) === undefined)
      return found.length === 0 ? further : [...found, ...further]
    },
    get: (geonames) => upper.get(geonames) ?? lower.get(geonames),
  }
}
