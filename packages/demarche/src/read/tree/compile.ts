import { packTable, type Section } from '../../text/index.js'
import { readJson, readPacked, readTable, unpackWeights, type Folder } from '../model/index.js'

/** The model as the trainer writes it, in `tree.json.gz`. */
export interface TreeFile {
  readonly words: string[]
  readonly lemmas: string[]
  readonly candidates: (number[] | null)[]
}

/** Reads the last two columns of the dictionary: fields of meaning by lemma. */
export function fieldsOf(text: string): ReadonlyMap<string, number> {
  const fields = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [word, , noun, verb] = line.split('\t')
    const both = Number(noun ?? 0) | (Number(verb ?? 0) << 6)
    if (both > 0) fields.set(word!, both)
  }
  return fields
}

/** The trained parser of a folder of models as the sections of `tree.bin`. Throws a `Problem` when a file is missing or broken. */
export function compileTree(folder: Folder): Record<string, Section> {
  const { words, lemmas, candidates } = readJson<TreeFile>(folder, 'tree.json.gz')
  const fields = fieldsOf(readPacked(folder, 'dictionary.tsv.gz').toString('utf8'))
  return {
    ...packTable('words', words),
    ...packTable('lemmas', lemmas),
    ...packTable('fields', [...fields.keys()]),
    'fields.of': Uint16Array.from(fields.values()),
    candidates: JSON.stringify(candidates),
    structure: unpackWeights(readTable(folder, 'structure.q8.gz')),
    relations: unpackWeights(readTable(folder, 'relations.q8.gz')),
  }
}
