import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { LIMITS, type Limits } from '../../limits/index.js'
import { problem } from '../reasons.js'

export type Headers = ReadonlyMap<string, string>

/** A WARC record, whole. */
export interface WarcRecord {
  readonly headers: Headers
  readonly block: Uint8Array
}
/** The answer of a server, as an archive holds it, its body decoded. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

export const MAX_HEADER = 65_536

/** Header lines up to the empty line: a map of lower-cased names, and where the content starts. `undefined` when there is no end of headers. */
export function readHeaders(bytes: Uint8Array): { readonly first: string; readonly headers: Headers; readonly from: number } | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEADER))
  const [crlf, lf] = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')]
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf
  if (end < 0) return undefined
  const [first = '', ...lines] = head.subarray(0, end).toString('utf8').split(/\r?\n/)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0 && !headers.has(line.slice(0, colon).trim().toLowerCase()))
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { first, headers, from: end + (end === crlf ? 4 : 2) }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
function base32(bytes: Uint8Array): string {
  let [out, bits, value] = ['', 0, 0]
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      out += BASE32[(value >>> (bits - 5)) & 31]
      bits -= 5
    }
  }
  return bits > 0 ? out + BASE32[(value << (5 - bits)) & 31] : out
}

/** Whether content has the digest that a record states (`sha1:…` in base 32, 16 or 64). Digests of unknown kinds count as right. */
export function hasDigest(stated: string, content: Uint8Array): boolean {
  const [kind = '', value = ''] = stated.split(/:(.*)/s)
  const name = kind.toLowerCase().replace('-', '')
  if (!['sha1', 'sha256', 'sha512', 'md5'].includes(name)) return true
  const digest = createHash(name).update(content).digest()
  // No digest is longer; the padding of a longer text would take the square of its length to strip.
  const bare = value.slice(0, 200).replace(/=+$/, '')
  return (
    bare.toUpperCase() === base32(digest) ||
    bare.toLowerCase() === digest.toString('hex') ||
    bare === digest.toString('base64').replace(/=+$/, '') ||
    bare === digest.toString('base64url')
  )
}

/** A body without chunks; `undefined` when it is not chunked as it should be (many archives store it joined). */
export function unchunked(body: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  for (let at = 0; at < body.length;) {
    const line = body.indexOf(10, at)
    const size = line < 0 || line - at > 80 ? '' : Buffer.from(body.subarray(at, line)).toString('latin1').split(';')[0]!.trim()
    if (!/^[0-9a-f]{1,8}$/i.test(size)) return undefined
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(parts)
    if (line + 1 + length > body.length) return undefined
    parts.push(body.subarray(line + 1, line + 1 + length))
    at = line + 1 + length
    if (body[at] === 13) at++
    if (body[at] === 10) at++
  }
  return undefined
}

const MIB = 2 ** 20

/** How many bytes so many packed ones may become. */
export const unpackedLimit = (packed: number, limits: Pick<Limits, 'unpackedBytes' | 'ratio'>): number =>
  Math.min(limits.unpackedBytes, MIB + packed * limits.ratio)

/**
 * Unpacks a body by its `Content-Encoding`. Throws where it is damaged, and a `Problem` where it would become larger than the limits allow; what is not packed at all,
 * whatever the header says, comes back as it is.
 */
export function unpacked(body: Uint8Array, encoding: string, limits: Limits = LIMITS): Uint8Array {
  const unpack = UNPACK.find(([pattern]) => pattern.test(encoding))?.[1]
  if (!unpack) return body
  try {
    return unpack(body, { maxOutputLength: unpackedLimit(body.length, limits) })
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE') throw error
    throw problem('bomb', 'content encoding', `${body.length} bytes become more than ${unpackedLimit(body.length, limits)}`)
  }
}

type Unpack = (body: Uint8Array, options: { maxOutputLength: number }) => Uint8Array
const UNPACK: readonly (readonly [RegExp, Unpack])[] = [
  [/gzip/i, (body, options) => (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, options) : body)],
  [/\bbr\b/i, brotliDecompressSync],
  // Servers send both forms under this name; a stream with a header starts with 0x_8.
  [/deflate/i, (body, options) => ((body[0] ?? 0) % 16 === 8 ? inflateSync(body, options) : inflateRawSync(body, options))],
]
