import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { byCodeUnit } from '../text/index.js'
import { bindRules, type ChooserWeights, type Contents, type RuleBook } from './book.js'
import { readClasses, readLightVerbs, readNominals } from './lexicon.js'
import { readCodes, readRule, readYaml } from './load.js'
import { FRAMES, type Rule } from './rule.js'
import { readSchemes } from './schemes.js'

const TABLES: ReadonlySet<string> = new Set(['contents.yml', 'contexts.yml', 'not-coded.yml'])

/** Reads all rule files under a folder, in the order of their paths. Throws a `Problem` for the first broken one. */
export function readRules(folder: URL, label = 'rules'): Rule[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yml') && !TABLES.has(path))
    .toSorted(byCodeUnit)
    .map((path) => readRule(readFileSync(new URL(path, folder), 'utf8'), `${label}/${path}`))
}

/** Reads and checks the rules, lexicon and schemes of a language's sources (`packages/english/`). */
export function readBook(sources: URL): RuleBook {
  const read = (path: string): string => {
    const file = new URL(path, sources)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }
  const yaml = (path: string): string => read(path) || '{}'
  const contexts = readYaml(yaml('rules/contexts.yml'), 'rules/contexts.yml')
  const reasons = readYaml(yaml('rules/not-coded.yml'), 'rules/not-coded.yml')
  return bindRules({
    rules: readRules(new URL('rules/', sources)),
    classes: {
      ...readClasses(yaml('lexicon/classes.yml'), 'lexicon/classes.yml'),
      ...readClasses(yaml('lexicon/people.yml'), 'lexicon/people.yml'),
    },
    nominals: readNominals(read('lexicon/nominals.tsv'), 'lexicon/nominals.tsv'),
    lightVerbs: readLightVerbs(read('lexicon/light-verbs.tsv'), 'lexicon/light-verbs.tsv'),
    contents: readContents(yaml('rules/contents.yml')),
    contexts: Object.fromEntries(contexts.names().map((name) => [name, contexts.list(name)])),
    notCoded: Object.fromEntries(reasons.names().map((code) => [code, reasons.text(code)!])),
    ...(read('models/chooser.json') !== '' && { chooser: JSON.parse(read('models/chooser.json')) as ChooserWeights }),
    schemes: readSchemes(read('schemes/plover.yml'), read('schemes/cameo.tsv')),
  })
}

function readContents(text: string): Contents {
  const it = readYaml(text, 'rules/contents.yml')
  return Object.fromEntries(
    it.names().map((name) => {
      const fields = it.fields(name)!
      fields.only(['contexts', 'words', ...FRAMES])
      const frames = Object.fromEntries(
        FRAMES.filter((frame) => fields.node(frame) !== undefined).map((frame) => [frame, readCodes(fields.fields(frame))]),
      )
      return [name, { contexts: fields.list('contexts'), words: fields.list('words'), frames }]
    }),
  )
}

/** Lays a user's own rules over a book: a rule of the same name replaces ours, `off: true` switches it off. All checks run again. */
export function withRules(book: RuleBook, own: readonly Rule[]): RuleBook {
  const names = new Set(own.map(({ rule }) => rule))
  return bindRules({ ...book, rules: [...book.rules.filter(({ rule }) => !names.has(rule)), ...own] })
}
