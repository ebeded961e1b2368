// `node training/dist/dictionary.js DICT_FOLDER`: makes `dictionary.tsv.gz`, the parts of speech of single words, from the index files of WordNet 3.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { models } from '@demarche/english'

const BITS = { noun: 1, verb: 2, adj: 4, adv: 8 }

const folder = process.argv[2] ?? '.'
const words = new Map<string, number>()
for (const [part, bit] of Object.entries(BITS)) {
  for (const line of readFileSync(join(folder, `index.${part}`), 'utf8').split('\n')) {
    const word = line.slice(0, line.indexOf(' '))
    if (/^[a-z][a-z'.-]*$/.test(word)) words.set(word, (words.get(word) ?? 0) | bit)
  }
}
const lines = [...words].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([word, bits]) => `${word}\t${bits}`)
writeFileSync(join(fileURLToPath(models), 'dictionary.tsv.gz'), gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
process.stderr.write(`${words.size} words\n`)
