import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { lines } from '../ingest/index.js'
import { Problem, type Fault } from '../text/index.js'
import { dumpRow, type City } from '../world/index.js'

/** The longest line of a dump in bytes: the alternate names alone may have 10,000 characters. */
const LINE = 2 ** 18
/** What the program holds in memory at most, and writes. */
const MOST = 2_000_000

export interface Dump {
  readonly places: readonly City[]
  readonly rows: number
  readonly bad: number
}

/**
 * Reads a GeoNames dump line by line: plain, or gzip by its name; `-` is standard input. Memory goes with the places that are kept, not with the dump. `tell` is called with each
 * broken row, which is left out. Throws a `Problem` where the file cannot be read, is a ZIP archive, or keeps more than two million places.
 */
export async function readDump(path: string, least: number, tell: (fault: Fault) => void): Promise<Dump> {
  const decoder = new TextDecoder()
  const places: City[] = []
  const seen = new Map<number, number>()
  let [rows, bad] = [0, 0]
  for await (const line of linesOf(path)) {
    rows++
    const refuse = (fault: string, cure: string): void => {
      bad++
      tell({ reason: 'bad-row', place: `${path} line ${rows}`, fault, cure })
    }
    if ('tooLong' in line) {
      refuse(`has ${line.tooLong} bytes`, `a row has at most ${LINE}; look for a line that was not ended`)
      continue
    }
    if (rows === 1 && line.bytes[0] === 0x50 && line.bytes[1] === 0x4b && line.bytes[2] === 3) throw zip(path)
    const row = dumpRow(decoder.decode(line.bytes), least)
    if ('fault' in row) refuse(row.fault, row.cure)
    else if ('place' in row) {
      const before = seen.get(row.place.cityId)
      if (before !== undefined) {
        refuse(`has the id ${row.place.cityId} of line ${before}`, 'leave one of the two out')
        continue
      }
      if (places.length === MOST)
        throw new Problem({
          reason: 'too-big',
          place: `${path} line ${rows}`,
          fault: `is of more than ${MOST} places`,
          cure: `keep fewer: give --population a number above ${least}`,
        })
      seen.set(row.place.cityId, rows)
      places.push(row.place)
    }
  }
  return { places, rows, bad }
}

async function* linesOf(path: string): ReturnType<typeof lines> {
  const file = path === '-' ? process.stdin : createReadStream(path)
  const gunzip = path.endsWith('.gz') ? createGunzip() : undefined
  if (gunzip) file.on('error', (error: Error) => gunzip.destroy(error)).pipe(gunzip)
  try {
    yield* lines((gunzip ?? file) as AsyncIterable<Uint8Array>, LINE)
  } catch (cause) {
    const cure = 'name a GeoNames dump, plain or .gz; - is standard input'
    throw new Problem({ reason: 'unreadable', place: path, fault: `cannot be read (${(cause as Error).message})`, cure }, { cause })
  }
}

const zip = (place: string): Problem =>
  new Problem({
    reason: 'zip',
    place,
    fault: 'is a ZIP archive',
    cure: 'unpack it into the command: unzip -p allCountries.zip allCountries.txt | demarche gazetteer import -',
  })
