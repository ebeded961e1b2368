import { fold, NAME_KINDS, type NameKind, type NameTuple } from 'demarche/world'

/** Gathers the names of actors and lays them out by folded form. A name is given once an actor, in its first kind. */
export class NameBook {
  readonly #byFolded = new Map<string, NameTuple[]>()

  add(actor: number, kind: NameKind, written: string, from = '', to = ''): void {
    const folded = fold(written)
    if (folded === '') return
    const entries = this.#byFolded.get(folded) ?? []
    if (entries.some((it) => it[1] === actor)) return
    this.#byFolded.set(folded, [...entries, [written, actor, NAME_KINDS.indexOf(kind), from, to]])
  }
  has(actor: number, written: string): boolean {
    return this.#byFolded.get(fold(written))?.some((it) => it[1] === actor) ?? false
  }
  layout(): { folded: string; rows: number[]; names: NameTuple[]; longest: Record<string, number> } {
    const keys = [...this.#byFolded.keys()].toSorted()
    const longest: Record<string, number> = {}
    for (const key of keys) {
      const tokens = key.split(' ')
      longest[tokens[0]!] = Math.max(longest[tokens[0]!] ?? 0, tokens.length)
    }
    // `Names` packs the count of entries into six bits.
    const lists = keys.map((key) => this.#byFolded.get(key)!.slice(0, 63))
    return { folded: keys.join('\n'), rows: lists.map((it) => it.length), names: lists.flat(), longest }
  }
}

/** Letters such as `NATO`, `U.S.`, `AK-47`; a mixed-case word is a variant. */
export const isAcronym = (name: string): boolean => /^[A-Z][A-Z0-9.&-]*[A-Z0-9.]$/.test(name) && !name.includes(' ')

export const slug = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** Countries whose people put the family name first, in English text too. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(['CHN', 'TWN', 'KOR', 'PRK', 'KHM', 'HKG', 'SGP'])
const PARTICLES: ReadonlySet<string> = new Set([
  'de',
  'da',
  'do',
  'dos',
  'du',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'bin',
  'al',
  'el',
  'ben',
  'ould',
  'la',
  'le',
  'di',
  'del',
  'della',
  'bint',
  'abu',
  'mac',
  'st',
  'ibn',
  'aung',
  'san',
])
/** Only Westerners can be asked for a first name that folds into a surname of another: `Kim` leads, `Sara` does not. */
const SUFFIX = /^(jr|sr|ii|iii|iv|v|vi|vii|viii|x|xi|xii|xiii|xiv|xvi|i)$/

/** The short forms of a person: `Recep Tayyip Erdogan` → `Erdogan`; `Bashar al-Assad` → `al-Assad`, `Assad`; `Kim Jong Un` → `Kim`. */
export function surnames(name: string, country: string): string[] {
  const words = name.split(' ').filter((word) => !SUFFIX.test(fold(word)))
  if (words.length < 2) return words
  if (FAMILY_FIRST.has(country) && /^\p{Lu}\p{Ll}{0,4}$/u.test(words[0]!)) return [words[0]!]
  const last = words.at(-1)!
  const before = words.at(-2)!
  const found = [last]
  if (words.length > 2 && PARTICLES.has(fold(before))) found.unshift(`${before} ${last}`)
  const bare = /^(?:al|el|Al|El|as|ash|ad|an|ar|az|at|es)-(.+)$/.exec(last)?.[1]
  if (bare) found.push(bare)
  return found
}
