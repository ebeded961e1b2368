type Loose = Readonly<Record<string, unknown>>

interface Known {
  readonly keys: readonly string[]
  readonly values: readonly unknown[]
  readonly json: string
}

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
    const end = to ?? keys.length
    const first = (it as Loose)[keys[from]!]
    const there = this.#known.get(first)
    const known = there?.find((one) => same(it as Loose, keys, from, end, one))
    if (known) return known.json
    const own = keys.slice(from, end)
    const values = own.map((key) => (it as Loose)[key])
    const json = JSON.stringify(Object.fromEntries(own.map((key, i) => [key, values[i]])))
    if (!values.every(isPlain)) return json
    if (this.#count++ > KEPT) {
      this.#known.clear()
      this.#count = 0
    }
    const kept = { keys: own, values: values.map((value) => (Array.isArray(value) ? [...(value as unknown[])] : value)), json }
    const list = this.#known.get(first)
    if (list) {
      // Looked through one by one, so there may not be many.
      if (list.length === ALIKE) list.length = 0
      list.push(kept)
    } else this.#known.set(first, [kept])
    return json
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
