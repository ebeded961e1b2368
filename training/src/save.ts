import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packWeights } from 'demarche/read/model'
import type { TagsFile } from 'demarche/read/tags'
import type { TreeFile, TreeModel } from 'demarche/read/tree'
import { FORMAT_FILE, FORMATS } from 'demarche/text'
import type { Counted as CountedTags } from './train-tags.js'
import type { Counted as CountedTree } from './train-tree.js'

const put = (folder: string, name: string, data: string | Int8Array): void => {
  const packed = gzipSync(data, { level: 9 })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), packed)
  writeFileSync(join(folder, FORMAT_FILE), `${JSON.stringify({ format: FORMATS.models })}\n`)
  process.stderr.write(`${name}: ${(packed.length / 1e6).toFixed(2)} MB\n`)
}

export const saveBoundary = (folder: string, weights: Float32Array): void => put(folder, 'boundary.q8.gz', packWeights(weights))

export function saveTags(
  folder: string,
  model: CountedTags & { readonly weights: Float32Array },
  lemmas: Pick<TagsFile, 'words' | 'endings'>,
): void {
  const file: TagsFile = {
    labels: model.labels.map(([upos, xpos]) => [upos, xpos]),
    ambiguity: Object.fromEntries(model.ambiguity),
    candidates: Object.fromEntries([...model.candidates].map(([word, labels]) => [word, [...labels]])),
    ...lemmas,
  }
  put(folder, 'tags.json.gz', JSON.stringify(file))
  put(folder, 'tags.q8.gz', packWeights(model.weights))
}

export function saveTree(folder: string, model: CountedTree & Pick<TreeModel, 'structure' | 'relations'>): void {
  const file: TreeFile = {
    words: [...model.words],
    lemmas: [...model.lemmas],
    candidates: model.candidates.map((it) => (it === undefined ? null : [...it])),
  }
  put(folder, 'tree.json.gz', JSON.stringify(file))
  put(folder, 'structure.q8.gz', packWeights(model.structure as Float32Array))
  put(folder, 'relations.q8.gz', packWeights(model.relations as Float32Array))
}
