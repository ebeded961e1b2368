import type { Tokens } from '../../doc/index.js'
import { fold, type NameEntry, type World } from '../../world/index.js'
import type { NameWords } from './lexicon.js'
import { Shape, type Words } from './words.js'

/** A stretch of tokens that the tables know, with what they know. */
export interface Match {
  readonly first: number
  readonly end: number
  readonly key: string
  readonly entries: readonly NameEntry[]
}

const UPPER = /\p{Lu}/u

/** The longest name of the tables that begins at token `i` and ends before `limit`; undefined when none does. */
export function matchAt(text: string, tokens: Tokens, words: Words, world: World, i: number, limit: number): Match | undefined {
  const head = words.folded[i]!.split(' ', 1)[0]!
  // "People's Republic": the possessive is a token of its own, and folding joins it to the word.
  const longest = Math.max(world.longest(head), words.folded[i + 1] === 's' ? world.longest(`${head}s`) : 0)
  if (longest === 0) return undefined
  // A hyphen or a full stop may be a token of its own, so that a name has more tokens than its folded form has words.
  for (let end = Math.min(limit, i + longest * 2); end > i; end--) {
    const last = words.form[end - 1]!
    if (end > i + 1 && words.shape[end - 1] === Shape.Other && !(last === '.' && words.form[end - 2]!.length <= 2) && !/^\d+$/.test(last))
      continue
    const written = text.slice(tokens.start[i]!, tokens.end[end - 1]!)
    if (written.length > 90 || written.includes('\n')) continue
    const key = end === i + 1 ? words.folded[i]! : fold(written)
    // "Cuba's": what only folding joins is no name ("Cubas") unless the name itself is written with the mark.
    const owner = end > i + 1 && words.folded[end - 1] === 's'
    const entries = world
      .byName(key)
      .filter((entry) => fits(entry, written, words.large[i] === 1) && !(owner && !/['’]s$/.test(entry.written)))
    // "PAN" is the party, not a man called Pan: a surname is not written so where the same letters are an acronym.
    const acronyms = entries.filter(({ kind }) => kind === 'acronym')
    if (entries.length > 0) return { first: i, end, key, entries: acronyms.length > 0 && words.large[i] === 0 ? acronyms : entries }
  }
  return undefined
}

/** The longest province or region of the lexicon that begins at token `i`, as the index after it; 0 when none does. An abbreviation may end in a full stop that is a token of its own. */
export function provinceAt(text: string, tokens: Tokens, words: Words, lexicon: NameWords, i: number): number {
  const longest = lexicon.province(words.form[i]!)
  for (let end = Math.min(words.length, i + longest); end > i; end--) {
    if (tokens.sentence[end - 1] === tokens.sentence[i] && lexicon.isProvince(text.slice(tokens.start[i]!, tokens.end[end - 1]!)))
      return end
  }
  return 0
}

/** Folding loses case: an acronym is one only where it is written so, and a name begins with a capital. */
function fits(entry: NameEntry, written: string, large: boolean): boolean {
  const bare = written.replaceAll('.', '')
  if (entry.kind === 'acronym' || (entry.written.length <= 5 && entry.written === entry.written.toUpperCase())) {
    return (
      bare === entry.written.replaceAll('.', '') &&
      (!large || bare.length > 2 || written.includes('.') || bare === 'US' || bare === 'UN' || bare === 'EU' || bare === 'UK')
    )
  }
  return UPPER.test(written)
}
