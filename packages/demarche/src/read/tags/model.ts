import { readJson, readPacked, readTable, unpackWeights, type Folder, type Weights } from '../model/index.js'
import type { LemmaTable } from './lemma.js'
import type { Dictionary } from './word.js'

/** Everything that the tagger and the lemmatiser know. */
export interface TagsModel {
  /** Joint tags: pairs of an index into `UPOS` and one into `XPOS`. */
  readonly labels: readonly (readonly [upos: number, xpos: number])[]
  /** Hash of the tags that a known word was seen with. */
  readonly ambiguity: ReadonlyMap<string, number>
  /** The only tags (indices into `labels`) of words that were seen often. */
  readonly candidates: ReadonlyMap<string, readonly number[]>
  readonly dictionary: Dictionary
  readonly lemmas: LemmaTable
  /** 2^k weights and one row more; the row of a feature begins at its hash cut to k bits. */
  readonly weights: Weights
}

/** The model as its JSON file has it. */
export interface TagsFile {
  readonly labels: [number, number][]
  readonly ambiguity: Record<string, number>
  readonly candidates: Record<string, number[]>
  readonly words: Record<string, string>
  readonly endings: Record<string, string>
}

const mapOf = <T>(it: Record<string, T>): Map<string, T> => new Map(Object.entries(it))

/** Reads `word digits` lines: the parts of speech of a general dictionary. */
export function dictionaryOf(text: string): Dictionary {
  const dictionary = new Map<string, number>()
  for (const line of text.split('\n')) {
    const gap = line.indexOf('\t')
    if (gap > 0) dictionary.set(line.slice(0, gap), Number.parseInt(line.slice(gap + 1), 10))
  }
  return dictionary
}

/** Loads the tagger from the folder of models. Throws a `Problem` when a file is missing or broken. */
export function loadTagsModel(folder: Folder): TagsModel {
  const file = readJson<TagsFile>(folder, 'tags.json.gz')
  return {
    labels: file.labels,
    ambiguity: mapOf(file.ambiguity),
    candidates: mapOf(file.candidates),
    dictionary: dictionaryOf(readPacked(folder, 'dictionary.tsv.gz').toString('utf8')),
    lemmas: { words: mapOf(file.words), endings: mapOf(file.endings) },
    weights: unpackWeights(readTable(folder, 'tags.q8.gz')),
  }
}
