import { Problem, sha256 } from '../text/index.js'

interface Told {
  readonly value: number
  /** `hard`: what goes beyond is refused. `soft`: the document is coded without what goes beyond, and its row says so. */
  readonly kind: 'hard' | 'soft'
  readonly unit: string
  readonly says: string
}

const MIB = 2 ** 20

/** Every limit of a document, with its default. All but the last four are counted, not timed, so that every machine draws the same line. */
export const LIMIT_TABLE = {
  documentBytes: {
    value: 16 * MIB,
    kind: 'hard',
    unit: 'bytes',
    says: 'one document as it comes: a file, a row, a record, an answer of a server',
  },
  unpackedBytes: { value: 64 * MIB, kind: 'hard', unit: 'bytes', says: 'one document, unpacked' },
  ratio: { value: 200, kind: 'hard', unit: 'times', says: 'how much larger than packed it may become, beyond its first MiB' },
  depth: { value: 200, kind: 'soft', unit: 'elements', says: 'nesting of a page; deeper elements are read as text of the one above' },
  elements: { value: 50_000, kind: 'soft', unit: 'elements', says: 'elements of a page; the rest is read as text' },
  attributes: { value: 64, kind: 'soft', unit: 'attributes', says: 'attributes of one element; the rest is passed over' },
  items: { value: 20_000, kind: 'hard', unit: 'items', says: 'items of one feed' },
  text: { value: 100_000, kind: 'soft', unit: 'characters', says: 'text of one article that is coded' },
  tokens: {
    value: 16_000,
    kind: 'soft',
    unit: 'words and marks',
    says: 'text of one article that is coded: what it costs goes by these, and marks without words cost five times as much a character as prose',
  },
  word: { value: 400, kind: 'soft', unit: 'characters', says: 'one word; longer ones are no words and are passed over' },
  run: { value: 64, kind: 'soft', unit: 'times', says: 'one character again and again; longer runs are passed over' },
  repeat: { value: 20, kind: 'soft', unit: 'times', says: 'one word again and again; the rest of the run is passed over' },
  sentence: { value: 2_000, kind: 'soft', unit: 'characters', says: 'one sentence that is coded' },
  slow: {
    value: 2,
    kind: 'soft',
    unit: 'CPU seconds',
    says: 'reading and coding one document; longer is told on stderr and changes nothing, for a clock must not decide what is coded',
  },
  cpu: { value: 10, kind: 'hard', unit: 'CPU seconds', says: 'reading and coding one document; its worker is stopped' },
  wall: { value: 120, kind: 'hard', unit: 'seconds', says: 'the same by the clock, for a worker that waits' },
  heap: { value: 512, kind: 'hard', unit: 'MiB', says: 'heap of one worker' },
} as const satisfies Readonly<Record<string, Told>>

export type LimitName = keyof typeof LIMIT_TABLE
export type Limits = Readonly<Record<LimitName, number>>

const names = Object.keys(LIMIT_TABLE) as LimitName[]

/** The limits that hold unless a file says otherwise. */
export const LIMITS: Limits = Object.freeze(
  Object.fromEntries(names.map((name) => [name, LIMIT_TABLE[name].value])) as Record<LimitName, number>,
)

/** Limits from the JSON text of a file: an object of names and numbers over the defaults. Throws a `Problem` for anything else. */
export function readLimits(json: string, place: string): Limits {
  const wrong = (fault: string): Problem =>
    new Problem({ reason: 'bad-limits', place, fault, cure: 'write {"name": number}; `demarche doctor` lists the names' })
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('is no object')
  const faults = Object.entries(value).flatMap(([name, it]) => {
    if (!Object.hasOwn(LIMIT_TABLE, name)) return [`there is no limit “${name}”`]
    return typeof it === 'number' && it > 0 && Number.isFinite(it) ? [] : [`${name}: is no number above 0`]
  })
  if (faults.length > 0) throw wrong(faults.join('; '))
  return { ...LIMITS, ...(value as Partial<Limits>) }
}

/** Limits that decide what a row holds. The others only decide whether there is one. */
const DECIDING = names.filter((name) => LIMIT_TABLE[name].kind === 'soft' && name !== 'slow')

/** A mark of the limits that change rows: empty for the defaults, so that it can stand in the version of the coder. */
export function markOf(limits: Limits): string {
  const changed = DECIDING.filter((name) => limits[name] !== LIMITS[name]).map((name) => `${name}=${limits[name]}`)
  return changed.length === 0 ? '' : `.limits-${sha256(changed.join(), 8)}`
}
