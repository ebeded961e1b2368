import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { endianness } from 'node:os'
import { checkFormat } from './format.js'
import { Problem } from './problem.js'

/** What a section may be: numbers in the machine's own arrays, or text. */
export type Section = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | string

interface Header {
  readonly [name: string]: { readonly kind: Kind; readonly from: number; readonly bytes: number }
}
const ARRAYS = { i8: Int8Array, u8: Uint8Array, i16: Int16Array, u16: Uint16Array, i32: Int32Array, u32: Uint32Array } as const
type Arrays = { [K in keyof typeof ARRAYS]: InstanceType<(typeof ARRAYS)[K]> }
type Kind = keyof Arrays | 'latin1' | 'utf16'

const WIDE = 8
const padded = (bytes: number): number => Math.ceil(bytes / WIDE) * WIDE
const isLatin = (text: string): boolean => !/[^\u0000-\u00ff]/.test(text)

/**
 * Named sections in one file, laid so that they are read without being parsed: a line of JSON that says where each lies, then the sections in little-endian
 * order, each from a multiple of eight bytes on.
 */
export function packSections(sections: Readonly<Record<string, Section>>): Uint8Array {
  const header: Record<string, Header[string]> = {}
  const parts: Uint8Array[] = []
  let from = 0
  for (const [name, it] of Object.entries(sections)) {
    const kind = kindOf(it)
    const bytes =
      typeof it === 'string'
        ? Buffer.from(it, kind === 'latin1' ? 'latin1' : 'utf16le')
        : turned(Buffer.from(new Uint8Array(it.buffer, it.byteOffset, it.byteLength)), it.BYTES_PER_ELEMENT)
    header[name] = { kind, from, bytes: bytes.length }
    parts.push(bytes, new Uint8Array(padded(bytes.length) - bytes.length))
    from += padded(bytes.length)
  }
  const line = Buffer.from(JSON.stringify(header))
  const head = Buffer.alloc(padded(4 + line.length))
  head.writeUInt32LE(line.length)
  line.copy(head, 4)
  return Buffer.concat([head, ...parts])
}

function kindOf(it: Section): Kind {
  if (typeof it === 'string') return isLatin(it) ? 'latin1' : 'utf16'
  return (Object.keys(ARRAYS) as (keyof Arrays)[]).find((kind) => it instanceof ARRAYS[kind])!
}

/** Bytes in little-endian order on any machine; turns them in place. */
function turned(bytes: Buffer, width: number): Buffer {
  if (endianness() === 'LE' || width === 1) return bytes
  return width === 2 ? bytes.swap16() : bytes.swap32()
}

/** The sections of a file. What is asked for is a view of the bytes that were read: it costs nothing, and must not be written to. */
export class Sections {
  constructor(
    private readonly place: string,
    private readonly header: Header,
    private readonly bytes: Buffer,
  ) {}

  /** Throws a `Problem` where the file has no such section of that kind. */
  array<K extends keyof Arrays>(name: string, kind: K): Arrays[K] {
    const it = this.header[name]
    if (it?.kind !== kind) throw broken(this.place, `has no section “${name}” of ${kind}`)
    const own = this.bytes.subarray(it.from, it.from + it.bytes)
    const of = ARRAYS[kind]
    const bytes = endianness() === 'LE' ? own : turned(Buffer.from(own), of.BYTES_PER_ELEMENT)
    return new of(bytes.buffer as ArrayBuffer, bytes.byteOffset, it.bytes / of.BYTES_PER_ELEMENT) as Arrays[K]
  }

  text(name: string): string {
    const it = this.header[name]
    if (it?.kind !== 'latin1' && it?.kind !== 'utf16') throw broken(this.place, `has no text “${name}”`)
    return this.bytes.toString(it.kind === 'latin1' ? 'latin1' : 'utf16le', it.from, it.from + it.bytes)
  }
}

/** Reads what `packSections` made; with `most` only that many first bytes, which hold the first sections. Throws a `Problem` where the file is missing or is none of that form. */
export function readSections(file: URL, most?: number): Sections {
  try {
    const all = most === undefined ? readFileSync(file) : firstBytes(file, most)
    const size = all.readUInt32LE()
    const header = JSON.parse(all.toString('utf8', 4, 4 + size)) as Header
    const from = padded(4 + size)
    const end = most !== undefined ? 0 : Math.max(...Object.values(header).map((it) => it.from + it.bytes))
    if (from + end > all.length) throw new Error('is cut short')
    // Views need a start that their width divides; a small file may lie anywhere in a shared buffer.
    const bytes = (all.byteOffset + from) % WIDE === 0 ? all.subarray(from) : Buffer.from(Uint8Array.from(all.subarray(from)).buffer)
    return new Sections(file.pathname, header, bytes)
  } catch (cause) {
    throw broken(file.pathname, 'cannot be read as a compiled part of the language bundle', cause)
  }
}

function firstBytes(file: URL, most: number): Buffer {
  const open = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.subarray(0, readSync(open, bytes, 0, most, 0))
  } finally {
    closeSync(open)
  }
}

/** A compiled part of a language's bundle. Throws a `Problem` where it is missing, broken or of another format. */
export function compiledPart(bundle: URL, name: string): Sections {
  const part = readSections(new URL(`${name}.bin`, bundle))
  checkFormat(bundle, 'bundle')
  return part
}

const broken = (place: string, fault: string, cause?: unknown): Problem =>
  new Problem({ reason: 'no-bundle', place, fault, cure: 'run `npm run build`, or install @demarche/english again' }, { cause })
