import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { checkFormat, Problem } from '../../text/index.js'

/** A folder of models: a path, or the URL that a language package exports. */
export type Folder = string | URL

/** Reads a gzipped file of a model. Throws a `Problem` when it is missing, broken, or of another format. */
export function readPacked(folder: Folder, name: string): Buffer {
  const path = join(typeof folder === 'string' ? folder : fileURLToPath(folder), name)
  let file: Buffer
  try {
    file = gunzipSync(readFileSync(path))
  } catch (cause) {
    throw new Problem(
      {
        reason: 'bad-model',
        place: path,
        fault: 'cannot be read as a gzipped model file',
        cure: 'install the language package again, or train with `npm run train`',
      },
      { cause },
    )
  }
  checkFormat(folder, 'models')
  return file
}

export function readTable(folder: Folder, name: string): Int8Array {
  const bytes = readPacked(folder, name)
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

export const readJson = <T>(folder: Folder, name: string): T => JSON.parse(readPacked(folder, name).toString('utf8')) as T
