import { compiledPart, tableIn, type Lookup, type Sections } from '../../text/index.js'
import type { Weights } from '../model/index.js'
import type { LemmaTable } from './lemma.js'
import type { Dictionary } from './word.js'

/** Everything that the tagger and the lemmatiser know. */
export interface TagsModel {
  /** Joint tags: pairs of an index into `UPOS` and one into `XPOS`. */
  readonly labels: readonly (readonly [upos: number, xpos: number])[]
  /** Hash of the tags that a known word was seen with. */
  readonly ambiguity: Lookup<number>
  /** The only tags (indices into `labels`) of words that were seen often. */
  readonly candidates: Lookup<readonly number[] | Uint8Array>
  readonly dictionary: Dictionary
  readonly lemmas: LemmaTable
  /** 2^k weights and one row more; the row of a feature begins at its hash cut to k bits. */
  readonly weights: Weights
}

/** Loads the tagger from the bundle of a language, where `compileTags` laid it. Throws a `Problem` when the file is missing or broken. */
export function loadTagsModel(bundle: URL): TagsModel {
  const file = compiledPart(bundle, 'tags')
  const pairs = file.array('labels', 'u8')
  const ambiguity = file.array('ambiguity.of', 'i32')
  const candidates = tableIn(file, 'candidates')
  const first = file.array('candidates.first', 'u32')
  const labels = file.array('candidates.of', 'u8')
  const dictionary = file.array('dictionary.of', 'u8')
  return {
    labels: Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i]!, pairs[2 * i + 1]!] as const),
    ambiguity: tableIn(file, 'ambiguity').lookup((at) => ambiguity[at]!),
    candidates: candidates.lookup((at) => labels.subarray(first[at], first[at + 1])),
    dictionary: tableIn(file, 'dictionary').lookup((at) => dictionary[at]!),
    lemmas: { words: textsIn(file, 'words'), endings: textsIn(file, 'endings') },
    weights: file.array('weights', 'i16'),
  }
}

function textsIn(file: Sections, name: string): Lookup<string> {
  const all = file.text(`${name}.of`)
  const first = file.array(`${name}.of.starts`, 'u32')
  return tableIn(file, name).lookup((at) => all.slice(first[at], first[at + 1]))
}
