import type { Doc } from '../doc/index.js'
import { listed } from './grouped.js'

/** Words and phrases of a class, ready to be looked up at a token. */
export interface WordSet {
  readonly words: ReadonlySet<string>
  /** Phrases by their last word, and by their first. */
  readonly ends: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly starts: ReadonlyMap<string, readonly (readonly string[])[]>
}

/** The set of some entries. A function is called when the set is first asked: of the hundreds of classes, a document asks few. */
export const wordSet = (entries: readonly string[] | (() => readonly string[])): WordSet => new Words(entries)

class Words implements WordSet {
  #entries: readonly string[] | (() => readonly string[])
  #made: WordSet | undefined

  constructor(entries: readonly string[] | (() => readonly string[])) {
    this.#entries = entries
  }
  get words(): WordSet['words'] {
    return this.#all.words
  }
  get ends(): WordSet['ends'] {
    return this.#all.ends
  }
  get starts(): WordSet['starts'] {
    return this.#all.starts
  }
  get #all(): WordSet {
    if (this.#made === undefined) {
      this.#made = setOf(typeof this.#entries === 'function' ? this.#entries() : this.#entries)
      this.#entries = []
    }
    return this.#made
  }
}

function setOf(entries: readonly string[]): WordSet {
  const words = new Set<string>()
  const ends = new Map<string, string[][]>()
  const starts = new Map<string, string[][]>()
  for (const entry of entries) {
    const parts = splitWords(entry)
    if (parts.length === 1) words.add(parts[0]!)
    else {
      listed(ends, parts.at(-1)!, parts)
      listed(starts, parts[0]!, parts)
    }
  }
  return { words, ends, starts }
}

/** Splits an entry as the tokeniser splits text: hyphens and possessive marks stand alone. */
export const splitWords = (entry: string): string[] =>
  /^[a-z]+$/.test(entry)
    ? [entry]
    : entry
        .toLowerCase()
        .replace(/-/g, ' - ')
        .replace(/(['’]s)\b/g, ' $1')
        .trim()
        .split(/\s+/)

/** The words of a document in lower case, as far as they have been asked for: every class asks for the same ones again. */
export interface Lowered {
  readonly lemmas: (string | undefined)[]
  readonly forms: (string | undefined)[]
}
type Read = Doc<'tokens' | 'tags'> & { readonly lowered?: Lowered }

/** The word at a token as it is written, in lower case. */
export function formAt({ text, tokens, lowered }: Read, i: number): string {
  const form = lowered?.forms[i] ?? text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase()
  if (lowered) lowered.forms[i] = form
  return form
}

/** Its lemma in lower case. */
function lemmaAt({ tags, lowered }: Read, i: number): string {
  const lemma = lowered?.lemmas[i] ?? tags.lemma[i]!.toLowerCase()
  if (lowered) lowered.lemmas[i] = lemma
  return lemma
}

export const isWord = (doc: Read, i: number, word: string): boolean =>
  i >= 0 && i < doc.tokens.length && (lemmaAt(doc, i) === word || formAt(doc, i) === word)

/** How many words a class takes at a token that is the last (or first) of them; 0 when the token is not of the class. */
export function lengthAt(doc: Read, i: number, set: WordSet): number {
  const lemma = lemmaAt(doc, i)
  const form = formAt(doc, i)
  const found = lengthOf(doc, i, lemma, set) || (form === lemma ? 0 : lengthOf(doc, i, form, set))
  if (found > 0) return found
  // "ex-governor" is one word, and was a governor.
  if (lemma.startsWith('ex-') && set.words.has(lemma.slice(3))) return 1
  // The lemmatiser may cut a rare verb too short or too long ("bombe" of "bombed").
  return form.endsWith('ed') && set.words.has(form.slice(0, -2)) ? 1 : 0
}

/** The words by which entries of classes begin or end: one look-up then tells of most tokens that none of the classes has them. */
export const keysOf = (sets: readonly WordSet[]): ReadonlySet<string> =>
  new Set(sets.flatMap(({ words, ends, starts }) => [...words, ...ends.keys(), ...starts.keys()]))

/** Whether a token may be of any of the classes that these keys are of; where it is not so, `lengthAt` is 0 for all of them. */
export function mayBeOf(doc: Read, i: number, keys: ReadonlySet<string>): boolean {
  const lemma = lemmaAt(doc, i)
  const form = formAt(doc, i)
  return keys.has(lemma) || keys.has(form) || lemma.startsWith('ex-') || form.endsWith('ed')
}

function lengthOf(doc: Read, i: number, key: string, { words, ends, starts }: WordSet): number {
  if (ends.size > 0) {
    for (const phrase of ends.get(key) ?? NONE)
      if (phrase.every((word, k) => isWord(doc, i - phrase.length + 1 + k, word))) return phrase.length
    for (const phrase of starts.get(key) ?? NONE) if (phrase.every((word, k) => isWord(doc, i + k, word))) return phrase.length
  }
  return words.has(key) ? 1 : 0
}
const NONE: readonly (readonly string[])[] = []
