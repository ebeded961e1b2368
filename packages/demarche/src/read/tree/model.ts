import { DEPREL } from '../../doc/index.js'
import { hashString, readJson, readPacked, readTable, unpackWeights, type Folder, type Weights } from '../model/index.js'
import type { Fields } from './encode.js'
import type { Kinds } from './state.js'

/** Everything that the parser knows. */
export interface TreeModel {
  readonly words: ReadonlySet<string>
  readonly lemmas: ReadonlySet<string>
  readonly fields: Fields
  /** Relations (indices into `DEPREL`) that a word of a UPOS may have to a head after it (LEFT) or before it (RIGHT): `[move * 32 + upos]`. */
  readonly candidates: readonly (Int32Array | undefined)[]
  /** Rows of four: the scores of SHIFT, LEFT, RIGHT, and one unused. */
  readonly structure: Weights
  /** Rows of relations that overlap: the row of a feature begins at its hash. */
  readonly relations: Weights
}

export interface TreeFile {
  readonly words: string[]
  readonly lemmas: string[]
  readonly candidates: (number[] | null)[]
}

export const kindsOf = (): Kinds => ({
  hashes: Int32Array.from(DEPREL, (it) => hashString(`R${it}`)),
  introduces: Uint8Array.from(DEPREL, (it) => (it === 'case' || it === 'mark' ? 1 : 0)),
  coordinates: Uint8Array.from(DEPREL, (it) => (it === 'cc' || it === 'conj' ? 1 : 0)),
})

/** Reads the last two columns of the dictionary. */
export function fieldsOf(text: string): Fields {
  const fields = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [word, , noun, verb] = line.split('\t')
    const both = Number(noun ?? 0) | (Number(verb ?? 0) << 6)
    if (both > 0) fields.set(word!, both)
  }
  return fields
}

/** Loads the parser from the folder of models. Throws a `Problem` when a file is missing or broken. */
export function loadTreeModel(folder: Folder): TreeModel {
  const file = readJson<TreeFile>(folder, 'tree.json.gz')
  return {
    words: new Set(file.words),
    lemmas: new Set(file.lemmas),
    fields: fieldsOf(readPacked(folder, 'dictionary.tsv.gz').toString('utf8')),
    candidates: file.candidates.map((it) => (it === null ? undefined : Int32Array.from(it))),
    structure: unpackWeights(readTable(folder, 'structure.q8.gz')),
    relations: unpackWeights(readTable(folder, 'relations.q8.gz')),
  }
}
