import { isUtf8 } from 'node:buffer'

/** The text of bytes, and the encoding that was used. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** Decodes bytes: byte order mark, then the label of the transport, then the declaration inside, then UTF-8 if valid, then statistics. Never fails. */
export function decode(bytes: Uint8Array, label?: string): Decoded {
  const marked = byteOrderMark(bytes) ?? halfEmpty(bytes)
  if (marked) return run(bytes, marked)
  if (isUtf8(bytes)) return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'), encoding: 'utf-8' }
  const given = known(label) ?? known(declared(bytes))
  if (given && given !== 'utf-8') return run(bytes, given)
  return run(bytes, given ?? guessed(bytes))
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

/** UTF-16 without a mark: nearly every second byte of Western text is zero. */
function halfEmpty(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length, 2000) & ~1
  if (size < 8) return undefined
  const zeros = [0, 0]
  for (let i = 0; i < size; i++) if (bytes[i] === 0) zeros[i & 1]!++
  if (zeros[1]! * 5 > size && zeros[0]! * 50 < size) return 'utf-16le'
  return zeros[0]! * 5 > size && zeros[1]! * 50 < size ? 'utf-16be' : undefined
}

// Encodings of unlabelled bytes that are not UTF-8, each with the letters that its texts are made of.
const GUESSES: readonly (readonly [encoding: string, letters: RegExp])[] = [
  ['shift_jis', /[\u3041-\u30fe]/g],
  ['euc-jp', /[\u3041-\u3093]/g],
  ['euc-kr', /[\uac00-\ud7a3]/g],
  ['windows-1251', /[оеаинтсрвл]/g],
  ['koi8-r', /[оеаинтсрвл]/g],
  ['gb18030', /[\u7684\u4e00\u662f\u5728\u4e0d\u4e86\u6709\u548c\u4eba\u8fd9\u4e2d\u56fd\u4e3a\u4e0a\u5927]/g],
  ['big5', /[\u7684\u4e00\u662f\u5728\u4e0d\u4e86\u6709\u548c\u4eba\u9019\u4e2d\u570b\u70ba\u4e0a\u5927]/g],
  ['windows-1253', /[αοιετσνηυρ]/g],
]
const ENOUGH: Readonly<Record<string, number>> = { gb18030: 0.04, big5: 0.04, shift_jis: 0.25, 'euc-jp': 0.25 }

const ALONE: Readonly<Record<string, true>> = { 'windows-1251': true, 'koi8-r': true, 'windows-1253': true }

/** The encoding that the bytes above 127 of the first 20 kB look like: that in which the greatest share of them are the most frequent letters of its language. */
function guessed(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 20_000)
  let [best, most] = ['windows-1252', 0]
  for (const [encoding, letters] of GUESSES) {
    const text = new TextDecoder(encoding).decode(head)
    const high = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
    const wrong = text.match(/\ufffd/g)?.length ?? 0
    const share = high < 20 || wrong * 50 > high ? 0 : (text.match(letters)?.length ?? 0) / high
    // Accents of Western text stand among plain letters; the letters of these stand together.
    if (encoding in ALONE && high * 2 < (text.match(/[a-z]/gi)?.length ?? 0)) continue
    const rate = share / (ENOUGH[encoding] ?? 0.5)
    if (rate >= 1 && rate > most) [best, most] = [encoding, rate]
  }
  return best
}
