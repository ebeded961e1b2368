// `node training/dist/dictionary.js DICT_FOLDER`: makes `dictionary.tsv.gz` from the index and data files of WordNet 3: single words, their parts of speech
// as bits (1 noun, 2 verb, 4 adjective, 8 adverb, 32 past form of an irregular verb), and the field of meaning of the first sense as noun and as verb (WordNet's lexicographer files, 0 none).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { models } from '@demarche/english'
import { irregularForms } from './irregular.js'

const BITS = { noun: 1, verb: 2, adj: 4, adv: 8 }

interface Entry {
  bits: number
  noun: number
  verb: number
}

const folder = process.argv[2] ?? '.'
const lines = (name: string): string[] => readFileSync(join(folder, name), 'utf8').split('\n')
const words = new Map<string, Entry>()
for (const [part, bit] of Object.entries(BITS)) {
  const fields = new Map(
    lines(`data.${part}`)
      .filter((line) => /^\d{8} /.test(line))
      .map((line) => [line.slice(0, 8), Number(line.slice(9, 11))]),
  )
  for (const line of lines(`index.${part}`)) {
    const word = line.slice(0, line.indexOf(' '))
    if (!/^[a-z][a-z'.-]*$/.test(word)) continue
    let entry = words.get(word)
    if (entry === undefined) words.set(word, (entry = { bits: 0, noun: 0, verb: 0 }))
    entry.bits |= bit
    const first = line.split(' ').find((it) => /^\d{8}$/.test(it)) ?? ''
    if (part === 'noun' || part === 'verb') entry[part] = fields.get(first) ?? 0
  }
}
for (const form of irregularForms()) {
  const entry = words.get(form)
  if (entry === undefined) words.set(form, { bits: 32, noun: 0, verb: 0 })
  else entry.bits |= 32
}
const rows = [...words].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([word, { bits, noun, verb }]) => `${word}\t${bits}\t${noun}\t${verb}`)
writeFileSync(join(fileURLToPath(models), 'dictionary.tsv.gz'), gzipSync(`${rows.join('\n')}\n`, { level: 9 }))
process.stderr.write(`${words.size} words\n`)
