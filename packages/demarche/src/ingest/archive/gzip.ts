import { inflateRawSync } from 'node:zlib'
import type { Bytes } from '../bytes.js'
import { Window } from './buffer.js'
import { crc32 } from './crc.js'

/** One member of a gzip file, whole and checked, or what is wrong with it. `at` is its offset in the file. */
export type Member =
  | { readonly at: number; readonly bytes: Uint8Array }
  | { readonly at: number; readonly fault: string; readonly tooBig: boolean }

const MAGIC = Uint8Array.of(0x1f, 0x8b, 0x08)

/** Length of a member's header, or `undefined` when it is none or not all there. */
function headerLength(bytes: Uint8Array): number | undefined {
  if (bytes.length < 18 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || bytes[3]! & 0xe0) return undefined
  const flags = bytes[3]!
  let at = 10
  if (flags & 4) at += 2 + bytes[10]! + bytes[11]! * 256
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return undefined
    at = end + 1
  }
  if (flags & 2) at += 2
  return at < bytes.length ? at : undefined
}

/** The members of a gzip file, each held in memory up to `limit` bytes. After a damaged member reading goes on at the next one that can be found. */
export async function* members(bytes: Bytes, limit: number): AsyncGenerator<Member> {
  const window = new Window(bytes)
  try {
    for (let size = 1 << 16; ;) {
      await window.want(size)
      if (window.bytes.length === 0) return
      const { at } = window
      const start = headerLength(window.bytes)
      const result = start === undefined ? { fault: 'is no gzip member' } : inflate(window.bytes, start, limit)
      if ('more' in result && !window.ended) {
        size = window.bytes.length * 2
        continue
      }
      size = 1 << 16
      if ('bytes' in result) {
        yield { at, bytes: result.bytes }
        window.drop(result.length)
        continue
      }
      const fault = 'more' in result ? 'is cut off' : result.fault
      yield { at, fault: `the member at byte ${at} ${fault}`, tooBig: 'tooBig' in result }
      await window.seek(MAGIC, 3)
    }
  } finally {
    await window.close()
  }
}

type Inflated =
  | { readonly bytes: Uint8Array; readonly length: number }
  | { readonly more: true }
  | { readonly fault: string; readonly tooBig?: true }

function inflate(bytes: Uint8Array, start: number, limit: number): Inflated {
  try {
    const result = inflateRawSync(bytes.subarray(start), { info: true, maxOutputLength: limit } as object) as unknown as {
      buffer: Uint8Array
      engine: { bytesWritten: number }
    }
    const end = start + result.engine.bytesWritten
    if (end + 8 > bytes.length) return { more: true }
    const trailer = new DataView(bytes.buffer, bytes.byteOffset + end, 8)
    if (trailer.getUint32(0, true) !== crc32(result.buffer)) return { fault: 'fails its checksum' }
    if (trailer.getUint32(4, true) !== result.buffer.length >>> 0) return { fault: 'has another length than it says' }
    return { bytes: result.buffer, length: end + 8 }
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'Z_BUF_ERROR') return { more: true }
    if (code === 'ERR_BUFFER_TOO_LARGE') return { fault: `has more than ${limit} bytes`, tooBig: true }
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
