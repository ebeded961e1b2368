import type { WorldBundle } from 'demarche/world'
import { compileWorld } from './world/compile.js'
import { readTables } from './world/read.js'

/** Reads, checks and compiles the world tables into `world.json`. */
export const buildWorld = (sources: URL): WorldBundle => compileWorld(readTables(new URL('world/', sources)))
