import { hashString } from './hash-string.js'
import type { Section, Sections } from './sections.js'

/** A map that is only looked up: a `Map`, or a table that was compiled. */
export interface Lookup<V> {
  get(key: string): V | undefined
}
/** A set that is only asked. */
export interface Known {
  has(key: string): boolean
}

/**
 * Distinct strings by number, as they lie in a compiled file: one text of all strings, where each starts, and slots by hash. Nothing is built when it is read,
 * where a `Map` of 100,000 words takes 30 ms and 10 MB.
 */
export class StringTable implements Known {
  readonly #mask: number

  constructor(
    private readonly all: string,
    private readonly starts: Uint32Array,
    private readonly slots: Int32Array,
  ) {
    this.#mask = slots.length - 1
  }

  get size(): number {
    return this.starts.length - 1
  }

  /** The number of a string, or -1. */
  find(key: string): number {
    const { all, starts, slots } = this
    const mask = this.#mask
    for (let slot = hashString(key) & mask; ; slot = (slot + 1) & mask) {
      const at = slots[slot]! - 1
      if (at < 0) return -1
      const start = starts[at]!
      if (starts[at + 1]! - start === key.length && all.startsWith(key, start)) return at
    }
  }

  has(key: string): boolean {
    return this.find(key) >= 0
  }

  at(i: number): string {
    return this.all.slice(this.starts[i]!, this.starts[i + 1]!)
  }

  /** A map of the strings to what `of` makes of their numbers. */
  lookup<V>(of: (at: number) => V): Lookup<V> {
    return {
      get: (key) => {
        const at = this.find(key)
        return at < 0 ? undefined : of(at)
      },
    }
  }
}

/** The sections of a table of distinct strings, under a name; `tableIn` finds them again. */
export function packTable(name: string, strings: readonly string[]): Record<string, Section> {
  const starts = new Uint32Array(strings.length + 1)
  for (const [i, it] of strings.entries()) starts[i + 1] = starts[i]! + it.length
  // At most two thirds are taken, so that few strings are compared.
  let size = 4
  while (size * 2 < strings.length * 3) size *= 2
  const slots = new Int32Array(size)
  for (const [i, it] of strings.entries()) {
    let slot = hashString(it) & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = i + 1
  }
  return { [name]: strings.join(''), [`${name}.starts`]: starts, [`${name}.slots`]: slots }
}

export const tableIn = (file: Sections, name: string): StringTable =>
  new StringTable(file.text(name), file.array(`${name}.starts`, 'u32'), file.array(`${name}.slots`, 'i32'))
