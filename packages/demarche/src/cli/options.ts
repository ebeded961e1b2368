import { readFileSync } from 'node:fs'
import { LIMITS, readLimits, type Limits } from '../limits/index.js'
import { isDay } from '../time/index.js'
import { Usage } from './exit.js'

/** Options that every command with INPUT has. */
export const inputArgs = {
  date: { type: 'string', description: 'publication day (YYYY-MM-DD) of inputs that carry none', valueHint: 'DAY' },
} as const

/** The option of every command that reads or codes documents. */
export const limitArgs = {
  limits: { type: 'string', description: 'a JSON file of limits over the defaults that `demarche doctor` lists', valueHint: 'FILE' },
} as const

/** The limits that `--limits` gives. */
export function limitsOption(path: string | undefined): Limits {
  if (path === undefined) return LIMITS
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Usage(`--limits: “${path}” cannot be read`)
  }
  return readLimits(text, path)
}

/** The day that `--name` gives, checked. */
export function dayOption(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isDay(value)) throw new Usage(`--${name}: “${value}” is no day; write it as YYYY-MM-DD, such as 2024-06-14`)
  return value
}

/** The INPUTs of a command line; refuses an empty list. */
export function inputsOf(rest: readonly string[]): readonly string[] {
  if (rest.length === 0) throw new Usage('name at least one INPUT: a file, a folder, a glob, an address or - for standard input')
  return rest
}

/** Options of commands that run until they are stopped, and can be watched. */
export const probeArgs = {
  host: { type: 'string', description: 'the address of metrics and probes', default: '127.0.0.1', valueHint: 'ADDRESS' },
  port: { type: 'string', description: 'the port of /metrics, /healthz and /readyz; without it there are none', valueHint: 'NUMBER' },
} as const

export function portOption(value: string | undefined): number | undefined {
  const port = value === undefined ? undefined : Number(value)
  if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535)) throw new Usage(`--port: “${value}” is no port`)
  return port
}

/** The 16 types of PLOVER, from talk to force. */
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'MOBILIZE',
  'SANCTION',
  'COERCE',
  'ASSAULT',
] as const

/** A PLOVER type in any case; a word that is none would find nothing and say nothing. */
export function typeOption(given: string | undefined): string | undefined {
  const type = given?.toUpperCase()
  if (type === undefined || (PLOVER_TYPES as readonly string[]).includes(type)) return type
  throw new Usage(`--type: “${given}” is no PLOVER type; there are ${PLOVER_TYPES.join(', ')}`)
}
