import { readFileSync } from 'node:fs'
import { Problem } from 'demarche/text'

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))

/** Compiles `times.words.tsv` and `times.patterns` into the lexicon that `createTimes` takes. Throws a `Problem` for a line that it cannot read. */
export function buildTimes(sources: URL): unknown {
  const source = (name: string): string => readFileSync(new URL(`lexicon/${name}`, sources), 'utf8')
  const words = lines(source('times.words.tsv')).flatMap((line) => {
    const [name, value, list] = line.split('\t')
    if (name === undefined || value === undefined || list === undefined)
      throw bad('times.words.tsv', line, 'has not three columns', 'write class, value and words, parted by tabs')
    return list.split(',').map((phrase) => ({ class: name, value, words: phrase.trim() }))
  })
  const macros: Record<string, string> = {}
  const patterns: { kind: string; pattern: string }[] = []
  for (const line of lines(source('times.patterns'))) {
    const macro = /^%([a-z]+)\s*=\s*(.+)$/.exec(line)
    const pattern = /^([a-z]+)\s+(.+)$/.exec(line)
    if (macro) macros[macro[1]!] = macro[2]!
    else if (pattern) patterns.push({ kind: pattern[1]!, pattern: pattern[2]! })
    else throw bad('times.patterns', line, 'is neither a macro nor a pattern', 'write “%name = …” or “kind …”')
  }
  return { words, macros, patterns }
}

const bad = (file: string, line: string, what: string, cure: string): Problem =>
  new Problem({ reason: 'bad-lexicon', place: `${file}: “${line}”`, fault: what, cure })
