#!/usr/bin/env node
// Checks trained models by the SHA-256 of their unpacked bytes against `training/models.json`, which says how each is made; ends with 1 when one differs.
//   node scripts/models.mjs                                            the shipped ones
//   npm run train -- TREEBANKS FOLDER && node scripts/models.mjs FOLDER  those of a training run
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const shipped = fileURLToPath(new URL('../packages/english/models/', import.meta.url))
const [folder = shipped] = process.argv.slice(2)
const models = JSON.parse(readFileSync(new URL('../training/models.json', import.meta.url), 'utf8'))

const sum = (path) => {
  const bytes = readFileSync(path)
  return createHash('sha256')
    .update(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .digest('hex')
}
for (const [name, { sha256 }] of Object.entries(models)) {
  const path = join(folder, name)
  // A training run makes some of the models; the shipped folder holds them all.
  if (!existsSync(path) && folder !== shipped) continue
  const same = existsSync(path) && sum(path) === sha256
  console.log(`${name.padEnd(20)} ${same ? 'same' : 'differs'}`)
  if (!same) process.exitCode = 1
}
