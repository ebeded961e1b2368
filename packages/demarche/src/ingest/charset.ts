import { isUtf8 } from 'node:buffer'

/** The text of bytes, and the encoding that was used. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** Decodes bytes: byte order mark, then the label of the transport, then the declaration inside, then UTF-8 if valid, then statistics. Never fails. */
export function decode(bytes: Uint8Array, label?: string): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked) return run(bytes, marked)
  if (isUtf8(bytes)) return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'), encoding: 'utf-8' }
  const given = known(label) ?? known(declared(bytes))
  if (given && given !== 'utf-8') return run(bytes, given)
  return run(bytes, given ?? 'windows-1252')
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

const run = (bytes: Uint8Array, encoding: string): Decoded => ({ text: new TextDecoder(encoding).decode(bytes), encoding })

/** The decoder's own name of a label; `undefined` for labels that no decoder knows. */
function known(label: string | undefined): string | undefined {
  try {
    return label ? new TextDecoder(label.trim()).encoding : undefined
  } catch {
    return undefined
  }
}

function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:-]{2,40})/i.exec(head)?.[1]
}
