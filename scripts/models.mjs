#!/usr/bin/env node
// Compares the models of a training run with those that are shipped, by their unpacked bytes; ends with 1 when one differs.
//   npm run train -- TREEBANKS FOLDER && node scripts/models.mjs FOLDER
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const NAMES = ['boundary.q8.gz', 'tags.json.gz', 'tags.q8.gz', 'tree.json.gz', 'structure.q8.gz', 'relations.q8.gz']
const shipped = fileURLToPath(new URL('../packages/english/models/', import.meta.url))
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder of the trained models')

const sum = (path) =>
  createHash('sha256')
    .update(gunzipSync(readFileSync(path)))
    .digest('hex')
for (const name of NAMES) {
  const same = sum(join(folder, name)) === sum(join(shipped, name))
  console.log(`${name.padEnd(20)} ${same ? 'same' : 'differs'}`)
  if (!same) process.exitCode = 1
}
