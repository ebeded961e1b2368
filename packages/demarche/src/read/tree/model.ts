import { DEPREL } from '../../doc/index.js'
import { hashString, readJson, readTable, unpackWeights, type Folder, type Weights } from '../model/index.js'
import type { Kinds } from './state.js'

/** Everything that the parser knows. */
export interface TreeModel {
  readonly words: ReadonlySet<string>
  readonly lemmas: ReadonlySet<string>
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

/** Loads the parser from the folder of models. Throws a `Problem` when a file is missing or broken. */
export function loadTreeModel(folder: Folder): TreeModel {
  const file = readJson<TreeFile>(folder, 'tree.json.gz')
  return {
    words: new Set(file.words),
    lemmas: new Set(file.lemmas),
    candidates: file.candidates.map((it) => (it === null ? undefined : Int32Array.from(it))),
    structure: unpackWeights(readTable(folder, 'structure.q8.gz')),
    relations: unpackWeights(readTable(folder, 'relations.q8.gz')),
  }
}
