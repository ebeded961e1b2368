import { packTable, type Section } from '../../text/index.js'
import { readJson, readPacked, readTable, unpackWeights, type Folder } from '../model/index.js'

/** The model as the trainer writes it, in `tags.json.gz`. */
export interface TagsFile {
  readonly labels: [number, number][]
  readonly ambiguity: Record<string, number>
  readonly candidates: Record<string, number[]>
  readonly words: Record<string, string>
  readonly endings: Record<string, string>
}

/** Reads `word digits` lines: the parts of speech of a general dictionary. */
export function dictionaryOf(text: string): ReadonlyMap<string, number> {
  const dictionary = new Map<string, number>()
  for (const line of text.split('\n')) {
    const gap = line.indexOf('\t')
    if (gap > 0) dictionary.set(line.slice(0, gap), Number.parseInt(line.slice(gap + 1), 10))
  }
  return dictionary
}

/** The trained tagger of a folder of models as the sections of `tags.bin`. Throws a `Problem` when a file is missing or broken. */
export function compileTags(folder: Folder): Record<string, Section> {
  const { labels, ambiguity, candidates, words, endings } = readJson<TagsFile>(folder, 'tags.json.gz')
  const dictionary = dictionaryOf(readPacked(folder, 'dictionary.tsv.gz').toString('utf8'))
  const lists = Object.values(candidates)
  return {
    labels: Uint8Array.from(labels.flat()),
    ...packTable('ambiguity', Object.keys(ambiguity)),
    'ambiguity.of': Int32Array.from(Object.values(ambiguity)),
    ...packTable('candidates', Object.keys(candidates)),
    'candidates.of': Uint8Array.from(lists.flat()),
    'candidates.first': firstOf(lists.map(({ length }) => length)),
    ...packTable('dictionary', [...dictionary.keys()]),
    'dictionary.of': Uint8Array.from(dictionary.values()),
    ...texts('words', words),
    ...texts('endings', endings),
    weights: unpackWeights(readTable(folder, 'tags.q8.gz')),
  }
}

function texts(name: string, of: Readonly<Record<string, string>>): Record<string, Section> {
  const values = Object.values(of)
  return {
    ...packTable(name, Object.keys(of)),
    [`${name}.of`]: values.join(''),
    [`${name}.of.starts`]: firstOf(values.map(({ length }) => length)),
  }
}

/** Where each of some lists begins when they lie one behind the other, and where the last one ends. */
function firstOf(lengths: readonly number[]): Uint32Array {
  const first = new Uint32Array(lengths.length + 1)
  for (const [i, length] of lengths.entries()) first[i + 1] = first[i]! + length
  return first
}
