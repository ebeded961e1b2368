import { DEPREL } from '../../doc/index.js'
import { compiledPart, tableIn, type Known } from '../../text/index.js'
import { hashString, type Weights } from '../model/index.js'
import type { Fields } from './encode.js'
import { repairWords, type RepairWords } from './repairs/words.js'
import type { Kinds } from './state.js'

/** Everything that the parser knows. */
export interface TreeModel {
  readonly words: Known
  readonly lemmas: Known
  readonly fields: Fields
  /** Relations (indices into `DEPREL`) that a word of a UPOS may have to a head after it (LEFT) or before it (RIGHT): `[move * 32 + upos]`. */
  readonly candidates: readonly (Int32Array | undefined)[]
  /** Rows of four: the scores of SHIFT, LEFT, RIGHT, and one unused. */
  readonly structure: Weights
  /** Rows of relations that overlap: the row of a feature begins at its hash. */
  readonly relations: Weights
}

/** A trained parser with the words by which its mistakes are mended. */
export interface TreeReader extends TreeModel {
  readonly repairs: RepairWords
}

export const kindsOf = (): Kinds => ({
  hashes: Int32Array.from(DEPREL, (it) => hashString(`R${it}`)),
  introduces: Uint8Array.from(DEPREL, (it) => (it === 'case' || it === 'mark' ? 1 : 0)),
  coordinates: Uint8Array.from(DEPREL, (it) => (it === 'cc' || it === 'conj' ? 1 : 0)),
})

/** Loads the parser from the bundle of a language, where `compileTree` laid it. Throws a `Problem` when the file is missing or broken. */
export function loadTreeModel(bundle: URL): TreeReader {
  const file = compiledPart(bundle, 'tree')
  const fields = file.array('fields.of', 'u16')
  return {
    words: tableIn(file, 'words'),
    lemmas: tableIn(file, 'lemmas'),
    fields: tableIn(file, 'fields').lookup((at) => fields[at]!),
    candidates: (JSON.parse(file.text('candidates')) as (number[] | null)[]).map((it) => (it === null ? undefined : Int32Array.from(it))),
    structure: file.array('structure', 'i16'),
    relations: file.array('relations', 'i16'),
    repairs: repairWords(bundle),
  }
}
