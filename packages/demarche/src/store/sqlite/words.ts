import type { Words } from '../pack/index.js'
import type { Statements } from './statements.js'

/** Words that are kept in memory; beyond, all are forgotten and read again. */
const KEPT = 400_000

/** Words that are taken into memory at once. */
const TAKEN = 50_000
/** Shapes of objects with one first key that are kept in memory. */
const SHAPES = 50

/** The numbered texts of a database. */
export interface WordTable extends Words {
  /** The number of a text, where it has one. */
  find(text: string): number | undefined
  /** Takes all words into memory, where they are few enough; for who alone numbers words. */
  own(): void
  /** Somebody else numbered words: what is not in memory may be there nevertheless. */
  share(): void
  /** Forgets what was numbered in a transaction that was undone. */
  forget(): void
}

/** Reads and numbers texts; those that were met are kept in memory, for a number never gets another text. */
export function wordTable(sql: Statements): WordTable {
  const numbers = new Map<string, number>()
  const texts = new Map<number, string>()
  const values = new Map<number, unknown>()
  const shapes = new Map<string | undefined, readonly { readonly keys: readonly string[]; readonly n: number }[]>()
  const keep = (text: string, n: number): number => {
    if (numbers.size >= KEPT) {
      numbers.clear()
      complete = false
    }
    if (texts.size >= KEPT) texts.clear()
    numbers.set(text, n)
    texts.set(n, text)
    return n
  }
  // Whether all words are in memory: then one that is not there is new.
  let complete = false
  const find = (text: string): number | undefined => {
    const kept = numbers.get(text)
    if (kept !== undefined || complete) return kept
    const stored = storable(text)
    const row = sql('SELECT n FROM word WHERE hash = ? AND text = ?').get(hashOf(stored), stored)
    return row === undefined ? undefined : keep(text, Number(row['n']))
  }
  return {
    find,
    numberOf(text) {
      const there = find(text)
      if (there !== undefined) return there
      const stored = storable(text)
      return keep(text, Number(sql('INSERT INTO word (hash, text) VALUES (?, ?)').run(hashOf(stored), stored).lastInsertRowid))
    },
    numberOfKeys(keys) {
      const list = shapes.get(keys[0]) ?? []
      const known = list.find((it) => it.keys.length === keys.length && it.keys.every((key, i) => key === keys[i]))
      if (known) return known.n
      const n = this.numberOf(JSON.stringify(keys))
      shapes.set(keys[0], [...list.slice(-SHAPES), { keys: [...keys], n }])
      return n
    },
    textOf(n) {
      const kept = texts.get(n)
      if (kept !== undefined) return kept
      const row = sql('SELECT text FROM word WHERE n = ?').get(n)
      if (row === undefined) throw new RangeError(`there is no word ${n} in the database`)
      const text = original(String(row['text']))
      keep(text, n)
      return text
    },
    valueOf(n) {
      const kept = values.get(n)
      if (kept !== undefined) return kept
      if (values.size >= KEPT) values.clear()
      const value: unknown = JSON.parse(this.textOf(n))
      values.set(n, value)
      return value
    },
    own() {
      const rows = sql('SELECT n, text FROM word LIMIT ?').all(TAKEN)
      complete = rows.length < TAKEN
      if (complete) for (const row of rows) keep(original(String(row['text'])), Number(row['n']))
    },
    share() {
      complete = false
    },
    forget() {
      complete = false
      numbers.clear()
      texts.clear()
      values.clear()
      shapes.clear()
    },
  }
}

// SQLite ends a text at a NUL and takes no lone surrogate: such texts, and those that look like it, are kept as JSON.
const AWKWARD = /^"|\0|\p{Surrogate}/u
const storable = (text: string): string => (AWKWARD.test(text) ? JSON.stringify(text) : text)
const original = (stored: string): string => (stored.startsWith('"') ? (JSON.parse(stored) as string) : stored)

/** A number of 31 bits for looking a text up. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & 0x7fff_ffff
}

/** A number of 48 bits for a block of reports. Two blocks of one number are settled together, and told apart by their names. */
export function blockKey(name: string): number {
  let a = 0x811c9dc5
  let b = 0x9e3779b1
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13)
  }
  return ((a ^ (a >>> 15)) >>> 0) * 0x1_0000 + ((b ^ (b >>> 16)) & 0xffff)
}
