/** The words of one line: as they stand there, and lower-case without what stands around them ('' where nothing is left). */
export interface Words {
  readonly shown: readonly string[]
  readonly bare: readonly string[]
}

const isPart = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || c > 0xbf

/** Splits a line at white space. Lines are read up to 3,000 characters. */
export function wordsOf(line: string): Words {
  const shown = (line.length > 3000 ? line.slice(0, 3000) : line).split(/\s+/).filter((word) => word !== '')
  return { shown, bare: shown.map(bareOf) }
}

export function bareOf(word: string): string {
  let [from, to] = [0, word.length]
  while (from < to && !isPart(word.charCodeAt(from))) from++
  while (to > from && !isPart(word.charCodeAt(to - 1))) to--
  const bare = word.slice(from, to).toLowerCase()
  return bare.endsWith('’s') || bare.endsWith("'s") ? bare.slice(0, -2) : bare
}

const FUNCTION = new Set(
  'the of to and a in is was that for on with as at by it from be are his her their has have had he she they we this which not but an or who were been will would its said after over into about than when more also can could should there these those what if'.split(
    ' ',
  ),
)
const PLAIN = new Set(
  'them then your you our out all some any many much most other such only just very even now how why where while because before between during through under against both each him me my us own same so too no nor yes may might must do does did done being having here one two three first last new year years day days time people way make made get got says say told like well back still since'.split(
    ' ',
  ),
)

/** Words that hold sentences together. */
export const isFunction = (bare: string): boolean => bare.length <= 6 && FUNCTION.has(bare)

/** Words of every text that are no help to tell its topic. */
export const isPlain = (bare: string): boolean => PLAIN.has(bare)

/** What a word tells of the topic, cut so that its forms agree; `undefined` for words that stand in every text. */
export function stemOf(bare: string): string | undefined {
  if (bare.length < 4 || FUNCTION.has(bare) || PLAIN.has(bare)) return undefined
  const c = bare.charCodeAt(0)
  return c >= 48 && c <= 57 ? undefined : bare.slice(0, 6)
}
