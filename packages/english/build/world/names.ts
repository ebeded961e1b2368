import { fold, NAME_KINDS, type NameKind, type NameTuple } from 'demarche/world'

/** Gathers the names of actors and lays them out by folded form. A name is given once an actor, in its first kind. */
export class NameBook {
  readonly #byFolded = new Map<string, NameTuple[]>()

  add(actor: number, kind: NameKind, written: string, from = '', to = ''): void {
    const folded = fold(written)
    if (folded === '') return
    const entries = this.#byFolded.get(folded) ?? []
    const known = entries.find((it) => it[1] === actor)
    // "RENAMO;Renamo": who is written in small letters too is found by either.
    if (known && known[2] === NAME_KINDS.indexOf('acronym') && kind === 'variant') {
      this.#byFolded.set(
        folded,
        entries.map((it) => (it === known ? [written, actor, NAME_KINDS.indexOf(kind), from, to] : it)),
      )
      return
    }
    if (known) return
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
/** Given names of the West that people of these countries bear before the family name: Frank Hsieh, Agnes Chow. */
const WESTERN: ReadonlySet<string> = new Set(
  `agnes alan albert alex alice allen amy andrew andy angela anna anson anthony audrey ben benny bob brian bruce carol carrie chris daniel david dennis derek donald eddie edward elsie eric
  ernest fanny felix francis frank fred gary george gina grace hans harry helen henry ivan jack james jane jason jeff jenny jerry jimmy joan joe john joseph joshua julia kevin kurt larry laura leo
  leon lily linda lisa lucy mark mary max michael michelle nancy nathan nicole oscar paul peter philip ray regina rita robert robin roger ronny roy sally sam sarah sean simon stanley stephen
  steve ted teresa thomas tim timothy tom tommy tony victor vincent wilson winnie`.split(/\s+/),
)

/** Countries whose people texts call by the first of their names: Thaksin Shinawatra is Thaksin, Abiy Ahmed is Abiy. */
const FIRST_NAMED: ReadonlySet<string> = new Set(['THA', 'ETH', 'ERI', 'LAO', 'MYS', 'IDN'])
/** First names too common to tell one man, titles, and particles. */
const COMMON_FIRST: ReadonlySet<string> = new Set(
  'abdul abdullah ahmad alexander ali arif general gen hassan joko king mahmud mohamad mohamed mohammed muhammad prince princess sri sultan syed tengku tuanku tunku'.split(
    ' ',
  ),
)
const SUFFIX = /^(jr|sr|ii|iii|iv|v|vi|vii|viii|x|xi|xii|xiii|xiv|xvi|i)$/

/** The short forms of a person: `Recep Tayyip Erdogan` → `Erdogan`; `Bashar al-Assad` → `al-Assad`, `Assad`; `Kim Jong Un` → `Kim`. */
export function surnames(name: string, country: string): string[] {
  const words = name.split(' ').filter((word) => !SUFFIX.test(fold(word)))
  if (words.length < 2) return words
  if (FAMILY_FIRST.has(country) && !WESTERN.has(fold(words[0]!)) && /^\p{Lu}\p{Ll}{0,4}$/u.test(words[0]!)) return [words[0]!]
  const last = words.at(-1)!
  const before = words.at(-2)!
  const found = [last]
  if (words.length > 2 && PARTICLES.has(fold(before))) found.unshift(`${before} ${last}`)
  if (FIRST_NAMED.has(country) && words[0]!.length > 3 && !COMMON_FIRST.has(fold(words[0]!))) found.push(words[0]!)
  const bare = /^(?:al|el|Al|El|as|ash|ad|an|ar|az|at|es)-(.+)$/.exec(last)?.[1]
  if (bare) found.push(bare)
  return found
}
