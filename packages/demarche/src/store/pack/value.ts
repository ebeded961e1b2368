import { Reader, Writer } from './bytes.js'
import { dayNumber, dayOf } from './day.js'

/** Texts that come again and again, by number. */
export interface Words {
  /** The number of a text, which is given one when it has none. */
  numberOf(text: string): number
  textOf(number: number): string
  /** The number of the JSON of a list of keys. */
  numberOfKeys(keys: readonly string[]): number
  /** The value of JSON that a text is; it is shared, so nobody may change it. */
  valueOf(number: number): unknown
}

// The three low bits of a value's first number say what it is, the others hold the number itself.
const CONSTANT = 0
const WHOLE = 1
const NEGATIVE = 2
const WORD = 3
const INLINE = 4
const LIST = 5
const OBJECT = 6
const DAY = 7
// Constants, and what has its bytes after it.
const [NULL, FALSE, TRUE, DECIMAL, DOUBLE, CONTENT, ESCAPED, HASH, AGAIN] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
/** The object `{from, to}` of whole numbers, which all evidence is. */
const SPAN = 0
/** A text longer than this is hardly ever said twice. */
const LONGEST_WORD = 240
const HYPHEN = 0x2d
const CONTENT_ID = /^[a-z]+-[0-9a-f]{16}$/
/** A hash in hexadecimal digits. */
const HEX = /^(?:[0-9a-f]{2}){16,64}$/
const LONE_SURROGATE = /\p{Surrogate}/u
const SCALE = 10_000
/** Three bits of a number say its kind. */
const LARGEST = 2 ** 49

const utf8 = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A value of JSON in few bytes. Fields whose value is undefined are left out; the order of fields is kept. */
export function pack(value: unknown, words: Words): Uint8Array {
  const out = new Writer()
  const state = { at: 0, day: 0, hash: '' }
  const head = (kind: number, rest: number): void => out.whole(rest * 8 + kind)
  const text = (it: string): void => {
    const { length } = it
    const day = length === 10 ? dayNumber(it) : undefined
    if (day !== undefined) {
      const step = day - state.day
      head(DAY, step < 0 ? -step * 2 - 1 : step * 2)
      state.day = day
    } else if (length > 17 && length < 60 && it.charCodeAt(length - 17) === HYPHEN && CONTENT_ID.test(it)) {
      head(CONSTANT, CONTENT)
      out.whole(words.numberOf(it.slice(0, -16)))
      out.raw(Buffer.from(it.slice(-16), 'hex'))
    } else if (length >= 32 && length <= 128 && HEX.test(it)) {
      // Of a plain text the bytes that came in and the text have one hash.
      head(CONSTANT, it === state.hash ? AGAIN : HASH)
      if (it !== state.hash) {
        out.whole(it.length / 2)
        out.raw(Buffer.from(it, 'hex'))
      }
      state.hash = it
    } else if (it.length <= LONGEST_WORD) head(WORD, words.numberOf(it))
    else if (!LONE_SURROGATE.test(it)) {
      const bytes = utf8.encode(it)
      head(INLINE, bytes.length)
      out.raw(bytes)
    } else {
      const bytes = utf8.encode(JSON.stringify(it))
      head(CONSTANT, ESCAPED)
      out.whole(bytes.length)
      out.raw(bytes)
    }
  }
  const number = (it: number): void => {
    const scaled = Math.round(it * SCALE)
    if (Object.is(it, -0)) head(WHOLE, 0)
    else if (Number.isSafeInteger(it) && Math.abs(it) < LARGEST) head(it < 0 ? NEGATIVE : WHOLE, Math.abs(it))
    else if (Number.isSafeInteger(2 * scaled) && scaled / SCALE === it) {
      // Twice the number and its sign are written as one whole number.
      head(CONSTANT, DECIMAL)
      out.signed(scaled)
    } else {
      head(CONSTANT, DOUBLE)
      out.raw(new Uint8Array(new Float64Array([it]).buffer))
    }
  }
  const object = (it: Readonly<Record<string, unknown>>): void => {
    const all = Object.keys(it)
    const keys = all.some((key) => it[key] === undefined) ? all.filter((key) => it[key] !== undefined) : all
    const { from, to } = it
    if (keys.length === 2 && keys[0] === 'from' && keys[1] === 'to' && isOffset(from) && isOffset(to)) {
      head(OBJECT, SPAN)
      out.signed(from - state.at)
      out.signed(to - from)
      state.at = from
      return
    }
    head(OBJECT, words.numberOfKeys(keys))
    for (const key of keys) any(it[key])
  }
  const any = (it: unknown): void => {
    if (typeof it === 'string') text(it)
    else if (typeof it === 'number') number(it)
    else if (Array.isArray(it)) {
      head(LIST, it.length)
      for (const item of it) any(item)
    } else if (typeof it === 'object' && it !== null) object(it as Record<string, unknown>)
    else head(CONSTANT, it === true ? TRUE : it === false ? FALSE : NULL)
  }
  any(value)
  return out.taken()
}

const isOffset = (it: unknown): it is number => typeof it === 'number' && Number.isSafeInteger(it) && Math.abs(it) < 2 ** 40

/** The value that was packed. Throws when the bytes are not what `pack` writes. */
export function unpack(bytes: Uint8Array, words: Words): unknown {
  const from = new Reader(bytes)
  const state = { at: 0, day: 0, hash: '' }
  const constant = (which: number): unknown => {
    if (which === DECIMAL) return from.signed() / SCALE
    if (which === DOUBLE) return new Float64Array(new Uint8Array(from.raw(8)).buffer)[0]
    if (which === CONTENT) return words.textOf(from.whole()) + Buffer.from(from.raw(8)).toString('hex')
    if (which === AGAIN) return state.hash
    if (which === HASH) return (state.hash = Buffer.from(from.raw(from.whole())).toString('hex'))
    if (which === ESCAPED) return JSON.parse(decoder.decode(from.raw(from.whole())))
    return which === NULL ? null : which === TRUE
  }
  const object = (shape: number): unknown => {
    if (shape === SPAN) {
      state.at += from.signed()
      return { from: state.at, to: state.at + from.signed() }
    }
    const found: Record<string, unknown> = {}
    for (const key of words.valueOf(shape) as readonly string[]) {
      if (key === '__proto__') Object.defineProperty(found, key, { value: any(), enumerable: true, configurable: true, writable: true })
      else found[key] = any()
    }
    return found
  }
  const any = (): unknown => {
    const first = from.whole()
    const kind = first % 8
    const rest = (first - kind) / 8
    if (kind === WORD) return words.textOf(rest)
    if (kind === OBJECT) return object(rest)
    if (kind === WHOLE) return rest
    if (kind === NEGATIVE) return -rest
    if (kind === LIST) return Array.from({ length: rest }, any)
    if (kind === INLINE) return decoder.decode(from.raw(rest))
    if (kind === DAY) return dayOf((state.day += rest % 2 === 1 ? -(rest + 1) / 2 : rest / 2))
    return constant(rest)
  }
  const value = any()
  if (!from.done) throw new RangeError('there are more bytes than one value has')
  return value
}
