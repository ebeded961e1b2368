import type { Words } from './value.js'

type Loose = Readonly<Record<string, unknown>>

interface Known {
  readonly keys: readonly string[]
  readonly values: readonly unknown[]
  readonly json: string
  /** Number of its JSON among the words, and of its id, once somebody asked for it. */
  number?: number
  id?: number
}

/** The numbers of an object: of its JSON, and of what it is called by. */
export interface Numbered {
  readonly number: number
  readonly id: number
}

type Numbering = Pick<Words, 'numberOf'>

/** Objects with one first value that are kept. */
const ALIKE = 64
/** Objects that are kept; beyond, all are forgotten. */
const KEPT = 50_000

/**
 * The JSON of small objects that come again in one document after the other: actors, places, the codes of claims. It is made once, for to compare a few fields costs less than to
 * write them.
 */
export class Texts {
  readonly #known = new Map<unknown, Known[]>()
  readonly #values = new Map<string, object>()
  #count = 0

  /** The JSON of an object, or of its fields from the one at `from` to that before `to` alone. */
  of(it: object, from = 0, to?: number): string {
    const keys = Object.keys(it)
    return this.#find(it as Loose, keys, from, to ?? keys.length).json
  }

  /** The numbers of what has an id, or else is called as `id` says. They hold until `forget`. */
  numbered(it: object, id: string, words: Numbering): Numbered {
    const keys = Object.keys(it)
    const known = this.#find(it as Loose, keys, 0, keys.length)
    known.number ??= words.numberOf(known.json)
    known.id ??= words.numberOf(id)
    return known as Numbered
  }

  /** Forgets all numbers: a transaction that numbered some was undone. */
  forget(): void {
    this.#known.clear()
    this.#count = 0
  }

  #find(it: Loose, keys: readonly string[], from: number, end: number): Known {
    const first = it[keys[from]!]
    const there = this.#known.get(first)
    if (there !== undefined) {
      for (let i = 0; i < there.length; i++) if (same(it, keys, from, end, there[i]!)) return there[i]!
    }
    const own = keys.slice(from, end)
    const values = own.map((key) => it[key])
    const json = JSON.stringify(Object.fromEntries(own.map((key, i) => [key, values[i]])))
    const known = { keys: own, values: values.map((value) => (Array.isArray(value) ? [...(value as unknown[])] : value)), json }
    if (!values.every(isPlain)) return known
    if (this.#count++ > KEPT) this.forget()
    const list = this.#known.get(first)
    if (list) {
      // Looked through one by one, so there may not be many.
      if (list.length === ALIKE) list.length = 0
      list.push(known)
    } else this.#known.set(first, [known])
    return known
  }

  /** The object that such a JSON says. It is shared: nobody may change what it holds. */
  value(json: string): object {
    const known = this.#values.get(json)
    if (known) return known
    if (this.#values.size > KEPT) this.#values.clear()
    const value = JSON.parse(json) as object
    this.#values.set(json, value)
    return value
  }
}

const isPlain = (it: unknown): boolean =>
  typeof it !== 'object' || it === null || (Array.isArray(it) && it.every((one) => typeof one === 'string'))

function same(it: Loose, keys: readonly string[], from: number, to: number, known: Known): boolean {
  if (known.keys.length !== to - from) return false
  for (let i = from; i < to; i++) {
    const key = keys[i]!
    if (key !== known.keys[i - from] || !alike(it[key], known.values[i - from])) return false
  }
  return true
}

function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((it, i) => it === b[i])
}
